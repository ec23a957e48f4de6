import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { LetterRow } from '@medspil/contracts/letter'
import { BackLink, DayText, EmptyState, LinkRow, Page, RowList, Tag, useWorthWaiting, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { Statements } from './statements.tsx'

/** Papirer: decisions, receipts, and the statement of what was paid. */
export function PapersPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Papirer`}><Papers /></LoggedIn>
}

function Papers() {
  const { t } = useLingui()
  const paths = usePaths()
  const trpc = useTRPC()
  const letters = useQuery(trpc.letter.mine.queryOptions())
  // The statements stand above a link; they come with the page.
  const mine = useQuery(trpc.application.mine.queryOptions())
  const waits = useWorthWaiting(letters.data !== undefined && mine.isPending)
  if (letters.isPending || waits) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(letters)) return <UnansweredPage onRetry={() => void letters.refetch()} />
  return (
    <Page>
      <PageTitle title={t`Papirer`} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <h1><Trans>Papirer</Trans></h1>
      <section>
        <h2><Trans>Breve</Trans></h2>
        {letters.data.length === 0
          ? <EmptyState pictogram="brev" title={<Trans>Ingen breve endnu</Trans>}><p><Trans>Når der er svar, ligger brevet her.</Trans></p></EmptyState>
          : <RowList rows={letters.data.map((letter) => ({ key: letter.id, pictogram: 'brev', href: paths.letter(letter.id), text: <LetterLine letter={letter} /> }))} />}
      </section>
      <Statements />
      <p><LinkRow pictogram="papir" href={paths.receipts}><Trans>Kvitteringer</Trans></LinkRow></p>
    </Page>
  )
}

function LetterLine({ letter: { title, sentAt, readAt } }: { letter: LetterRow }) {
  return (
    <>
      <bdi lang="da">{title}</bdi>{' '}
      {readAt === null && <Tag tone="judge" sign="brev"><Trans>Ikke læst</Trans></Tag>}
      <small className="small row-note"><DayText day={sentAt.slice(0, 10)} /></small>
    </>
  )
}
