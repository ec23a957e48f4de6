import { useTRPC } from '@medspil/client'
import { ActRow, useHeadingAfter, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { SignupAnswer } from '../answer/signup-answer.tsx'
import { Loaded } from '../problem.tsx'
import { TodaysTeam } from '../team/todays-team.tsx'
import { useView } from '../use-view.ts'
import type { ProgrammeView } from '../programme/programme-page.tsx'
import { BoardHome } from './board-home.tsx'
import { DeclareForm } from './declare-form.tsx'

const OfferPage = lazy(() => import('./offer-page.tsx'))
const Programmes = lazy(() => import('../programme/programme-page.tsx').then(({ Programmes: part }) => ({ default: part })))
const MoneyPage = lazy(() => import('./money-page.tsx'))

/** Where on the forening's own page one is. */
export type BoardView =
  | { at: 'home' } | { at: 'money' } | { at: 'declare' } | { at: 'answer'; signupId: string } | { at: 'team'; offerId: string } | { at: 'offer'; offerId: string | null } | ProgrammeView

/** Behind the board's link: children waiting, offers, the yearly declaration and the money of one forening. */
export default function BoardPage() {
  const [view, go] = useView<BoardView>({ at: 'home' })
  const mine = useQuery(useTRPC().forening.mine.queryOptions())
  useHeadingAfter(view.at)
  const home = () => go({ at: 'home' })
  return (
    <Loaded query={mine}>
      {(forening) => (
        <Suspense fallback={<Waiting>Henter siden</Waiting>}>
          {view.at === 'home' && <BoardHome forening={forening} go={go} />}
          {view.at !== 'home' && <ActRow pictogram="tilbage" onClick={home}><bdi>{forening.name}</bdi></ActRow>}
          {view.at === 'answer' && <OneAnswer signupId={view.signupId} onBack={home} />}
          {view.at === 'team' && <OneTeam offerId={view.offerId} />}
          {view.at === 'declare' && <DeclareForm declaration={forening.declaration} foreningName={forening.name} onDone={home} />}
          {view.at === 'offer' && <OfferPage offerId={view.offerId} onDone={home} />}
          {(view.at === 'programme' || view.at === 'activity') && <Programmes view={view} go={go} />}
          {view.at === 'money' && <MoneyPage payment={forening.payment} />}
        </Suspense>
      )}
    </Loaded>
  )
}

function OneAnswer({ signupId, onBack }: { signupId: string; onBack: () => void }) {
  const question = useQuery(useTRPC().forening.openAnswer.queryOptions({ signupId }))
  return <Loaded query={question}>{(shown) => <SignupAnswer question={shown} onBack={onBack} />}</Loaded>
}

function OneTeam({ offerId }: { offerId: string }) {
  const list = useQuery(useTRPC().attendance.list.queryOptions({ offerId }))
  return <Loaded query={list}>{(team) => <TodaysTeam key={offerId} team={team} />}</Loaded>
}
