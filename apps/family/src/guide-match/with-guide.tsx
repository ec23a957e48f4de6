import { Trans, useLingui } from '@lingui/react/macro'
import type { MatchView, TripView } from '@medspil/contracts/guide-match'
import { DayText, FactList, Panel, PhoneLink, Tag, TimeText } from '@medspil/ui'
import { useKommune } from '../frame/kommune.tsx'
import { GuideFacts } from './guide-facts.tsx'

/** How many past trips are shown. */
const shownDone = 5
const open: readonly TripView['state'][] = ['planned', 'late', 'collected', 'arrived']

/** A guide who goes along: how, the trips to come and those that have been. */
export function WithGuide({ match, trips }: { match: MatchView; trips: readonly TripView[] }) {
  const { phone } = useKommune()
  const guide = <bdi>{match.guideName.split(' ')[0]}</bdi>
  const name = <bdi>{match.childFirstName}</bdi>
  const ahead = trips.filter(({ state }) => open.includes(state))
  const done = trips.filter(({ state }) => !open.includes(state)).reverse().slice(0, shownDone)
  return (
    <>
      <section>
        <Panel look="kommune">
          <h2><Trans>{guide} følges med {name}</Trans></h2>
          <GuideFacts match={match} />
        </Panel>
      </section>
      <section className="stack">
        <h2><Trans>De næste ture</Trans></h2>
        {ahead.length === 0 ? <p><Trans>Der er ingen tur i kalenderen endnu.</Trans></p> : <TripList trips={ahead} />}
        <p className="small"><Trans>I får besked, når {name} er hentet, og når {name} er hjemme. Skal noget være anderledes, så ring på <PhoneLink phone={phone} />.</Trans></p>
      </section>
      {done.length > 0 && (
        <section className="stack">
          <h2><Trans>Ture, der har været</Trans></h2>
          <TripList trips={done} />
        </section>
      )}
    </>
  )
}

function TripList({ trips }: { trips: readonly TripView[] }) {
  const { t } = useLingui()
  return (
    <FactList
      facts={trips.map((trip, index) => ({
        pictogram: 'kalender', name: t`Tur ${index + 1}`, text: <><DayText day={trip.day} form="weekday" first /> <TimeText time={trip.meetAt} /> <TripTag state={trip.state} /></>,
        more: <bdi lang="da">{trip.place}</bdi>,
      }))}
    />
  )
}

function TripTag({ state }: { state: TripView['state'] }) {
  switch (state) {
    case 'planned': return null
    case 'late': return <Tag tone="wait"><Trans>Forsinket</Trans></Tag>
    case 'collected': return <Tag tone="info" sign="gang"><Trans>På vej</Trans></Tag>
    case 'arrived': return <Tag tone="info" sign="sted"><Trans>Fremme</Trans></Tag>
    case 'returned': return <Tag tone="ok"><Trans>Hjemme igen</Trans></Tag>
    case 'not-at-home': return <Tag tone="no"><Trans>Ingen hjemme</Trans></Tag>
    case 'cancelled': return <Tag tone="no"><Trans>Aflyst</Trans></Tag>
  }
}
