import { expect, test } from 'vitest'
import type { OpenDoor } from '@medspil/contracts/application'
import { draftFor, giveInput, missingIn } from './draft.ts'

const door: OpenDoor = {
  ordningKey: 'guide-to-move', ordningName: 'Guide to Move', door: 'grants', consent: 'oralOrWritten',
  supports: [{ kind: 'kontingent', most: null, isEksempel: false }, { kind: 'guideHours', most: null, isEksempel: false }],
  together: 60_000n, months: [], chips: [], consentText: 'Må jeg give Noah et fritidspas?',
}
const child = { childId: 'c', name: 'Noah Jepsen', age: 9, school: null, guardians: [], doors: [door], closed: [] }

test('penge er valgt fra start, en guide er ikke', () => {
  expect(draftFor(door).supports).toEqual(['kontingent'])
})

test('uden barnets egne ord, et ja, hvem og hvordan gives der ikke noget', () => {
  const ids = missingIn(draftFor(door), door, 'Noah').map(({ id }) => id)
  expect(ids).toEqual(['barnet', 'hvem', 'hvordan'])
})

test('en indstilling kan sendes, før barnet er spurgt', () => {
  expect(missingIn(draftFor(door), { ...door, door: 'nominates' }, 'Noah').map(({ id }) => id)).toEqual(['hvem', 'hvordan'])
})

test('kræver ordningen et skriftligt ja, er det valgt', () => {
  expect(draftFor({ ...door, consent: 'written' }).how).toBe('written')
})

test('samtykket bærer teksten, der blev læst højt, og den, der sagde ja', () => {
  const draft = { ...draftFor(door), saidYes: 'other', otherName: ' Mormor Lis ', how: 'oral' as const }
  expect(giveInput(draft, door, child).consent).toMatchObject({ givenById: null, givenBy: 'Mormor Lis', how: 'oral', textShown: door.consentText })
})

test('en tom linje sendes ikke', () => {
  expect(giveInput(draftFor(door), door, child)).toMatchObject({ line: null, wishes: { activities: [] } })
})
