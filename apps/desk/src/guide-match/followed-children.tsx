import type { MatchView } from '@medspil/contracts/guide-match'
import { ActRow, DayText, Dialog, Disc, Sheet, Tag, TaskList } from '@medspil/ui'
import { useState } from 'react'
import { PlanTrip } from './plan-trip.tsx'
import { ownStageWords, sayList, tripCount, weekdayName } from './words.ts'

/** The children one goes along with: what each likes, how far one has stepped back, and the next trip to plan. */
export function FollowedChildren({ matches, mayPlan }: { matches: readonly MatchView[]; mayPlan: boolean }) {
  const [planning, setPlanning] = useState<MatchView | null>(null)
  const close = () => setPlanning(null)
  return (
    <Sheet title="Børn, du følger" flush>
      <TaskList>
        {matches.map((match) => {
          const { childFirstName: child, wishes, stage, weekday, trips, maxUntil, whose } = match
          const isUnderWay = match.state === 'active' || match.state === 'fading'
          return (
            <li key={match.matchId} className="task followed">
              <Disc name="person" small />
              <div>
                <h3>{child}</h3>
                {wishes.interests.length > 0 && <p>Kan lide {sayList(wishes.interests)}</p>}
                <p className="why">{ownStageWords[stage]}, om {weekdayName(weekday)}en{trips > 0 && ` · ${tripCount(trips)}`}</p>
                {maxUntil && isUnderWay && <p className="why">Længst til <DayText day={maxUntil} /></p>}
                {whose === 'family' && <Tag tone="wait">Familien er spurgt</Tag>}
                {isUnderWay && mayPlan && <ActRow pictogram="kalender" aria-label={`Planlæg en tur med ${child}`} onClick={() => setPlanning(match)}>Planlæg en tur</ActRow>}
              </div>
            </li>
          )
        })}
      </TaskList>
      <Dialog open={planning !== null} title={planning ? `En tur med ${planning.childFirstName}` : ''} closeLabel="Luk" onClose={close}>
        {planning && <PlanTrip match={planning} onDone={close} />}
      </Dialog>
    </Sheet>
  )
}
