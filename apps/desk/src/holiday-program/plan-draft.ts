import type { PlanText, SchoolHolidayView } from '@medspil/contracts/holiday-program/desk'
import type { Day } from '@medspil/domain/day'
import { addDays } from '@medspil/domain/day'
import { planFaults, type HolidayKind, type ProgramPlan } from '@medspil/domain/holiday-program'
import { clockFromText, dayFromParts, noDate, partsFromDay } from '@medspil/ui'
import type { DateParts } from '@medspil/ui'
import { noClock } from '../frame/no-clock.ts'
import { planFaultWords } from './words.ts'

/** A moment as typed: its day in three fields, its clock in one. */
export interface MomentDraft { day: DateParts; clock: string }
/** A stage as typed; an empty number is no limit. */
export interface StageDraft { from: MomentDraft; places: string; waiting: string }

/** A plan as typed, not yet judged. */
export interface PlanDraft {
  name: string; holiday: HolidayKind; from: DateParts; to: DateParts; way: PlanText['way']; opens: MomentDraft; closes: MomentDraft; wishesOpen: MomentDraft; wishesClose: MomentDraft
  mostWishes: string; loserNumbers: string; publicChance: string; stages: StageDraft[]; refund: { untilDays: string; percent: string }[]; samePlace: string; sameArea: string; otherArea: string
  groupTooLarge: PlanText['groupTooLarge']; seatMinutes: string; payHours: string; offerHours: string; careOpensDays: string; careErasedDays: string; noShowText: string; answerBy: DateParts
}

const noMoment: MomentDraft = { day: noDate, clock: '09:00' }
const momentOf = (local: string | null): MomentDraft => (local === null ? noMoment : { day: partsFromDay(local.slice(0, 10)), clock: local.slice(11) })
const number = (value: number | null) => (value === null ? '' : String(value))

/** The days a new plan proposes for a holiday, counted back from its first day: the usual rhythm of a programme (eksempel). */
function daysFor({ fromDay, toDay }: Pick<SchoolHolidayView, 'fromDay' | 'toDay'>) {
  const before = (days: number) => partsFromDay(addDays(fromDay as Day, -days))
  return {
    from: partsFromDay(fromDay), to: partsFromDay(toDay), opens: { day: before(42), clock: '09:00' }, closes: { day: before(7), clock: '23:59' }, wishesOpen: { day: before(63), clock: '09:00' }, wishesClose: { day: before(49), clock: '12:00' },
    answerBy: before(77),
  }
}

/** A form for a new programme; with a holiday, its days are filled in. */
export function newPlan(holiday: SchoolHolidayView | null): PlanDraft {
  const empty: PlanDraft = {
    name: '', holiday: holiday?.holiday ?? 'summer', from: noDate, to: noDate, way: 'draw', opens: noMoment, closes: { ...noMoment, clock: '23:59' }, wishesOpen: noMoment, wishesClose: { ...noMoment, clock: '12:00' },
    mostWishes: '8', loserNumbers: '0', publicChance: '', stages: [{ from: noMoment, places: '', waiting: '' }], refund: [{ untilDays: '14', percent: '100' }], samePlace: '0', sameArea: '15', otherArea: '30', groupTooLarge: 'pass-over',
    seatMinutes: '30', payHours: '72', offerHours: '24', careOpensDays: '3', careErasedDays: '14', noShowText: '', answerBy: noDate,
  }
  return holiday ? inHoliday(empty, holiday) : empty
}

/** The same form with another holiday's days; what else is typed stays. */
export function inHoliday(draft: PlanDraft, holiday: SchoolHolidayView): PlanDraft {
  const days = daysFor(holiday)
  return { ...draft, holiday: holiday.holiday, ...days, stages: draft.stages.map((stage, at) => (at === 0 ? { ...stage, from: days.opens } : stage)) }
}

/** The same form with another opening; a first stage that began with the old one follows, since the two must agree. */
export function opensAtAnother(draft: PlanDraft, opens: MomentDraft): PlanDraft {
  const isSame = (from: MomentDraft) => JSON.stringify(from) === JSON.stringify(draft.opens)
  return { ...draft, opens, stages: draft.stages.map((stage, at) => (at === 0 && isSame(stage.from) ? { ...stage, from: opens } : stage)) }
}

/** The form of a plan that stands. */
export function draftOfPlan(plan: PlanText): PlanDraft {
  const { name, holiday, way, groupTooLarge, noShowText, travelMinutes } = plan
  return {
    name, holiday, way, groupTooLarge, noShowText, from: partsFromDay(plan.fromDay), to: partsFromDay(plan.toDay), opens: momentOf(plan.opensAt), closes: momentOf(plan.closesAt), wishesOpen: momentOf(plan.wishesOpenAt), wishesClose: momentOf(plan.wishesCloseAt),
    mostWishes: number(plan.mostWishes), loserNumbers: number(plan.loserNumbers), publicChance: plan.publicChance ?? '', stages: plan.stages.map((stage) => ({ from: momentOf(stage.from), places: number(stage.places), waiting: number(stage.waiting) })),
    refund: plan.refundRule.map(({ untilDays, percent }) => ({ untilDays: String(untilDays), percent: String(percent) })), samePlace: number(travelMinutes.samePlace), sameArea: number(travelMinutes.sameArea), otherArea: number(travelMinutes.otherArea),
    seatMinutes: number(plan.seatMinutes), payHours: number(plan.payHours), offerHours: number(plan.offerHours), careOpensDays: number(plan.careOpensDays), careErasedDays: number(plan.careErasedDays), answerBy: partsFromDay(plan.answerBy),
  }
}

const whole = (typed: string, lowest: number, highest: number) => (/^\d{1,4}$/.test(typed.trim()) && Number(typed) >= lowest && Number(typed) <= highest ? Number(typed) : null)
const readMoment = ({ day, clock }: MomentDraft): string | null => {
  const [onDay, at] = [dayFromParts(day), clockFromText(clock)]
  return onDay && at ? `${onDay}T${at}` : null
}
const momentProblems = (id: string, { day, clock }: MomentDraft) => [[id, dayFromParts(day) === null && 'Skriv en dag, der findes'], [`${id}-kl`, clockFromText(clock) === null && noClock]] as const
const isEmpty = ({ day, month, year }: DateParts) => (day + month + year).trim() === ''
const noLimit = (typed: string) => (typed.trim() === '' ? null : whole(typed, 0, 50) ?? -1)

/** Reads a plan. @returns the plan to send, or what is to be mended, by field */
export function readPlan(draft: PlanDraft): { problems: { id: string; text: string }[]; plan: PlanText | null } {
  const isDraw = draft.way === 'draw'
  const [fromDay, toDay, answerBy] = [dayFromParts(draft.from), dayFromParts(draft.to), isEmpty(draft.answerBy) ? null : dayFromParts(draft.answerBy)]
  const [opensAt, closesAt, wishesOpenAt, wishesCloseAt] = [readMoment(draft.opens), readMoment(draft.closes), isDraw ? readMoment(draft.wishesOpen) : null, isDraw ? readMoment(draft.wishesClose) : null]
  const stages = draft.stages.map((stage) => ({ from: readMoment(stage.from), places: noLimit(stage.places), waiting: noLimit(stage.waiting) }))
  const refundRule = draft.refund.map((step) => ({ untilDays: whole(step.untilDays, 0, 365), percent: whole(step.percent, 1, 100) }))
  const numbers = {
    mostWishes: whole(draft.mostWishes, 1, 50), loserNumbers: whole(draft.loserNumbers, 0, 5), seatMinutes: whole(draft.seatMinutes, 30, 1440), payHours: whole(draft.payHours, 1, 720), offerHours: whole(draft.offerHours, 1, 720),
    careOpensDays: whole(draft.careOpensDays, 0, 60), careErasedDays: whole(draft.careErasedDays, 0, 365), samePlace: whole(draft.samePlace, 0, 240), sameArea: whole(draft.sameArea, 0, 240), otherArea: whole(draft.otherArea, 0, 240),
  }
  const problems = Object.entries({
    'ferie-fra': fromDay === null && 'Skriv en dag, der findes', 'ferie-til': toDay === null && 'Skriv en dag, der findes', svar: !isEmpty(draft.answerBy) && answerBy === null && 'Skriv en dag, der findes',
    ...Object.fromEntries([...(isDraw ? [...momentProblems('oensker-fra', draft.wishesOpen), ...momentProblems('oensker-til', draft.wishesClose)] : []), ...momentProblems('aabner', draft.opens), ...momentProblems('lukker', draft.closes)]),
    'oensker-antal': isDraw && numbers.mostWishes === null && 'Skriv et tal fra 1 til 50', tabere: isDraw && numbers.loserNumbers === null && 'Skriv et tal fra 0 til 5',
    ...Object.fromEntries(stages.flatMap(({ places, waiting }, at) => [...momentProblems(`trin-${at}`, draft.stages[at]!.from), [`trin-${at}-pladser`, places === -1 && 'Skriv et tal, eller lad feltet stå tomt'], [`trin-${at}-venteliste`, waiting === -1 && 'Skriv et tal, eller lad feltet stå tomt']])),
    ...Object.fromEntries(refundRule.flatMap(({ untilDays, percent }, at) => [[`tilbage-${at}`, untilDays === null && 'Skriv dage før aktiviteten, fx 14'], [`tilbage-${at}-procent`, percent === null && 'Skriv procent fra 1 til 100']])),
    minutter: numbers.seatMinutes === null && 'Skriv mindst 30 minutter', betal: numbers.payHours === null && 'Skriv timer fra 1 til 720', 'svar-timer': numbers.offerHours === null && 'Skriv timer fra 1 til 720',
    'vej-sted': numbers.samePlace === null && 'Skriv minutter fra 0 til 240', 'vej-omraade': numbers.sameArea === null && 'Skriv minutter fra 0 til 240', 'vej-andet': numbers.otherArea === null && 'Skriv minutter fra 0 til 240',
    'oplysninger-fra': numbers.careOpensDays === null && 'Skriv dage fra 0 til 60', 'oplysninger-slet': numbers.careErasedDays === null && 'Skriv dage fra 0 til 365',
  }).flatMap(([id, text]) => (text ? [{ id, text }] : []))
  if (problems.length > 0) return { problems, plan: null }
  const { samePlace, sameArea, otherArea, ...plain } = numbers
  const plan = {
    name: draft.name.trim(), holiday: draft.holiday, fromDay, toDay, way: draft.way, opensAt, closesAt, wishesOpenAt, wishesCloseAt, publicChance: isDraw && draft.publicChance.trim() ? draft.publicChance.trim() : null,
    stages, refundRule, travelMinutes: { samePlace, sameArea, otherArea }, groupTooLarge: draft.groupTooLarge, noShowText: draft.noShowText.trim(), answerBy, ...plain,
  } as PlanText
  // Clock times of one zone compare as the moments behind them do, so the rule may judge them as they stand here; their day is the one typed.
  const faults = planFaults(plan as unknown as ProgramPlan, (local) => local.slice(0, 10) as Day).map((fault) => planFaultWords[fault])
  return { problems: faults, plan: faults.length === 0 ? plan : null }
}
