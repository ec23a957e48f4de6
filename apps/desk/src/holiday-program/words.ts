import type { ActivityRow, PlanText, ProgramRow } from '@medspil/contracts/holiday-program/desk'
import type { HolidayKind, PlanFault, ProgramState } from '@medspil/domain/holiday-program'
import { formatDay, formatTime } from '@medspil/ui'
import type { Tone } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'

/** What each holiday is called. */
export const holidayNames: Record<HolidayKind, string> = { summer: 'Sommerferie', autumn: 'Efterårsferie', christmas: 'Juleferie', winter: 'Vinterferie', easter: 'Påskeferie' }

/** How a programme stands, as a tag. */
export const stateWords: Record<ProgramState, [Tone, string]> = {
  draft: ['judge', 'Kladde'], published: ['info', 'Udgivet'], wishing: ['ok', 'Familier ønsker'], opening: ['ok', 'Åben for tilmelding'], drawn: ['info', 'Der er trukket lod'], paying: ['info', 'Familier betaler'],
  leftovers: ['ok', 'Restpladser'], running: ['ok', 'I gang'], finished: ['plain', 'Slut'], scrubbed: ['plain', 'Slut, oplysninger slettet'],
}

/** Whether a programme is over: its places are counted in the figures, and none are taken any more. */
export const isOver = (state: ProgramState): boolean => state === 'finished' || state === 'scrubbed'

/** How an activity stands: its way to the public first, then what it is today. */
export function activityTag({ listed, state }: Pick<ActivityRow, 'listed' | 'state'>): [Tone, string] {
  if (state === 'cancelled') return ['no', 'Aflyst']
  if (listed === 'draft') return ['plain', 'Kladde']
  if (listed === 'in-moderation') return ['judge', 'Skal læses']
  if (listed === 'sent-back') return ['wait', 'Sendt tilbage']
  return ({ 'below-minimum': ['no', 'For få børn'], full: ['wait', 'Fuld'], held: ['ok', 'I gang'], finished: ['plain', 'Slut'] } as Partial<Record<ActivityRow['state'], [Tone, string]>>)[state] ?? ['ok', 'Åben']
}

/** `mandag den 4. maj kl. 9.00` of `2026-05-04T09:00`. */
export const sayMoment = (local: string): string => `${formatDay(local.slice(0, 10), 'da', 'weekday')} ${formatTime(local.slice(11))}`

const count = (number: number | null, one: string, many: string): string => (number === null ? `så mange ${many}, det vil` : number === 0 ? `ingen ${many}` : counted(number, one, many))

/** One stage of limits in plain words. */
export function sayStage({ from, places, waiting }: PlanText['stages'][number]): string {
  const [place, line] = [count(places, 'plads', 'pladser'), count(waiting, 'venteliste', 'ventelister')]
  return `Fra ${sayMoment(from)} kan hvert barn have ${place} og stå på ${line}.`
}

/** The refund rule in plain words, one sentence a step. */
export function sayRefund(rule: PlanText['refundRule']): string[] {
  if (rule.length === 0) return ['Familien får ikke pengene tilbage, når den selv melder fra.']
  const days = (many: number) => (many === 0 ? 'på dagen' : many === 1 ? 'dagen før' : `${many} dage før`)
  return [...rule.map(({ untilDays, percent }) => `Melder familien fra senest ${days(untilDays)}, får den ${percent === 100 ? 'alle pengene' : `${percent} % af pengene`} tilbage.`), 'Derefter får den ingen penge tilbage.']
}

/** What the families are told of a programme's rules, in the order they meet them. */
export function sayPlan(plan: PlanText): string[] {
  return [
    ...(plan.way === 'draw' && plan.wishesOpenAt && plan.wishesCloseAt
      ? [`Familierne ønsker fra ${sayMoment(plan.wishesOpenAt)} til ${sayMoment(plan.wishesCloseAt)}, højst ${counted(plan.mostWishes, 'ønske', 'ønsker')} pr. barn. Så trækkes der lod.`, `Restpladser kan tages fra ${sayMoment(plan.opensAt)}.`]
      : [`Tilmeldingen åbner ${sayMoment(plan.opensAt)}. Først til mølle.`]),
    `Den lukker ${sayMoment(plan.closesAt)}.`, ...plan.stages.map(sayStage), ...sayRefund(plan.refundRule),
    `En plads holdes i ${plan.seatMinutes} minutter, mens familien betaler. En plads fra lodtrækning eller venteliste skal betales inden ${counted(plan.payHours, 'time', 'timer')}, og før aktiviteten begynder.`,
    `Bliver en plads fri, har familien på ventelisten op til ${counted(plan.offerHours, 'time', 'timer')} til at svare, dog kun til aktiviteten begynder.`,
    `Mellem to aktiviteter skal der være ${counted(plan.travelMinutes.sameArea, 'minut', 'minutter')} i samme område og ${counted(plan.travelMinutes.otherArea, 'minut', 'minutter')} mellem to områder.`,
    plan.groupTooLarge === 'pass-over' ? 'Er der ikke plads til en hel gruppe på ventelisten, går pladsen til den næste.' : 'Er der ikke plads til en hel gruppe på ventelisten, venter pladsen på gruppen.',
    `Arrangøren ser allergier og hentning fra ${plan.careOpensDays === 0 ? 'den første dag' : 'dagen før, når den får listen'}. De slettes ${counted(Math.max(plan.careErasedDays, 1), 'dag', 'dage')} efter.`,
    ...(plan.noShowText ? [plan.noShowText] : []),
  ]
}

/** What each fault of a plan is called, and the field that mends it. */
export const planFaultWords: Record<PlanFault, { id: string; text: string }> = {
  'name-missing': { id: 'navn', text: 'Skriv programmets navn' }, 'days-turned': { id: 'ferie-til', text: 'Ferien slutter, før den begynder' }, 'closes-before-opening': { id: 'lukker', text: 'Tilmeldingen lukker, før den åbner' },
  'opens-after-holiday': { id: 'aabner', text: 'Tilmeldingen åbner, efter ferien er slut' }, 'wishes-missing': { id: 'oensker-fra', text: 'Skriv, hvornår familierne kan ønske' },
  'wishes-turned': { id: 'oensker-til', text: 'Ønskerne slutter, før de begynder' }, 'wishes-after-opening': { id: 'oensker-til', text: 'Ønskerne skal slutte, før restpladserne åbner' },
  'stages-missing': { id: 'trin-0', text: 'Skriv mindst ét trin' }, 'stages-turned': { id: 'trin-1', text: 'Trinene skal stå i rækkefølge' }, 'first-stage-late': { id: 'trin-0', text: 'Det første trin skal gælde fra åbningen. Ellers får alle nej' },
  'refund-turned': { id: 'tilbage-0', text: 'Jo senere familien melder fra, jo mindre skal den få tilbage' }, 'answer-by-late': { id: 'svar', text: 'Arrangørerne skal svare, før familierne kan vælge' },
}

/** What waits in a programme, as one sentence; null when nothing does. */
export function sayWork({ toRead, toDecide }: Pick<ProgramRow, 'toRead' | 'toDecide'>): string | null {
  const parts = [
    ...(toDecide > 0 ? [toDecide === 1 ? '1 aktivitet har for få børn' : `${toDecide} aktiviteter har for få børn`] : []),
    ...(toRead > 0 ? [toRead === 1 ? '1 aktivitet skal læses' : `${toRead} aktiviteter skal læses`] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
