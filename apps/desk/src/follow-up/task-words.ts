import type { TaskView } from '@medspil/contracts/follow-up'
import { daysBetween, type Day } from '@medspil/domain/day'
import type { DiscColour, PictogramName } from '@medspil/ui'
import { formatDay, formatMoney } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'

const small = ['nul', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti']
/** `to gange`, `én gang`, `12 gange`. */
export const sayTimes = (count: number): string => `${small[count] ?? count} ${count === 1 ? 'gang' : 'gange'}`

/** What a check is called, from its id in the ordning: `month-3`, `day-14`, `half-year`. */
export function sayCheck(checkId: string): string {
  const [, unit, count = ''] = /^(day|month)-(\d+)$/.exec(checkId) ?? []
  if (unit) return unit === 'day' ? counted(Number(count), 'dag', 'dage') : counted(Number(count), 'måned', 'måneder')
  return checkId === 'first-training' ? 'Første træning' : checkId === 'half-year' ? 'Et halvt år' : checkId === 'news' ? 'Nyt' : 'Opfølgning'
}

const days = (from: string, to: string) => daysBetween(from as Day, to as Day)
const sayDay = (day: string) => formatDay(day, 'da', 'weekday')

/** Why a person is asked to act, as sentences with the facts in them. @param today ISO */
export function sayWhy({ because, firstName, activity, left }: Pick<TaskView, 'because' | 'firstName' | 'activity' | 'left'>, today: string): string {
  const to = activity?.name ?? 'aktiviteten'
  const forening = activity?.foreningName ?? 'Foreningen'
  switch (because.reason) {
    case 'first-training-missing':
      return `${firstName} skulle have været til ${to} for første gang ${sayDay(because.plannedOn)}, men er ikke krydset af${because.answered ? '' : ', og familien har ikke svaret'}.`
    case 'absent-in-a-row': return `Væk ${sayTimes(because.absences)} i træk fra ${to}. Før det mødt ${sayTimes(because.presentBefore)}.`
    case 'answer-and-marks-disagree': return because.said === 'active'
      ? `Familien siger, at ${firstName} er med til ${to}, men krydserne siger væk ${sayTimes(because.absent)}.`
      : `Familien siger, at ${firstName} er stoppet, men krydserne siger mødt${because.lastPresent ? ` ${sayDay(because.lastPresent)}` : ''}.`
    case 'forening-silent': return `${forening} har ikke svaret på tilmeldingen i ${counted(days(because.askedOn, today), 'dag', 'dage')}.`
    case 'forening-asks': return `${forening} spørger: ”${because.question}”`
    case 'forening-full': return `${forening} har ikke plads. Der skal findes noget andet.`
    case 'fee-higher': return `${forening} skriver, at prisen er ${formatMoney(because.fee)} og ikke ${formatMoney(because.agreed)}. Familien skal sige ja igen.`
    case 'never-came': return `${forening} siger, at ${firstName} aldrig kom.${because.moneyWaits ? ' Pengene venter på en afgørelse.' : ''}`
    case 'wants-something-else': return `De svarede: ”Vi vil hellere noget andet.”${left ? ` ${formatMoney(left)} er tilbage på passet.` : ''}`
    case 'no-answer-no-mark': return `Ingen har svaret siden ${sayDay(because.askedOn)}, og ${because.absences > 0 ? `${firstName} har været væk ${sayTimes(because.absences)}` : `ingen har krydset ${firstName} af`}.`
    case 'no-way-to-ask': return `Vi har hverken telefon eller mail til familien, og det er tid til at spørge.`
    case 'time-to-ask': return because.how === 'phone' ? `Det er tid til at ringe og høre, hvordan det går.` : `Det er tid til at mødes og høre, hvordan det går.`
    case 'pass-unused': return `Har haft passet i ${counted(Math.floor(days(because.since, today) / 7), 'uge', 'uger')} og ikke valgt noget.`
    case 'wants-company': return `Første træning er ${sayDay(because.firstTrainingOn)}. ${firstName} vil gerne have en at følges med.`
  }
}

/** When it was due, in a few words. */
export function sayWhen({ overdueBy, dueOn }: Pick<TaskView, 'overdueBy' | 'dueOn'>): string {
  if (overdueBy > 0) return overdueBy === 1 ? '1 dag over tid' : `${overdueBy} dage over tid`
  const text = overdueBy === 0 ? 'i dag' : overdueBy === -1 ? 'i morgen' : formatDay(dueOn, 'da', 'short')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The small line under when: what the date is about. */
export function sayWhenWhy({ because }: TaskView): string {
  if ('checkId' in because) return sayCheck(because.checkId)
  return because.reason === 'pass-unused' ? `Pas til ${formatDay(because.validTo, 'da', 'short')}` : ''
}

/** Who a task is solved with: the family, the forening, or an offer or a guide to be found. */
export type TaskKind = 'family' | 'forening' | 'offer' | 'guide'

/** What kind of act a task asks for. */
export function kindOf({ because }: Pick<TaskView, 'because'>): TaskKind {
  switch (because.reason) {
    case 'forening-silent': case 'forening-asks': return 'forening'
    case 'wants-something-else': case 'pass-unused': case 'forening-full': return 'offer'
    case 'wants-company': return 'guide'
    default: return 'family'
  }
}

/** The one verb on a row. */
export const verbs: Record<TaskKind, string> = { family: 'Ring til familien', forening: 'Ring til foreningen', offer: 'Foreslå tre tilbud', guide: 'Find en guide' }

const discs: Record<TaskKind, DiscColour> = { family: 'graes', forening: 'koral', offer: 'himmel', guide: 'kommune' }

/** The disc of a row: the activity's own drawing where there is one. */
export function discOf(task: TaskView): { pictogram: PictogramName; colour: DiscColour } {
  const kind = kindOf(task)
  const own = kind === 'guide' ? 'guide' : (task.activity?.pictogram ?? 'pas')
  return { pictogram: own as PictogramName, colour: discs[kind] }
}

/** The languages families are written to in, in Danish. */
export const languageNames: Record<string, string> = { da: 'dansk', en: 'engelsk', ar: 'arabisk', uk: 'ukrainsk', tr: 'tyrkisk', so: 'somalisk' }

const relations = { mother: 'mor', father: 'far', adult: 'voksne', self: '' } as const

/** `Ring til Leylas mor, Aylin`; the young person itself is rung by its own name. */
export function sayCall({ call, firstName, activity, because }: TaskView): string {
  if (kindOf({ because }) === 'forening') return `Ring til ${activity?.foreningName ?? 'foreningen'}`
  if (!call) return `Find en vej til ${genitive(firstName)} familie`
  return call.relation === 'self' ? `Ring til ${firstName}` : `Ring til ${genitive(firstName)} ${relations[call.relation]}, ${call.name.split(' ')[0]}`
}

const genitive = (name: string) => (/[sxz]$/i.test(name) ? `${name}’` : `${name}s`)

/** Why a child stopped, as one chooses it. */
export const stopWords = {
  'not-the-right-thing': 'Det var ikke det rigtige', 'time-or-way': 'Tiden eller vejen passede ikke', friends: 'Manglede nogen at følges med', health: 'Helbred',
  money: 'Penge', moved: 'Flyttede', other: 'Noget andet',
} as const
