import { newId } from '@medspil/db'
import { addDays, type Day } from '@medspil/domain/day'
import { admitsOf, agesOf, type Audience } from '@medspil/domain/holiday-program'
import type { Chance } from '../life/chance.ts'
import type { Organiser } from './organisers.ts'
import type { PlantedRow } from './plant.ts'
import { themes } from './themes.ts'

/** An activity as it is offered year after year; `days` count from the programme's first Monday. */
export interface ActivityPlan {
  organiser: Organiser; title: string; activity: string; pictogram: string; description: string; audience: Audience; days: number[]; from: string; to: string
  /** Øre. */
  price: number
  capacity: number; minimum: number | null; equipment: string; accessibility: string; supportNeeds: string[]; languages: string[]
  /** Places kept for supported children. */
  reserved: number
  /** How much it is wanted, 0 to 1. */
  wanted: number
}

/** An activity that was planted in one year, with what a crowd asks about it. */
export interface PlantedActivity extends ActivityPlan { id: string; dates: Day[]; ages: { from: number; to: number } }

const supports = ['rolige omgivelser', 'små hold', 'ekstra voksen med', 'billeder af dagens gang', 'kan komme senere og gå før']

/** Plans that together have exactly `places`, spread over so many weeks. */
export function planActivities(chance: Chance, organisers: readonly Organiser[], { count, places, weeks }: { count: number; places: number; weeks: number }): ActivityPlan[] {
  const plans = Array.from({ length: count }, (_, n) => planOne(chance, organisers, n, weeks))
  // Small ones stay small: what is missing or too much is shared by the large ones.
  for (let left = places - plans.reduce((sum, { capacity }) => sum + capacity, 0), n = 0; left !== 0; n += 1) {
    const plan = plans[n % count]!
    if (plan.capacity < 12 || (left < 0 && plan.capacity <= 12)) continue
    plan.capacity += Math.sign(left)
    left -= Math.sign(left)
  }
  return plans
}

function planOne(chance: Chance, organisers: readonly Organiser[], n: number, weeks: number): ActivityPlan {
  const theme = themes[n % themes.length]!
  const organiser = chance.pick(organisers.filter(({ by }) => by === theme.by))
  const length = chance.pick(theme.days)
  const begins = chance.between(0, weeks - 1) * 7 + chance.between(0, 5 - length)
  const [from, to] = chance.pick(theme.hours)
  const ages = chance.pick(theme.ages)
  const capacity = chance.between(...theme.capacity)
  const byGrade = chance.yes(0.15)
  return {
    organiser, from, to, capacity, title: chance.pick(theme.titles), activity: theme.activity, pictogram: theme.pictogram, equipment: theme.equipment,
    description: `${theme.line} Vi mødes ved ${organiser.place}. Alle kan være med, også hvis man ikke kender nogen.`,
    audience: byGrade ? { kind: 'grades', from: ages[0] - 6, to: Math.min(10, ages[1] - 7) } : { kind: 'ages', from: ages[0], to: ages[1] },
    days: Array.from({ length }, (_, at) => begins + at), price: chance.pick(theme.kroner) * 100,
    minimum: chance.yes(0.6) ? Math.max(4, Math.floor(capacity * (chance.yes(0.12) ? 0.8 : 0.35))) : null, accessibility: chance.yes(0.6) ? 'Adgang og toilet for kørestol.' : 'Der er trapper.',
    supportNeeds: supports.filter(() => chance.yes(0.15)), languages: chance.yes(0.25) ? ['da', chance.pick(['en', 'ar', 'uk', 'tr'])] : ['da'],
    reserved: chance.yes(0.15) ? chance.between(2, 3) : 0, wanted: chance.between(0, 100) / 100,
  }
}

/** The same plans in one year's programme. @param copied ids of last year's, in the same order */
export function activitiesOf(plans: readonly ActivityPlan[], first: Day): PlantedActivity[] {
  return plans.map((plan) => ({ ...plan, id: newId(), dates: plan.days.map((n) => addDays(first, n)), ages: agesOf(plan.audience) }))
}

/** Rows of offers and their meetings. `reservedUntil` is null where the time of kept places is over. */
export function offerRows(activities: readonly PlantedActivity[], program: { id: string; first: Day; isOver: boolean }, copied: readonly PlantedActivity[] = []): { offers: PlantedRow[]; occurrences: PlantedRow[] } {
  const offers = activities.map((one, n): PlantedRow => {
    const [firstDay, lastDay] = [one.dates[0]!, one.dates.at(-1)!]
    return {
      id: one.id, forening_id: one.organiser.foreningId, program_id: program.id, title: one.title, activity: one.activity, description: one.description,
      age_from: one.ages.from, age_to: one.ages.to, admits: admitsOf(one.audience, program.first), weekday: null, time_from: one.from, time_to: one.to,
      place: one.organiser.place, area: one.organiser.area, travel: 'Ring, hvis I mangler en vej derhen.', price: one.price, price_kind: 'activity', season_from: firstDay, season_to: lastDay,
      capacity: one.capacity, trial_free: false, support_needs: one.supportNeeds, pictogram: one.pictogram, state: 'published', equipment: one.equipment,
      accessibility: one.accessibility, languages: one.languages, minimum: one.minimum, minimum_decided_on: one.minimum === null ? null : addDays(firstDay, -10),
      reserved: program.isOver ? 0 : one.reserved, reserved_until: program.isOver || one.reserved === 0 ? null : addDays(firstDay, -21), copied_from_id: copied[n]?.id ?? null,
    }
  })
  const occurrences = activities.flatMap((one) => one.dates.map((day): PlantedRow => ({ id: newId(), offer_id: one.id, day, time_from: one.from, time_to: one.to, place: one.organiser.place })))
  return { offers, occurrences }
}
