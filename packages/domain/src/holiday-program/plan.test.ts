import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { day, weekdayOf } from '../day.ts'
import { instant } from '../instant.ts'
import { activityFaults, admitsOf, agesOf, audienceOf, mayChange, mayDescribe, type ActivityText } from './activity.ts'
import { copyShift, shiftLocal, shiftSession } from './copy.ts'
import { planFaults, refundPercent, type PlanFault, type ProgramPlan } from './plan.ts'

const at = (text: string) => instant(`${text}:00.000Z`)
const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
const localDay = (moment: string) => day(danish.format(new Date(moment)))
const plan = (part: Partial<ProgramPlan> = {}): ProgramPlan => ({
  name: 'Aktiv Sommer 2027', holiday: 'summer', fromDay: day('2027-06-28'), toDay: day('2027-08-06'), way: 'opening-minute', opensAt: at('2027-05-03T07:00'), closesAt: at('2027-06-20T21:59'),
  wishesOpenAt: null, wishesCloseAt: null, mostWishes: 8, loserNumbers: 0, stages: [{ from: at('2027-05-03T07:00'), places: 1, waiting: 1 }, { from: at('2027-05-10T07:00'), places: null, waiting: null }],
  refundRule: [{ untilDays: 14, percent: 100 }, { untilDays: 2, percent: 50 }], travelMinutes: { samePlace: 0, sameArea: 15, otherArea: 30 }, groupTooLarge: 'pass-over',
  seatMinutes: 30, payHours: 72, offerHours: 24, careOpensDays: 3, careErasedDays: 14, noShowText: '', answerBy: day('2027-04-01'), ...part,
})

describe('kan programmet udgives?', () => {
  const draw = { way: 'draw', wishesOpenAt: at('2027-04-05T07:00'), wishesCloseAt: at('2027-04-20T10:00') } as const
  const cases: [string, Partial<ProgramPlan>, PlanFault[]][] = [
    ['et helt program', {}, []],
    ['et program med lodtrækning', draw, []],
    ['uden navn', { name: ' ' }, ['name-missing']],
    ['slutter før det begynder', { toDay: day('2027-06-27') }, ['days-turned']],
    ['lukker på åbningsminuttet', { closesAt: at('2027-05-03T07:00') }, ['closes-before-opening']],
    ['åbner efter ferien', { opensAt: at('2027-08-08T07:00'), closesAt: at('2027-08-09T07:00') }, ['opens-after-holiday']],
    ['lodtrækning uden ønskefase', { way: 'draw' }, ['wishes-missing']],
    ['ønsker slutter, før de begynder', { ...draw, wishesCloseAt: at('2027-04-05T07:00') }, ['wishes-turned']],
    ['ønsker slutter efter restpladser åbner', { ...draw, wishesCloseAt: at('2027-05-04T07:00') }, ['wishes-after-opening']],
    ['ingen trin', { stages: [] }, ['stages-missing']],
    ['trin i forkert orden', { stages: plan().stages.toReversed() }, ['stages-turned', 'first-stage-late']],
    ['første trin efter åbningen: alle ville få nej', { stages: [{ from: at('2027-05-03T07:01'), places: 1, waiting: 0 }] }, ['first-stage-late']],
    ['mere tilbage, jo senere man melder fra', { refundRule: [{ untilDays: 14, percent: 50 }, { untilDays: 2, percent: 100 }] }, ['refund-turned']],
    ['arrangører svarer, efter familierne vælger', { answerBy: day('2027-05-03') }, ['answer-by-late']],
    ['arrangører svarer dagen før', { answerBy: day('2027-05-02') }, []],
    ['med lodtrækning tæller den første dag for ønsker', { ...draw, answerBy: day('2027-04-05') }, ['answer-by-late']],
  ]
  test.each(cases)('%s', (_name, part, faults) => expect(planFaults(plan(part), localDay)).toEqual(faults))

  // Midnight in Denmark is 22.00 in summer and 23.00 in winter in UTC, the day before.
  const midnights: [string, string, string, string][] = [['sommer', '2027-05-31T22:00', '2027-06-01', '2027-05-31'], ['vinter', '2027-01-10T23:00', '2027-01-11', '2027-01-10']]
  test.each(midnights)('åbning ved midnat, %s: dagen er den danske', (_name, opens, sameDay, dayBefore) => {
    const opening = (part: Partial<ProgramPlan>) => planFaults(plan({ opensAt: at(opens), stages: [{ from: at(opens), places: 1, waiting: 1 }], ...part }), localDay)
    expect([opening({ answerBy: day(sameDay) }), opening({ answerBy: day(dayBefore) })]).toEqual([['answer-by-late'], []])
    expect([opening({ answerBy: null, fromDay: day(dayBefore), toDay: day(dayBefore) }), opening({ answerBy: null, fromDay: day(dayBefore), toDay: day(sameDay) })]).toEqual([['opens-after-holiday'], []])
  })
})

test('tilbagebetaling efter tabellen: grænsedagene', () => {
  const percent = (days: number) => refundPercent(plan().refundRule, days)
  expect([15, 14, 13, 2, 1, 0].map(percent)).toEqual([100, 100, 50, 50, 0, 0])
  expect(refundPercent([], 100)).toBe(0)
})

describe('sidste års program flyttes', () => {
  test('ugedagen er den samme, og uge 1 bliver uge 1', () => {
    for (const from of ['2026-06-27', '2026-06-29', '2026-10-10']) for (const to of ['2027-06-26', '2027-06-28', '2027-10-16']) {
      const days = copyShift(day(from), day(to))
      expect(days % 7).toBe(0)
      expect(weekdayOf(shiftSession({ day: day('2026-07-01') }, days).day)).toBe(weekdayOf(day('2026-07-01')))
    }
    expect(copyShift(day('2026-06-27'), day('2027-06-26'))).toBe(364)
    // From a Monday to a Saturday: the first week begins after the weekend, not before it.
    expect([copyShift(day('2027-06-28'), day('2028-06-24')), copyShift(day('2028-06-24'), day('2027-06-28'))]).toEqual([364, -364])
  })
  test('uret på væggen er det samme, også over sommertid', () => expect(shiftLocal('2026-03-27T09:00', 7)).toBe('2026-04-03T09:00'))
})

const text = (part: Partial<ActivityText> = {}): ActivityText => ({
  title: 'Kajak', description: 'Vi padler.', audience: { kind: 'ages', from: 8, to: 12 }, area: 'Rødvig', capacity: 10, price: kroner(150), minimum: null, minimumDecidedOn: null, accessibility: 'Der er trin ned til broen.',
  sessions: [{ day: day('2027-07-01'), timeFrom: '10:00', timeTo: '12:00', place: 'Havnen' }], ...part,
})

describe('en aktivitet', () => {
  const session = text().sessions[0]!
  const cases: [string, Partial<ActivityText>, string[]][] = [
    ['helt udfyldt', {}, []], ['gratis', { price: kroner(0) }, []],
    ['uden titel og tekst', { title: ' ', description: '' }, ['title-missing', 'description-missing']],
    ['ældste er yngre end yngste', { audience: { kind: 'grades', from: 5, to: 3 } }, ['audience-turned']],
    ['ingen gange', { sessions: [] }, ['sessions-missing']],
    ['slutter, før den begynder', { sessions: [{ ...session, timeTo: '10:00' }] }, ['session-times-turned']],
    ['samme gang to gange', { sessions: [session, { ...session, timeTo: '13:00' }] }, ['session-twice']],
    ['dagen efter ferien', { sessions: [{ ...session, day: day('2027-08-07') }] }, ['session-outside-holiday']],
    ['mindst flere, end der er plads til', { minimum: 11, minimumDecidedOn: day('2027-06-20') }, ['minimum-above-capacity']],
    ['mindstetal uden dag', { minimum: 5 }, ['minimum-day-missing']],
    ['afgøres på dagen selv', { minimum: 5, minimumDecidedOn: day('2027-07-01') }, ['minimum-day-late']],
    ['intet om adgang', { accessibility: ' ' }, ['accessibility-missing']],
    ['afgøres dagen før', { minimum: 5, minimumDecidedOn: day('2027-06-30') }, []],
  ]
  test.each(cases)('%s', (_name, part, faults) => expect(activityFaults(text(part), plan())).toEqual(faults))

  test('klassetrin måles dagen før ferien, og aldrene er to pr. klasse', () => {
    const grades = { kind: 'grades', from: 3, to: 5 } as const
    expect(admitsOf(grades, day('2027-06-28'))).toEqual({ kind: 'grade', from: 3, to: 5, on: '2027-06-27' })
    expect(agesOf(grades)).toEqual({ from: 9, to: 12 })
    expect(audienceOf(admitsOf(grades, day('2027-06-28')), { from: 9, to: 12 })).toEqual(grades)
  })

  const none = { isPromised: false, lowest: 0 }
  const said = (verdict: { ok: boolean; whyNot?: { reason: string } }) => verdict.whyNot?.reason ?? 'ja'
  test('det, familierne har sagt ja til, kan ikke ændres; ord og sted kan', () => {
    const dearer = text({ price: kroner(160) })
    expect(said(mayChange(text(), dearer, none))).toBe('ja')
    expect(said(mayChange(text(), dearer, { ...none, isPromised: true }))).toBe('activity-promised')
    expect(said(mayChange(text(), text({ title: 'Kajak for alle', sessions: [{ ...session, place: 'Rødvig Havn' }] }), { ...none, isPromised: true }))).toBe('ja')
  })
  test('pladserne kan ikke blive færre end de tagne og de reserverede', () => {
    const places = { isPromised: true, lowest: 8 }
    expect(mayChange(text(), text({ capacity: 7 }), places)).toEqual({ ok: false, whyNot: { reason: 'capacity-below-taken', lowest: 8 } })
    expect(said(mayChange(text(), text({ capacity: 8 }), places))).toBe('ja')
  })
  test('arrangører skriver, til fristen er gået eller der gives pladser', () => {
    const program = (state: 'draft' | 'published' | 'opening', answerBy: string | null = '2027-04-01') => mayDescribe({ state, answerBy: answerBy === null ? null : day(answerBy) }, day('2027-04-01')).ok
    expect([program('draft'), program('published'), program('opening'), program('draft', '2027-03-31'), program('draft', null)]).toEqual([true, true, false, false, true])
  })
})
