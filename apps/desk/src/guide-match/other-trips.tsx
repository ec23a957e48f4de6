import type { TripView } from '@medspil/contracts/guide-match'
import { DayText, Sheet, Tag, TimeText } from '@medspil/ui'
import type { Tone } from '@medspil/ui'
import { sayMinutes, tripWords } from './trip-words.ts'

/** How many past trips are shown; the rest are counted in the hours. */
const shownDone = 5
const tones: Partial<Record<TripView['state'], Tone>> = { returned: 'ok', 'not-at-home': 'no', cancelled: 'no' }

/** The trips after the next one, and the last that are over. */
export function OtherTrips({ later, done }: { later: readonly TripView[]; done: readonly TripView[] }) {
  return (
    <>
      {later.length > 0 && <Sheet title="Senere"><TripLines trips={later} /></Sheet>}
      {done.length > 0 && <Sheet title="Skrevet ind"><TripLines trips={[...done].reverse().slice(0, shownDone)} /></Sheet>}
    </>
  )
}

function TripLines({ trips }: { trips: readonly TripView[] }) {
  return (
    <ul className="trips">
      {trips.map((trip) => (
        <li key={trip.tripId}>
          <b>{trip.childFirstName}</b>
          <span><DayText day={trip.day} form="weekday" first /> <TimeText time={trip.meetAt} /></span>
          <span className="small">{trip.place}{trip.minutes !== null && ` · ${sayMinutes(trip.minutes)}`}</span>
          {trip.state !== 'planned' && <Tag tone={tones[trip.state] ?? 'info'}>{tripWords[trip.state]}</Tag>}
        </li>
      ))}
    </ul>
  )
}
