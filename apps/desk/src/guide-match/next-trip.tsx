import { useOnce, useTRPC } from '@medspil/client'
import type { LogTripInput, TripView } from '@medspil/contracts/guide-match'
import { ActRow, Button, DayText, Dialog, FactList, TimeText, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { EndTrip } from './end-trip.tsx'
import { nextStep, tripWords } from './trip-words.ts'
import { ownStageWords } from './words.ts'

/** The next trip with its one strong act; the ways a trip can fail stand below it, smaller. */
export function NextTrip({ trip, today, mayStep }: { trip: TripView; today: string; mayStep: boolean }) {
  const { log, send } = useLogTrip(trip)
  const [open, setOpen] = useState<'closed' | 'end' | 'cancel'>('closed')
  const step = nextStep(trip)
  const hasNotSetOut = trip.state === 'planned' || trip.state === 'late'
  const close = () => setOpen('closed')
  return (
    <section className="panel warm next-trip" aria-labelledby="naeste-tur">
      <p className="small">{trip.day < today ? 'Ikke skrevet ind' : trip.day === today ? 'I dag' : 'Næste tur'}{trip.state !== 'planned' && ` · ${tripWords[trip.state]}`}</p>
      <h2 id="naeste-tur">{trip.childFirstName}{trip.day === today && <>, <TimeText time={trip.meetAt} /></>}</h2>
      <FactList
        facts={[
          ...(trip.day === today ? [] : [{ pictogram: 'kalender' as const, name: 'Dag', text: <><DayText day={trip.day} form="weekday" first /> <TimeText time={trip.meetAt} /></> }]),
          { pictogram: 'sted', name: 'Sted', text: trip.place },
          { pictogram: 'guide', name: 'Sådan følges I ad', text: ownStageWords[trip.stage] },
        ]}
      />
      {mayStep && step && <Button wide busy={log.isPending} onClick={() => (step.to === 'returned' ? setOpen('end') : send(step.to, { say: `${step.text}. Det er skrevet ind` }))}>{step.text}</Button>}
      <Problem error={log.error} />
      {hasNotSetOut && (
        <div className="trip-acts">
          {mayStep && trip.state === 'planned' && <ActRow pictogram="ur" onClick={() => send('late', { say: 'Du er skrevet op som forsinket' })}>Jeg er forsinket</ActRow>}
          {mayStep && <ActRow pictogram="spoerg" onClick={() => send('not-at-home', { say: 'Skrevet ind: ikke hjemme' })}>Ingen hjemme</ActRow>}
          <ActRow pictogram="kryds" onClick={() => setOpen('cancel')}>Aflys turen</ActRow>
        </div>
      )}
      <Dialog open={open === 'end'} title={`Turen med ${trip.childFirstName} er slut`} closeLabel="Luk" onClose={close}>
        <EndTrip trip={trip} today={today} busy={log.isPending} error={log.error} onEnd={(minutes, note) => send('returned', { minutes, note, say: 'Tak. Turen er skrevet ind', then: close })} />
      </Dialog>
      <Dialog open={open === 'cancel'} title="Vil du aflyse turen?" closeLabel="Luk" onClose={close}>
        <div className="stack">
          <p>{trip.childFirstName}s forældre får besked med det samme. Du behøver ikke give en grund.</p>
          <Problem error={log.error} />
          <div><Button busy={log.isPending} onClick={() => send('cancelled', { say: 'Turen er aflyst. Familien får besked', then: close })}>Ja, aflys turen</Button></div>
        </div>
      </Dialog>
    </section>
  )
}

type Sent = { minutes?: number; note?: string | null; say: string; then?: () => void }

function useLogTrip({ tripId, state }: TripView) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  // Each state of the trip is one act: what was pressed in the last one has been answered.
  const log = useOnce(`guide-match.log-trip:${tripId}:${state}`, trpc.guideMatch.logTrip.mutationOptions())
  const send = (to: LogTripInput['to'], { minutes, note, say: message, then }: Sent) => log.mutate({ tripId, to, minutes: minutes ?? null, note: note ?? null }, {
    onSuccess: async () => {
      then?.()
      say(message)
      await cache.invalidateQueries({ queryKey: trpc.guideMatch.myTrips.queryKey() })
    },
  })
  return { log, send }
}
