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
      <ToastRegion><Errand /></ToastRegion>
    </MedspilProvider>
  )
}

function Errand() {
  const trpc = useTRPC()
  const kommune = useQuery(trpc.access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  const link = useQuery(trpc.access.openLink.queryOptions())
  useKommuneColour(kommune.data?.colour)

  if (kommune.isPending || link.isPending) return <Alone><Waiting>Henter siden</Waiting></Alone>
  if (!kommune.data) return isNotFound(kommune.error) ? <DeadLink /> : <Unanswered onRetry={() => void kommune.refetch()} />
  if (link.isError && !isNotFound(link.error)) return <Unanswered onRetry={() => void link.refetch()} />

  const { name, phone, phoneHours } = kommune.data
  const Errand = link.data && pages[link.data.purpose]
  return (
    <>
      <SkipLink>Gå til indhold</SkipLink>
      <Header kommune={kommune.data} homeHref={location.href} phoneLabel="Ring til os" />
      <main id={mainId}>
        <Page>
          {Errand ? <Suspense fallback={<Waiting>Henter siden</Waiting>}><Errand /></Suspense> : <DeadLinkWords />}
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
