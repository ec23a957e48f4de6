import { useOnce, useTRPC } from '@medspil/client'
import type { MatchView } from '@medspil/contracts/guide-match'
import { Button, clockFromText, DateFields, dayFromParts, partsFromDay, TextField, TimeField, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { noClock } from '../frame/no-clock.ts'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { nextWeekday } from './trip-words.ts'

/** Day, hour and place of a trip; the day is the next of the agreed weekday unless it is changed. */
export function PlanTrip({ match, onDone }: { match: MatchView; onDone: () => void }) {
  const today = todayHere()
  const [date, setDate] = useState(() => partsFromDay(nextWeekday(match.weekday, today)))
  const [meetAt, setMeetAt] = useState('')
  const [place, setPlace] = useState('')
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const plan = useOnce(`guide-match.plan-trip:${match.matchId}`, trpc.guideMatch.planTrip.mutationOptions())
  const [day, clock] = [dayFromParts(date), clockFromText(meetAt)]
  const problems = {
    'turens-dag': day === null ? 'Skriv dag, måned og år' : day < today ? 'Skriv en dag, der ikke er gået' : undefined,
    'turens-tid': clock === null ? noClock : undefined,
    'turens-sted': place.trim() === '' ? 'Skriv, hvor I mødes' : undefined,
  }
  const errorAt = (id: keyof typeof problems) => (asked ? problems[id] : undefined)
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        const first = Object.entries(problems).find(([, problem]) => problem)
        if (first) return document.getElementById(first[0])?.focus()
        if (day === null || clock === null) return
        plan.mutate({ matchId: match.matchId, day, meetAt: clock, place: place.trim() }, {
          onSuccess: async () => {
            say('Turen er planlagt')
            onDone()
            await cache.invalidateQueries({ queryKey: trpc.guideMatch.myTrips.queryKey() })
          },
        })
      }}
    >
      <DateFields name="turens-dag" label="Hvilken dag?" texts={{ day: 'Dag', month: 'Måned', year: 'År' }} value={date} onChange={setDate} error={errorAt('turens-dag')} />
      <TimeField name="turens-tid" label="Hvornår mødes I?" value={meetAt} onChange={setMeetAt} error={errorAt('turens-tid')} />
      <TextField name="turens-sted" label="Hvor mødes I?" hint="Fx: hjemme hos barnet, eller ved hallen" autoComplete="off" maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} error={errorAt('turens-sted')} />
      <Problem error={plan.error} />
      <div><Button type="submit" wide busy={plan.isPending}>Gem turen</Button></div>
    </form>
  )
}
