import { noDate } from '@medspil/ui'
import { expect, test } from 'vitest'
import { draftOf, readDraft, type OfferDraft } from './offer-draft.ts'

const whole: OfferDraft = {
  title: 'Svømning, begynder', pictogram: 'svoemning', description: 'Vi leger os til det.', ageFrom: '7', ageTo: '10', weekday: '2', timeFrom: '16:30', timeTo: '17:30', place: 'Svømmehallen', area: '', travel: '',
  price: '850', seasonFrom: { day: '1', month: '9', year: '2026' }, seasonTo: { day: '31', month: '5', year: '2027' }, capacity: '12', trialFree: true, supportNeeds: [],
}
const mended = (part: Partial<OfferDraft>) => readDraft({ ...whole, ...part }).problems.map(({ id }) => id)

test('en hel kladde bliver til et tilbud i øre og dage', () => {
  expect(readDraft(whole).offer).toMatchObject({ price: 85_000n, seasonFrom: '2026-09-01', seasonTo: '2027-05-31', ageFrom: 7, capacity: 12, activity: 'svømning' })
})
test.each<[string, Partial<OfferDraft>, string[]]>([
  ['gratis er en pris', { price: '0' }, []], ['uden pris', { price: '' }, ['pris']], ['ældste under yngste', { ageTo: '6' }, ['alder-til']], ['slutter før den begynder', { timeTo: '16:00' }, ['slutter']], ['slutter med færre cifre, men senere', { timeFrom: '9', timeTo: '10' }, []],
  ['halvt skrevet klokkeslæt', { timeFrom: '16.3' }, ['begynder']],
  ['ingen pladser', { capacity: '0' }, ['pladser']], ['sæsonen slutter før den begynder', { seasonTo: { day: '1', month: '1', year: '2026' } }, ['saeson-til']], ['ingen dage', { seasonFrom: noDate, seasonTo: noDate }, ['saeson-fra', 'saeson-til']],
])('%s', (_name, part, problems) => expect(mended(part)).toEqual(problems))
test('et tomt skema siger alt, der mangler', () => expect(readDraft(draftOf(null)).problems.length).toBeGreaterThan(8))
