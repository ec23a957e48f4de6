import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { FamilyMatches } from '@medspil/contracts/guide-match'
import { BackLink, EmptyState, focusHeading, Page, PhoneLink, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { AnswerGuide } from './answer-guide.tsx'
import { WithGuide } from './with-guide.tsx'

/** Fritidsguide: who wants to go along with the child, the family's yes or no, and the trips. */
export function GuidePage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Fritidsguide`}><Guides /></LoggedIn>
}

function Guides() {
  const mine = useQuery(useTRPC().guideMatch.ofMyFamily.queryOptions())
  if (hasNoPage(mine)) return <UnansweredPage onRetry={() => void mine.refetch()} />
  if (!mine.data) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  return <OurGuides found={mine.data} />
}

function OurGuides({ found }: { found: FamilyMatches }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { phone } = useKommune()
  const asked = found.matches.filter(({ whose }) => whose === 'family')
  // An answer takes its buttons away; the keyboard goes on from the heading.
  const waiting = asked.map(({ matchId }) => matchId).join(' ')
  const before = useRef(waiting)
  useEffect(() => {
    if (before.current !== waiting) focusHeading()
    before.current = waiting
  }, [waiting])
  const together = found.matches.filter(({ state }) => state === 'active' || state === 'fading')
  return (
    <Page>
      <PageTitle title={t`Fritidsguide`} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <div className="stack">
        <h1><Trans>Fritidsguide</Trans></h1>
        <p className="lead"><Trans>En voksen, der følges med barnet, til det kan selv.</Trans></p>
      </div>
      {asked.map((match, index) => <AnswerGuide key={match.matchId} match={match} isFirst={index === 0} />)}
      {together.map((match) => <WithGuide key={match.matchId} match={match} trips={found.trips.filter(({ matchId }) => matchId === match.matchId)} />)}
      {asked.length + together.length === 0 && (
        <EmptyState pictogram="guide" title={<Trans>I har ingen guide lige nu</Trans>}>
          <p><Trans>Vil I gerne have en? Ring på <PhoneLink phone={phone} />. Vi spørger, hvad barnet selv ønsker.</Trans></p>
        </EmptyState>
      )}
    </Page>
  )
}
