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

/** Reasons whose `most` is a count and no amount. */
const countsMost = new Set(['too-many-wishes', 'seat-extended-enough', 'friend-group-full'])

test.each(languages)('%s: hver grund kan siges, uden huller i sætningen', (language) => {
  const { whyNot } = byLanguage[language]
  for (const [reason, sentence] of Object.entries(whyNot)) {
    const said = (sentence as (facts: unknown) => string)({ reason, ...facts, ...(countsMost.has(reason) ? { most: 4 } : {}) })
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

/** A count said in a language, the rest of the facts standing. */
const said = (language: keyof typeof byLanguage, reason: keyof typeof da.whyNot, part: object) =>
  (byLanguage[language].whyNot[reason] as (facts: unknown) => string)({ ...facts, ...part })

test('dansk: én, flere og ingen', () => {
  const places = [0, 1, 3].map((limit) => said('da', 'child-limit-reached', { limit }))
  expect(places).toEqual(['Et barn kan ikke få plads lige nu. Ring til os, hvis noget er forkert.', 'Et barn kan få 1 plads lige nu. Meld fra et sted, hvis I vil bytte.', 'Et barn kan få 3 pladser lige nu. Meld fra et sted, hvis I vil bytte.'])
  const lists = [0, 1, 3].map((limit) => said('da', 'waiting-limit-reached', { limit }))
  expect(lists).toEqual(['Et barn kan ikke stå på venteliste lige nu. Vælg noget med en ledig plads.', 'Et barn kan stå på 1 venteliste lige nu. Gå af en liste, hvis I vil bytte.', 'Et barn kan stå på 3 ventelister lige nu. Gå af en liste, hvis I vil bytte.'])
  const waits = [0, 1, 3].map((limit) => said('da', 'waits-child-limit-reached', { limit }).split('. ')[0])
  expect(waits).toEqual(['Et barn kan ikke få plads lige nu', 'Barnet har den ene plads, man kan få', 'Barnet har de 3 pladser, man kan få'])
  expect(said('da', 'child-limit-reached', { limit: 0, next: { from: facts.opens, limit: 1 } })).toBe('Et barn kan ikke få plads lige nu. Prøv igen fra den 1. juni 2026 kl. 9.00.')
  expect(said('da', 'too-many-wishes', { most: 1 })).toBe('Et barn kan ønske 1 aktivitet. Tag nogle væk.')
  expect(said('da', 'group-needs-more-places', { needs: 1, free: 0 })).toBe('I skal bruge 1 plads. Der er ingen. Vi skriver, når der er nok.')
  expect(said('da', 'no-time-between-places', { minutes: 1 })).toContain('kun 1 minut mellem')
  expect(said('da', 'period-length-not-offered', { offered: [1] })).toContain(': 1 måned.')
})

test('engelsk: én og flere', () => {
  expect([1, 3].map((limit) => said('en', 'child-limit-reached', { limit }).split('. ')[0])).toEqual(['A child can have 1 place right now', 'A child can have 3 places right now'])
  expect([1, 3].map((limit) => said('en', 'waiting-limit-reached', { limit }).split('. ')[0])).toEqual(['A child can be on 1 waiting list right now', 'A child can be on 3 waiting lists right now'])
  expect([1, 5].map((years) => said('en', 'years-used-up', { years }).split('. ')[0])).toEqual(['The child has had help for 1 year', 'The child has had help for 5 years'])
  expect([1, 8].map((most) => said('en', 'too-many-wishes', { most }).split('. ')[0])).toEqual(['A child can wish for 1 activity', 'A child can wish for 8 activities'])
})

test('arabisk har fire former for aktiviteter, ukrainsk tre, somalisk to', () => {
  const wishes = (language: 'ar' | 'uk' | 'so', ...counts: number[]) => counts.map((most) => said(language, 'too-many-wishes', { most }))
  expect(wishes('ar', 1, 2, 3, 11, 100).map((text) => /في ([^.]*)/.exec(text)?.[1])).toEqual(['نشاط واحد', 'نشاطين', '3 أنشطة', '11 نشاطًا', '100 نشاط'])
  expect(wishes('uk', 1, 3, 5, 21).map((text) => /обрати ([^.]*)/.exec(text)?.[1])).toEqual(['1 заняття', '3 заняття', '5 занять', '21 заняття'])
  expect(wishes('so', 1, 8).map((text) => /karaa ([^.]*)/.exec(text)?.[1])).toEqual(['hal hawl', '8 hawlood'])
  expect([1, 2, 5].map((most) => said('uk', 'seat-extended-enough', { most }).split('. ')[0])).toEqual(['Вам уже додавали час 1 раз', 'Вам уже додавали час 2 рази', 'Вам уже додавали час 5 разів'])
})

test.each(languages)('%s: ingen plads, ingen venteliste og ingen foran siges uden tallet nul', (language) => {
  const none: [keyof typeof da.whyNot, object][] = [['child-limit-reached', { limit: 0 }], ['waiting-limit-reached', { limit: 0 }], ['waits-child-limit-reached', { limit: 0 }], ['no-free-place', { ahead: 0 }]]
  for (const [reason, part] of none) expect(said(language, reason, part), reason).not.toContain('0')
})
