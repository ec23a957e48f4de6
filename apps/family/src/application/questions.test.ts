import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { expect, test } from 'vitest'
import { numberOf, toQuickTest, toSubmit } from './answers.ts'
import { readDraft, saveDraft } from './draft.ts'
import { applicationQuestions, quickQuestions } from './questions.ts'

type Asked = PublishedOrdning['questions'][number]
const asked = (ask: Asked['ask'], more: Partial<Asked> = {}): Asked => ({ criterionId: ask, ask, says: ask, question: null, about: [], onlyBeforeLogin: false, ...more })

const ordning: PublishedOrdning = {
  ordningId: '1', versionId: '2', key: 'hel-fritid', name: 'Hel Fritid', forWhom: '', gives: '', ages: null,
  doors: { parent: true, youngPersonFrom: 15, fagperson: true }, together: null, purses: ['kit'], months: [6, 12], answer: null, checks: [], familyPart: [],
  supports: [{ kind: 'kontingent', most: null, isEksempel: false }, { kind: 'kit', most: null, isEksempel: false }],
  questions: [
    asked('age', { onlyBeforeLogin: true }), asked('activity'), asked('income'), asked('benefits', { about: ['Kontanthjælp'] }),
    asked('paid-by-others', { about: ['kit'] }), asked('judged', { criterionId: 'need', question: 'Hvorfor?' }),
  ],
}
const ids = (questions: { id: string }[]) => questions.map(({ id }) => id)
const yara = '01930000-0000-7000-8000-000000000001'

test('det, MitID ved, bliver aldrig spurgt om i ansøgningen', () => {
  expect(ids(applicationQuestions(ordning, null, {}))).not.toContain('age')
  expect(ids(quickQuestions(ordning, {}))).toContain('age')
})

test('hvem det er til, bliver kun spurgt, når der er noget at vælge', () => {
  expect(ids(applicationQuestions(ordning, null, {}))).toContain('who')
  expect(ids(applicationQuestions(ordning, [{ childId: yara }], {}))).not.toContain('who')
  expect(ids(applicationQuestions(ordning, [{ childId: yara }, { childId: 'ali' }], {}))).toContain('who')
})

test('et barn, der er valgt, er stadig valgt, når logget er løbet ud', () => {
  expect(ids(applicationQuestions(ordning, null, { who: yara }))).not.toContain('who')
})

test('hvem der betaler, bliver først spurgt, når nogen gør', () => {
  expect(ids(applicationQuestions(ordning, null, { 'paid-kit': 'no' }))).not.toContain('funder-kit')
  expect(ids(applicationQuestions(ordning, null, { 'paid-kit': 'yes' }))).toContain('funder-kit')
})

test('"det ved jeg ikke" bliver udeladt og er aldrig et nej', () => {
  const answers = { activity: 'unknown', income: 'unknown', 'paid-kit': 'unknown', benefit: 'none', 'other-benefit': 'unknown' }
  expect(toQuickTest(ordning, [], answers)).toEqual({ ordningKey: 'hel-fritid' })
  expect(toSubmit(ordning, applicationQuestions(ordning, null, answers), answers, yara, 'da').answers).toEqual({})
})

test('svar bliver til hele øre, kendte ydelser og barnets egne ord', () => {
  const answers = {
    activity: 'none', income: '250.000 kr.', benefit: 'Kontanthjælp', 'other-benefit': 'nobody', 'paid-kit': 'yes', 'funder-kit': 'En fond', 'funded-kit': '300',
    'judged-need': 'Hun mangler venner', supports: ['kontingent'], months: '6', likes: ['svømning', 'dans'], days: ['1', '3'], company: '', 'own-words': ' Svømme! ',
  }
  expect(toSubmit(ordning, applicationQuestions(ordning, null, answers), answers, yara, 'ar')).toEqual({
    childId: yara, ordningKey: 'hel-fritid', supports: [{ kind: 'kontingent' }], start: null, months: 6, activity: 'svømning, dans', childView: 'Svømme!', language: 'ar',
    answers: {
      activity: 'none', income: 25_000_000n, benefits: ['Kontanthjælp'], paidByOthers: [{ purse: 'kit', funder: 'En fond', amount: 30_000n }],
      statements: [{ criterionId: 'need', says: 'Hun mangler venner' }],
    },
    wishes: { activities: ['svømning', 'dans'], days: [1, 3], withWhom: null, note: null },
  })
})

test.each([['250.000', 250_000], ['250 000 kr.', 250_000], ['1.250,50', 1250], ['ved ikke', undefined], ['', undefined]])('tallet "%s"', (text, number) => {
  expect(numberOf(text)).toBe(number)
})

function tab() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
}

test('en kladde overlever et login og bliver den, der loggede ind', () => {
  const memory = tab()
  saveDraft(memory, 'slagelse', 'hel-fritid', { answers: { activity: 'none' }, ownerId: null, savedAt: null }, null, new Date(0))
  const draft = readDraft(memory, 'slagelse', 'hel-fritid', 'amina')
  expect(draft.answers).toEqual({ activity: 'none' })
  expect(saveDraft(memory, 'slagelse', 'hel-fritid', draft, 'amina', new Date(0)).ownerId).toBe('amina')
})

test('den næste familie på telefonen ser aldrig den forriges svar', () => {
  const memory = tab()
  saveDraft(memory, 'slagelse', 'hel-fritid', { answers: { activity: 'none' }, ownerId: null, savedAt: null }, 'amina', new Date(0))
  expect(readDraft(memory, 'slagelse', 'hel-fritid', 'bo').answers).toEqual({})
  expect(readDraft(memory, 'slagelse', 'hel-fritid', 'amina').answers).toEqual({})
  expect(readDraft(memory, 'stevns', 'hel-fritid', null).answers).toEqual({})
})
