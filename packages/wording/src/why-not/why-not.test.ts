import { languages } from '@medspil/domain/language'
import type { WhyNot } from '@medspil/domain/why-not'
import { day } from '@medspil/domain/day'
import { expect, test } from 'vitest'
import { sayWhyNot } from '../why-not.ts'
import { ar } from './ar.ts'
import { daDesk } from './da-desk.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import { so } from './so.ts'
import { sayWhyNotToStaff } from './staff.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'

const byLanguage = { da, en, ar, uk, tr, so }

/** Every fact any sentence asks for, so that a forgotten one shows as "undefined". */
const facts = {
  from: 6, to: 12, years: 5, price: 12000n, on: day('2026-08-30'), day: day('2026-08-30'), firstDay: day('2026-08-01'), lastDay: day('2026-12-31'), next: null,
  kind: 'kit', kinds: ['kit'], most: 60000n, given: 70000n, asked: 80000n, free: 50000n, offered: [3, 6], birthYear: 2014, grade: 7, days: [1, 3], limit: 2,
  ahead: 3, needs: 2, until: null, closed: null, opens: '2026-06-01T07:00:00.000Z', closes: '2026-06-20T10:00:00.000Z', since: '2026-06-01T07:00:00.000Z', deadline: '2026-06-01T07:00:00.000Z', heldUntil: '2026-06-01T07:00:00.000Z', minutes: 10, needed: 30,
  keptUntil: day('2026-08-30'), endedOn: day('2026-08-30'), covered: 50000n, missing: 10000n, fee: 70000n, held: 60000n, ceiling: 160000n, because: { reason: 'activity-over', lastDay: day('2026-08-01') },
}

test.each(languages)('%s: hver grund kan siges, uden huller i sætningen', (language) => {
  const { whyNot } = byLanguage[language]
  for (const [reason, sentence] of Object.entries(whyNot)) {
    const said = (sentence as (facts: unknown) => string)({ reason, ...facts })
    expect(said, reason).not.toMatch(/undefined|null|NaN|Invalid/)
    expect(said.trim(), reason).toMatch(/[.?!]$/)
  }
})

test('en grund, kun kommunen møder, bliver til en vej til et menneske', async () => {
  const say = await sayWhyNot('da')
  expect(say({ reason: 'payout-empty' })).toBe(da.other)
  expect(sayWhyNotToStaff({ reason: 'payout-empty' })).toBe('Der er ingen linjer at betale.')
})

test('beløb, dage og klokkeslæt står i sætningen', async () => {
  const say = await sayWhyNot('da')
  expect(say({ reason: 'purse-too-small', kind: 'kontingent', asked: 85000n, covered: 60000n, missing: 25000n } as WhyNot))
    .toBe('Passet kan betale 600 kr. I skal selv betale 250 kr.')
  expect(say({ reason: 'program-opens-later', opens: '2026-05-01T07:00:00.000Z' } as WhyNot)).toBe('Det åbner den 1. maj 2026 kl. 9.00. Kom tilbage der.')
})

test('ingen sætning til familien bruger et ord, der peger på barnets forhold', () => {
  const said = Object.values(da.whyNot).map((sentence) => (sentence as (facts: unknown) => string)(facts)).join(' ')
  expect(said).not.toMatch(/\bsag\b|trængende|udsat|ressourcesvag|støttemodtager|hurtigst muligt|i henhold til/i)
})

test('kommunens sætninger overlapper ikke familiens', () => {
  expect(Object.keys(daDesk).filter((reason) => reason in da.whyNot)).toEqual([])
})
