import { useTRPC } from '@medspil/client'
import type { MyTrips } from '@medspil/contracts/guide-match'
import { DayText, DeskHead, EmptyState, KeyFigure, KeyFigures, Notice, PhoneLink, useHeadingAfter } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { AnswerProposal } from './answer-proposal.tsx'
import { certificateState } from './certificate.ts'
import { FollowedChildren } from './followed-children.tsx'
import { NextTrip } from './next-trip.tsx'
import { OtherTrips } from './other-trips.tsx'
import { isOpen, sayMinutes } from './trip-words.ts'
import './guide-match.css'

export const Route = createLazyRoute('/$kommune/ture')({ component: MyTripsPage })

/** The guide's own page, made for a phone: the next trip first, then who asks, the children and the hours. */
function MyTripsPage() {
  const mine = useQuery(useTRPC().guideMatch.myTrips.queryOptions())
  return (
    <>
      <PageTitle title="Mine ture" />
      <Loaded query={mine}>{(page) => <Trips page={page} />}</Loaded>
    </>
  )
}

function Trips({ page }: { page: MyTrips }) {
  const today = todayHere()
  const { matches, trips, mayTravel, minutesThisMonth } = page
  const [next, ...later] = trips.filter(isOpen)
  const asking = matches.filter(({ whose }) => whose === 'guide')
  const followed = matches.filter(({ whose }) => whose !== 'guide')
  useHeadingAfter([next?.tripId, ...asking.map(({ matchId }) => matchId)].join(' '))
  // A trip under way is always brought to its end, also when no new one may set out.
  const mayStep = next !== undefined && next.day <= today && (mayTravel || next.state === 'collected' || next.state === 'arrived')
  return (
    <div className="stack sheets my-trips">
      <DeskHead title="Mine ture">{next ? null : 'Der er ingen tur i kalenderen.'}</DeskHead>
      <MayTravel page={page} today={today} />
      {next && <NextTrip key={next.tripId} trip={next} today={today} mayStep={mayStep} />}
      {asking.map((match, index) => <AnswerProposal key={match.matchId} match={match} isStrong={!mayStep && index === 0} />)}
      {matches.length === 0 && <EmptyState pictogram="guide" title="Du følger ingen børn lige nu"><p>Kommunen spørger dig her, når et barn gerne vil følges med dig.</p></EmptyState>}
      {followed.length > 0 && <FollowedChildren matches={followed} mayPlan={mayTravel} />}
      <OtherTrips later={later} done={trips.filter((trip) => !isOpen(trip))} />
      <KeyFigures><KeyFigure name="Din tid i denne måned" figure={sayMinutes(minutesThisMonth)} of="Du skriver tiden, når turen er slut" /></KeyFigures>
    </div>
  )
}

/** Says it early when the børneattest runs out, and whom to call when no trip may set out. */
function MayTravel({ page, today }: { page: MyTrips; today: string }) {
  const { kommune } = useActor()
  const { mayTravel, whyNot, certificateUntil } = page
  const call = <>Ring til kommunen på <PhoneLink phone={kommune.phone} />, {kommune.phoneHours}.</>
  if (!mayTravel) {
    return (
      <Notice tone="no" sign="attest" role="status">
        <p><b>Ingen nye ture lige nu.</b> {sayStop(whyNot)} {call}</p>
      </Notice>
    )
  }
  if (certificateUntil === null || certificateState({ certificateUntil, certificateValid: true }, today) !== 'soon') return null
  return <Notice tone="judge" sign="attest"><p>Din børneattest gælder til <DayText day={certificateUntil} />. Kommunen skal hente en ny inden da, ellers stopper turene. {call}</p></Notice>
}

function sayStop(whyNot: string | null): string {
  if (whyNot === 'guide-certificate-lapsed') return 'Din børneattest gælder ikke mere. Kommunen skal hente en ny med dit ja.'
  if (whyNot === 'guide-certificate-missing') return 'Kommunen har ikke set din børneattest endnu.'
  return 'Du er ikke aktiv som guide i øjeblikket.'
}
