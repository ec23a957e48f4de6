import { isNotFound, MedspilProvider, useTRPC } from '@medspil/client'
import type { LinkPurpose } from '@medspil/domain/access'
import {
  Button, Footer, hardSpaces, Header, mainId, midSentence, Page, PhoneLink, SkipLink, ToastRegion, useKommuneColour, Waiting,
} from '@medspil/ui'
import type { KommuneInfo } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { Fragment, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { DeadLinkWords } from './dead-link.tsx'
import { InChosenLanguage, InDanish, Languages, useSpoken } from './language.tsx'
import { cameBack, readLinkToken } from './link-token.ts'
import { pages } from './pages.ts'
import type { ErrandProps } from './pages.ts'
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
  return (
    <InChosenLanguage>
      {!token ? <DeadLink /> : (
        <MedspilProvider key={token.secret} baseUrl="" app="link" kommuneKey={token.kommuneKey} linkToken={token.secret}>
          <ToastRegion><Errand secret={token.secret} /></ToastRegion>
        </MedspilProvider>
      )}
    </InChosenLanguage>
  )
}

function Errand({ secret }: { secret: string }) {
  const trpc = useTRPC()
  const kommune = useQuery(trpc.access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  const link = useQuery(trpc.access.openLink.queryOptions())
  const kept = useKeptList(secret)
  const { isComing } = useSpoken()
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
    return kommune.isError ? <Unanswered onRetry={() => void kommune.refetch()} /> : <Alone><Opening /></Alone>
  }
  if (!purpose && !isDead) return link.isError ? <Unanswered onRetry={() => void link.refetch()} /> : <Alone><Opening /></Alone>

  // Two answers lie side by side: they must not change places, as they do in Arabic, once they can be pressed.
  if (isComing) return <Alone><Opening /></Alone>
  const isBoard = purpose === 'forening-desk' || purpose === 'program-activities'
  const Tongue = isBoard ? InDanish : Fragment
  return (
    <Tongue>
      <Frame kommune={shown}>
        {purpose && !isDead ? <Purpose of={purpose} kommune={shown} kept={kept} /> : <DeadLinkWords />}
      </Frame>
      {!isBoard && <Languages />}
    </Tongue>
  )
}

function Purpose({ of, ...given }: ErrandProps & { of: LinkPurpose }) {
  const Page = pages[of]
  return Page ? <Suspense fallback={<Opening />}><Page {...given} /></Suspense> : <DeadLinkWords />
}

function Frame({ kommune, children }: { kommune: KommuneInfo; children: ReactNode }) {
  const { frame } = useSpoken().words
  return (
    <>
      <SkipLink>{frame.skip}</SkipLink>
      <Header kommune={kommune} homeHref={location.href} phoneLabel={frame.callUs} />
      <main id={mainId}>
        <Page>{children}</Page>
      </main>
      <Footer kommuneName={kommune.name} links={[]}>
        {frame.foot(<PhoneLink phone={kommune.phone} />, <span lang="da">{midSentence(hardSpaces(kommune.phoneHours))}</span>)}
      </Footer>
    </>
  )
}

function Opening() {
  return <Waiting>{useSpoken().words.frame.loading}</Waiting>
}

/** A link that is used up, too old, ended or mistyped: the page cannot tell which, and must not. */
function DeadLink() {
  return <Alone><DeadLinkWords /></Alone>
}

function Unanswered(props: { onRetry: () => void }) {
  const { silence, frame } = useSpoken().words
  useTitle(silence.title)
  return (
    <Alone>
      <div className="stack">
        <h1>{silence.title}</h1>
        <p>{silence.text}</p>
        <div><Button onClick={props.onRetry}>{frame.retry}</Button></div>
      </div>
    </Alone>
  )
}

function Alone(props: { children: ReactNode }) {
  return <main id={mainId}><Page>{props.children}</Page></main>
}
