import type { Day } from '@medspil/domain/day'
import type { Audience } from '@medspil/domain/holiday-program'
import type { Ore } from '@medspil/ledger'
import { counted } from './counted.ts'
import { sayKroner } from './letter/say.ts'

const hard = '\u00a0'
const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
const headings = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const shortDays = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const fullDays = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** An activity as the printed programme tells it; price in øre for one child. */
export interface PrintedActivity {
  title: string; description: string; equipment: string; organiser: string; area: string; audience: Audience; capacity: number; price: Ore; supportNeeds: readonly string[]
  sessions: readonly { day: Day; timeFrom: string; timeTo: string; place: string }[]
}

/** A printed programme: a heading, what to know first, and day by day what there is. `later` days point back to the first. */
export interface PrintedProgram {
  title: string; days: string; know: string[]
  byDay: { heading: string; activities: { title: string; facts: string[]; text: string }[]; later: string[] }[]
}

const clock = (time: string) => `${Number(time.slice(0, 2))}.${time.slice(3)}`
const when = ({ timeFrom, timeTo }: { timeFrom: string; timeTo: string }) => `kl.${hard}${clock(timeFrom)}–${clock(timeTo)}`
const short = (day: Day) => shortDays.format(noon(day)).replace(' ', hard)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** For whom, as one says it. */
const forWhom = ({ kind, from, to }: Audience) => (kind === 'ages' ? `${from === to ? from : `${from}–${to}`} år` : `${from === to ? from : `${from}.–${to}`}. klasse`)

/**
 * The words of the printed programme, grouped by day: ages, places, price and organiser, and where to sign up. Nothing in
 * it tells of reserved places, and no child is in it.
 * @param told.address where families sign up; @param told.opens the sentence about when
 */
export function printedProgram(program: { name: string; fromDay: Day; toDay: Day }, activities: readonly PrintedActivity[], told: { address: string; phone: string; opens: string }): PrintedProgram {
  const days = [...new Set(activities.flatMap(({ sessions }) => sessions.map(({ day }) => day)))].sort()
  const firstDay = (one: PrintedActivity) => one.sessions.map(({ day }) => day).sort()[0]
  return {
    title: program.name, days: `${fullDays.formatRange(noon(program.fromDay), noon(program.toDay))}`,
    know: [told.opens, `Se det hele, og søg plads på ${told.address}.`, `Har du brug for hjælp, så ring på ${told.phone}.`],
    byDay: days.map((day) => {
      const here = activities.filter(({ sessions }) => sessions.some((one) => one.day === day)).toSorted((a, b) => (startOf(a, day) < startOf(b, day) ? -1 : 1))
      return {
        heading: capital(headings.format(noon(day)).replace(/(\d\.) /, `$1${hard}`).replace(' ', ' den ')),
        activities: here.filter((one) => firstDay(one) === day).map((one) => ({ title: one.title, facts: factsOf(one, day), text: [one.description, one.equipment && `Medbring: ${one.equipment}`].filter(Boolean).join(' ') })),
        later: here.filter((one) => firstDay(one) !== day).map((one) => `${one.title} ${when(one.sessions.find((session) => session.day === day)!)}, begynder ${short(firstDay(one)!)}`),
      }
    }),
  }
}

const startOf = ({ sessions }: PrintedActivity, on: Day): string => sessions.find(({ day }) => day === on)?.timeFrom ?? ''

function factsOf(one: PrintedActivity, day: Day): string[] {
  const session = one.sessions.find((each) => each.day === day)!
  const more = one.sessions.filter((each) => each.day !== day)
  return [
    `${capital(when(session))}, ${session.place}, ${one.area}`, ...(more.length > 0 ? [`Også ${more.map((each) => short(each.day)).join(', ')}`] : []),
    `${forWhom(one.audience)} · ${counted(one.capacity, 'plads', 'pladser')} · ${one.price === 0n ? 'gratis' : sayKroner(one.price)}`, `${one.organiser}${one.supportNeeds.length > 0 ? ` · ${one.supportNeeds.join(', ').toLowerCase()}` : ''}`,
  ]
}
