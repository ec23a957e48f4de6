import { isNotFound, MedspilProvider, useTRPC } from '@medspil/client'
import {
  Button, Footer, hardSpaces, Header, mainId, Page, PhoneLink, SkipLink, ToastRegion, useKommuneColour, Waiting,
} from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { DeadLinkWords } from './dead-link.tsx'
import { cameBack, readLinkToken } from './link-token.ts'
import { pages } from './pages.ts'
import { useKeptList, useSilence } from './use-kept-list.ts'
import { useTitle } from './use-title.ts'

/** The page behind a link in a mail or an SMS: no menu, no login, one errand. */
export function LinkApp() {
  const [fragment, setFragment] = useState(location.hash)
  useEffect(() => {
    // Another link opened in the same tab changes only what stands after #.
    const changed = () => setFragment(location.hash)
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const token = readLinkToken(fragment) ?? cameBack()
  if (!token) return <DeadLink />
  return (
    <MedspilProvider key={token.secret} baseUrl="" app="link" kommuneKey={token.kommuneKey} linkToken={token.secret}>
      <ToastRegion><Errand secret={token.secret} /></ToastRegion>
    </MedspilProvider>
  )
}

function Errand({ secret }: { secret: string }) {
  const trpc = useTRPC()
  const kommune = useQuery(trpc.access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  const link = useQuery(trpc.access.openLink.queryOptions())
  const kept = useKeptList(secret)
  const [kommuneSilent, linkSilent] = [useSilence(kommune), useSilence(link)]
  const isDead = isNotFound(link.error) || isNotFound(kommune.error)
  useEffect(() => {
    if (isDead) kept.forget()
  }, [isDead, kept])
  const fallback = (kommuneSilent || linkSilent) && !isDead ? kept.list : null
  const shown = kommune.data ?? fallback?.kommune
  const purpose = link.data?.purpose ?? (fallback && 'team-list')
  useKommuneColour(shown?.colour)

  if (!shown) {
    if (isNotFound(kommune.error)) return <DeadLink />
    return kommune.isError ? <Unanswered onRetry={() => void kommune.refetch()} /> : <Alone><Waiting>Henter siden</Waiting></Alone>
  }
  if (!purpose && !isDead) return link.isError ? <Unanswered onRetry={() => void link.refetch()} /> : <Alone><Waiting>Henter siden</Waiting></Alone>

  const { name, phone, phoneHours } = shown
  const Purpose = purpose && !isDead ? pages[purpose] : undefined
  return (
    <>
      <SkipLink>Gå til indhold</SkipLink>
      <Header kommune={shown} homeHref={location.href} phoneLabel="Ring til os" />
      <main id={mainId}>
        <Page>
          {Purpose ? <Suspense fallback={<Waiting>Henter siden</Waiting>}><Purpose kommune={shown} kept={kept} /></Suspense> : <DeadLinkWords />}
        </Page>
      </main>
      <Footer kommuneName={name} links={[]}>
        Ring på <PhoneLink phone={phone} />. Vi er her {hardSpaces(phoneHours)}.
      </Footer>
    </>
  )
}

/** A link that is used up, too old, ended or mistyped: the page cannot tell which, and must not. */
function DeadLink() {
  return <Alone><DeadLinkWords /></Alone>
}

function Unanswered(props: { onRetry: () => void }) {
  useTitle('Ingen forbindelse')
  return (
    <Alone>
      <div className="stack">
        <h1>Ingen forbindelse</h1>
        <p>Vi kan ikke nå kommunens side lige nu.</p>
        <div><Button onClick={props.onRetry}>Prøv igen</Button></div>
      </div>
    </Alone>
  )
}

function Alone(props: { children: ReactNode }) {
  return <main id={mainId}><Page>{props.children}</Page></main>
}
