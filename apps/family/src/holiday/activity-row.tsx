import { Plural, Trans } from '@lingui/react/macro'
import type { ActivityView } from '@medspil/contracts/holiday-program'
import { Chip, DaysText, DayText, Money, OfferRow, Tag } from '@medspil/ui'
import { colourOf, signOf } from '../find/offer-signs.ts'
import { MeetsText } from '../find/say-when.tsx'
import { usePaths } from '../paths.ts'
import { paidByFamily } from './find-activities.ts'

interface RowProps { activity: ActivityView; day: string; hasPass: boolean; kept: boolean; onKeep: () => void }

/** One activity under its day: when, where, for whom, the price after the pass, and whether there is room. */
export function ActivityRow({ activity, day, hasPass, kept, onKeep }: RowProps) {
  const paths = usePaths()
  const { title, state } = activity
  // What is held or cancelled has no page any more, and is not to be kept in mind.
  const isGone = state === 'cancelled' || state === 'finished'
  return (
    <OfferRow
      heading="h3" {...(!isGone && { href: paths.offer(activity.id) })} pictogram={signOf(activity.pictogram)} colour={colourOf(activity.pictogram)} title={title} forening={activity.foreningName}
      facts={[
        { pictogram: 'ur', text: <><MeetsText {...activity} weekday={null} /><MoreDays activity={activity} day={day} /></> },
        { pictogram: 'sted', text: <bdi lang="da">{activity.area && !activity.place.includes(activity.area) ? `${activity.place}, ${activity.area}` : activity.place}</bdi> },
        { pictogram: 'familie', text: <WhoText {...activity} /> },
      ]}
      price={<Price activity={activity} hasPass={hasPass} />}
      without={activity.forChild && activity.forChild.paidByPass > 0n ? <Trans>Uden pas: <Money ore={activity.price} /></Trans> : null}
      tag={<StateTag activity={activity} />}
      act={!isGone && state !== 'held' && <Chip on={kept} onToggle={onKeep}><Trans>Husk<span className="sr-only"> <bdi lang="da">{title}</bdi></span></Trans></Chip>}
    />
  )
}

/** Whom it is for: by class or by years. */
export function WhoText({ grades, ageFrom, ageTo }: Pick<ActivityView, 'grades' | 'ageFrom' | 'ageTo'>) {
  if (grades && grades.from === grades.to) return <Trans>{grades.from}. klasse</Trans>
  if (grades) return <Trans>{grades.from}. til {grades.to}. klasse</Trans>
  return <Trans>{ageFrom} til {ageTo} år</Trans>
}

function MoreDays({ activity: { days }, day }: { activity: ActivityView; day: string }) {
  const last = days.at(-1) ?? day
  if (days.length < 2) return null
  // Days without a gap read as one stretch; others are counted.
  const isInARow = (Date.parse(last) - Date.parse(days[0] ?? last)) / 86_400_000 === days.length - 1
  return <> · {isInARow ? <DaysText first={days[0] ?? day} last={last} form="day" /> : <Trans><Plural value={days.length} one="# dag" other="# dage" />, sidst <DayText day={last} form="day" /></Trans>}</>
}

function Price({ activity, hasPass }: { activity: ActivityView; hasPass: boolean }) {
  if (activity.price === 0n) return <Trans>Gratis</Trans>
  const left = paidByFamily(activity)
  return hasPass && left < activity.price ? <Trans><Money ore={left} /> med pas</Trans> : <Money ore={activity.price} />
}

function StateTag({ activity: { state, forChild, freePlaces, waiting } }: { activity: ActivityView }) {
  if (state === 'cancelled') return <Tag tone="no"><Trans>Aflyst</Trans></Tag>
  if (forChild?.signupId) return <Tag tone="info"><Trans>I har skrevet jer op</Trans></Tag>
  if (state === 'held' || state === 'finished') return <Tag tone="plain" sign="kalender">{state === 'finished' ? <Trans>Slut</Trans> : <Trans>Er begyndt</Trans>}</Tag>
  if (forChild?.whyNot && forChild.whyNot.reason !== 'grade-unknown') return <Tag tone="plain" sign="kryds"><Trans>Passer ikke i alder</Trans></Tag>
  if (freePlaces > 0) return <Tag tone="ok"><Plural value={freePlaces} one="# ledig plads" other="# ledige pladser" /></Tag>
  return <Tag tone="wait"><Trans>Fyldt · I bliver nummer {waiting + 1}</Trans></Tag>
}
