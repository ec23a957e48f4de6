import { day } from '@medspil/domain/day'
import type { DrawOutcome } from '@medspil/domain/holiday-program'
import { describe, expect, test } from 'vitest'
import { sayDrawOutcome, sayDrawRule, type DrawRuleFacts } from './draw.ts'

const facts = (part: Partial<DrawRuleFacts> = {}): DrawRuleFacts =>
  ({ mostPerChild: 1, mostTogether: 6, mostNumbers: 1, publicChance: null, travel: { samePlace: 0, sameArea: 15, otherArea: 45 }, ...part })
const textOf = (part: Partial<DrawRuleFacts> = {}): string => sayDrawRule(facts(part)).flatMap(({ heading, lines }) => [`${heading}.`, ...lines]).join('\n')

/** Words per sentence + 100 × words of 7 letters or more ÷ words; family pages keep to 25 (interface.md 5). */
const lix = (text: string): number => {
  const words = text.match(/\p{L}+/gu) ?? []
  const said = text.split(/[.!?:]\s|\n/u).filter((sentence) => /\p{L}/u.test(sentence)).length
  return words.length / said + (100 * words.filter((word) => word.length >= 7).length) / words.length
}

const programmes: [string, Partial<DrawRuleFacts>][] = [
  ['én plads pr. barn', {}], ['højst tre', { mostPerChild: 3 }], ['ingen grænse', { mostPerChild: null }],
  ['ekstra numre', { mostNumbers: 3 }], ['et tal udefra', { publicChance: 'Lotto 27. juni 2026' }],
]

describe('reglen, som familien læser den', () => {
  test.each(programmes)('%s: LIX højst 25', (_name, part) => expect(lix(textOf(part))).toBeLessThanOrEqual(25))
  test('løftet om ærlige ønsker gives kun, hvor det er bevist', () => {
    expect(textOf()).toContain('kan ikke få mere ved at bytte om')
    for (const mostPerChild of [2, null]) {
      expect(textOf({ mostPerChild })).not.toContain('kan ikke få mere ved at bytte om')
      expect(textOf({ mostPerChild })).toContain('kan somme tider få mere ved at bytte om')
    }
  })
  test('grænserne står der altid: grupper, den der kender tallet, og hvad løftet ikke viser', () => {
    for (const [, part] of programmes) expect(textOf(part)).toMatch(/går den oftere forgæves[^]*kender tallet før tid[^]*ikke, hvordan vi fandt tallet/)
    expect(textOf({ publicChance: 'Lotto 27. juni 2026' })).not.toContain('I må altså stole på')
  })
})

describe('hvad der blev af et ønske', () => {
  const names = { activity: (id: string) => ({ judo: 'Judo' })[id] ?? id, child: () => 'Alma' }
  const cases: [DrawOutcome, string][] = [
    [{ kind: 'given', round: 1 }, 'Plads på Svømning.'],
    [{ kind: 'full', waits: 2, number: 14, places: 12 }, 'Nummer 14 til 12 pladser på Svømning. Nummer 2 på ventelisten.'],
    [{ kind: 'full', waits: 1, number: 2, places: 1 }, 'Nummer 2 til 1 plads på Svømning. Nummer 1 på ventelisten.'],
    [{ kind: 'group-did-not-fit', waits: 1, number: 12, places: 12, size: 3, left: 1 }, 'I var 3, der ville sammen på Svømning. Der var 1 plads tilbage. Nummer 1 på ventelisten.'],
    [{ kind: 'waits-by-another-wish' }, 'Venter på Svømning med et andet af jeres ønsker.'],
    [{ kind: 'has-activity', ticket: 't' }, 'Alma har plads på Svømning i forvejen.'],
    [{ kind: 'got-better-wish', ticket: 't', activity: 'judo' }, 'Alma fik et ønske, der stod højere: Judo.'],
    [{ kind: 'limit-reached', ticket: 't', most: 2 }, 'Alma har 2 pladser. Flere kan et barn ikke få.'],
    [{ kind: 'limit-reached', ticket: 't', most: 1 }, 'Alma har 1 plads. Flere kan et barn ikke få.'],
    [{ kind: 'clash', ticket: 't', activity: 'judo', on: day('2026-07-06') }, 'Alma kan ikke nå både Judo og Svømning den 6. juli 2026.'],
  ]
  test.each(cases)('%o', (outcome, expected) => expect(sayDrawOutcome(outcome, 'Svømning', names)).toBe(expected))
})
