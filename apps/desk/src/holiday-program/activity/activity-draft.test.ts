import { expect, test } from 'vitest'
import { draftOf, emptyDraft, keptDraft, readDraft, type ActivityDraft } from './activity-draft.ts'

const ground = { fromDay: '2027-06-28', toDay: '2027-08-06', areas: ['Hårlev', 'Rødvig'] }
const full = (part: Partial<ActivityDraft> = {}): ActivityDraft => ({
  ...emptyDraft(ground), title: 'Kajak ', description: 'Vi padler.', from: '10', to: '15', area: 'Rødvig', price: '150', capacity: '10', accessibility: 'Der er trin ned til broen.', sessions: [{ day: '2027-07-01', timeFrom: '10:00', timeTo: '12:00', place: 'Havnen' }], ...part,
})
const idsOf = (draft: ActivityDraft) => readDraft(draft, ground).problems.map(({ id }) => id)

test('en tom formular siger alt, der mangler, i formularens orden', () => {
  expect(idsOf({ ...emptyDraft(ground), area: 'andet' })).toEqual(['titel', 'beskrivelse', 'for-fra', 'for-til', 'gang-0-sted', 'omraade', 'pris', 'pladser', 'adgang'])
})

test('en fuld formular bliver til en aktivitet', () => {
  expect(readDraft(full(), ground).activity).toMatchObject({ title: 'Kajak', activity: 'fodbold', audience: { kind: 'ages', from: 10, to: 15 }, price: 15_000n, minimum: null, minimumDecidedOn: null, languages: ['da'] })
  expect(readDraft(full({ hasMinimum: true, minimum: '4', minimumDecidedOn: '2027-06-30' }), ground).activity).toMatchObject({ minimum: 4, minimumDecidedOn: '2027-06-30' })
})

test('foreslår en dag for mindstetallet, som også går for en aktivitet på feriens første dag', () => {
  const first = { day: ground.fromDay, timeFrom: '10:00', timeTo: '12:00', place: 'Havnen' }
  expect(idsOf(full({ sessions: [first], hasMinimum: true, minimum: '4' }))).toEqual([])
})

test('fejlen peger på den gang, der er forkert', () => {
  const good = full().sessions[0]!
  expect(idsOf(full({ sessions: [good, { ...good, day: '2027-07-02', timeTo: '09:00' }] }))).toEqual(['gang-1-til'])
  expect(idsOf(full({ sessions: [good, { ...good }] }))).toEqual(['gang-1-dag'])
  expect(idsOf(full({ audience: 'grades', from: '3', to: '11' }))).toEqual(['for-til'])
  expect(idsOf(full({ hasMinimum: true, minimum: '11', minimumDecidedOn: '2027-07-01' }))).toEqual(['mindst', 'afgoeres'])
})

test('et klokkeslæt læses, som det skrives, og et halvt skrevet bliver hverken sendt eller tabt', () => {
  const [good] = full().sessions as [ActivityDraft['sessions'][number]]
  const typed = (timeFrom: string, timeTo: string) => full({ sessions: [{ ...good, timeFrom, timeTo }] })
  expect(readDraft(typed('930', '14.30'), ground).activity?.sessions).toEqual([{ ...good, timeFrom: '09:30', timeTo: '14:30' }])
  expect(idsOf(typed('9.3', '12'))).toEqual(['gang-0-fra'])
  expect(idsOf(typed('', '2 pm'))).toEqual(['gang-0-fra', 'gang-0-til'])
  expect(keptDraft(JSON.stringify(typed('9.3', '12')), emptyDraft(ground))?.sessions[0]?.timeFrom).toBe('9.3')
})

test('det, der er gemt i browseren, kommer igen, og noget fremmed gør ikke', () => {
  expect(keptDraft(JSON.stringify(full()), emptyDraft(ground))).toEqual(full())
  for (const text of [null, '', '{', '{"title":1}', JSON.stringify({ ...full(), sessions: 'x' })]) expect(keptDraft(text, emptyDraft(ground))).toBeNull()
})

test('et område uden for listen står i sit eget felt', () => {
  const form = { ...readDraft(full(), ground).activity!, offerId: 'x', programId: 'y', foreningId: 'z', foreningName: 'F', area: 'Ny by', listed: 'draft' as const, note: null, isPromised: false }
  expect(draftOf(form, ground)).toMatchObject({ area: 'andet', otherArea: 'Ny by', price: '150' })
})
