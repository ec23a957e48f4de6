import { expect, test } from 'vitest'
import { draftOfPlan, newPlan, opensAtAnother, readPlan, type PlanDraft } from './plan-draft.ts'
import { sayPlan } from './words.ts'

const holiday = { id: 'x', schoolYear: '2026/27', holiday: 'summer' as const, fromDay: '2027-06-28', toDay: '2027-08-06' }
const summer = (part: Partial<PlanDraft> = {}): PlanDraft => ({ ...newPlan(holiday), name: 'Aktiv Sommer 2027', way: 'opening-minute', ...part })
const idsOf = (draft: PlanDraft) => readPlan(draft).problems.map(({ id }) => id)

test('feriens dage foreslår et helt program, som kan gemmes, når det har et navn', () => {
  expect(idsOf(newPlan(holiday))).toEqual(['navn'])
  expect(readPlan(summer()).plan).toMatchObject({ fromDay: '2027-06-28', opensAt: '2027-05-17T09:00', closesAt: '2027-06-21T23:59', stages: [{ from: '2027-05-17T09:00', places: null, waiting: null }], answerBy: '2027-04-12', wishesOpenAt: null })
  expect(readPlan(summer({ way: 'draw' })).plan).toMatchObject({ wishesOpenAt: '2027-04-26T09:00', wishesCloseAt: '2027-05-10T12:00' })
})

test('et program, der er læst ind, bliver til det samme igen', () => {
  const { plan } = readPlan(summer({ way: 'draw', publicChance: 'Lottotallet 1. maj', stages: [{ ...summer().stages[0]!, places: '2', waiting: '0' }] }))
  expect(readPlan(draftOfPlan(plan!)).plan).toEqual(plan)
})

test('uden ferie peger hvert tomt felt på sig selv', () => {
  expect(idsOf(newPlan(null))).toEqual(['ferie-fra', 'ferie-til', 'oensker-fra', 'oensker-til', 'aabner', 'lukker', 'trin-0'])
  expect(idsOf(summer({ stages: [{ ...summer().stages[0]!, places: 'x' }], seatMinutes: '29' }))).toEqual(['trin-0-pladser', 'minutter'])
  expect(idsOf(summer({ closes: summer().opens }))).toEqual(['lukker'])
  expect(idsOf(summer({ opens: { ...summer().opens, clock: '9.3' } }))).toEqual(['aabner-kl'])
})

test.each([['sommer', '6', '2027-05-31'], ['vinter', '1', '2026-12-31']])('åbner det ved midnat, %s, svarer arrangørerne senest dagen før', (_name, month, dayBefore) => {
  const opens = { day: { day: '1', month, year: '2027' }, clock: '00:00' }
  const closes = { day: { day: '20', month: '6', year: '2027' }, clock: '12:00' }
  const [year, ofMonth, ofDay] = dayBefore.split('-').map((part) => String(Number(part))) as [string, string, string]
  const opening = (answerBy: PlanDraft['answerBy']) => idsOf({ ...opensAtAnother(summer(), opens), closes, answerBy })
  expect([opening(opens.day), opening({ day: ofDay, month: ofMonth, year })]).toEqual([['svar'], []])
})

test('reglerne står i almindelige ord', () => {
  const said = sayPlan(readPlan(summer({ stages: [{ ...summer().stages[0]!, places: '1', waiting: '0' }] })).plan!)
  expect(said.map((line) => line.replaceAll('\u00a0', ' '))).toEqual(expect.arrayContaining([
    'Tilmeldingen åbner mandag den 17. maj kl. 9.00. Først til mølle.', 'Fra mandag den 17. maj kl. 9.00 kan hvert barn have 1 plads og stå på ingen ventelister.',
    'Melder familien fra senest 14 dage før, får den alle pengene tilbage.', 'Derefter får den ingen penge tilbage.',
  ]))
})

test('det, der er ét af, står i ental, og ingen dage før er den første', () => {
  const one = summer({ way: 'draw', mostWishes: '1', payHours: '1', offerHours: '1', sameArea: '1', careOpensDays: '1', careErasedDays: '1' })
  const said = sayPlan(readPlan(one).plan!).join(' ')
  expect(said).toMatch(/højst 1 ønske pr\. .* inden 1 time\b.* 1 time til at svare.* 1 minut i samme .* fra dagen før, når den får listen\. De slettes 1 dag efter\./)
  expect(sayPlan(readPlan({ ...one, careOpensDays: '0', careErasedDays: '0' }).plan!).join(' ')).toContain('fra den første dag. De slettes 1 dag efter.')
})

test('det første trin følger åbningen, til nogen har flyttet det selv', () => {
  const later = { day: { day: '20', month: '5', year: '2027' }, clock: '18:00' }
  expect(opensAtAnother(summer(), later).stages[0]?.from).toEqual(later)
  const own = { day: { day: '1', month: '6', year: '2027' }, clock: '09:00' }
  expect(opensAtAnother(summer({ stages: [{ ...summer().stages[0]!, from: own }] }), later).stages[0]?.from).toEqual(own)
})
