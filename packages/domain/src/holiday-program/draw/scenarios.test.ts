import { describe, expect, test } from 'vitest'
import type { Day } from '../../day.ts'
import { activity, aRecord, at, drawInOrder, ranked } from './draw.test-kit.ts'
import { drawFaults, type DrawFault } from './faults.ts'
import type { DrawActivity, DrawRecord } from './record.ts'

// What is tried here was learnt from the matching tests of OneGov Feriennet (tests/onegov/activity/test_matching_*.py)
// and said again for our rule. Where Feriennet lets the child who ranked higher pass, here only the number counts.

type Case = {
  name: string; activities: DrawActivity[]; lists: Record<string, string[]>; order: string[]
  rules?: Partial<DrawRecord>; gives: Record<string, string[]>
}
const svømning = (places: number): DrawActivity => activity('Svømning', places, at(6, '10:00', '12:00'))
const several = { mostPerChild: null }

const cases: Case[] = [
  { name: 'to børn, to aktiviteter: begge får deres', activities: [activity('Dans', 1), activity('Kajak', 1)], lists: { Alma: ['Dans'], Bo: ['Kajak'] }, order: ['Bo', 'Alma'], gives: { Alma: ['Dans'], Bo: ['Kajak'] } },
  { name: 'én plads, to børn: nummeret afgør', activities: [svømning(1)], lists: { Alma: ['Svømning'], Bo: ['Svømning'] }, order: ['Bo', 'Alma'], gives: { Alma: [], Bo: ['Svømning'] } },
  { name: 'et førsteønske går ikke forud for et bedre nummer', activities: [svømning(1), activity('Dans', 0)], lists: { Alma: ['Svømning'], Bo: ['Dans', 'Svømning'] }, order: ['Bo', 'Alma'], gives: { Alma: [], Bo: ['Svømning'] } },
  { name: 'mange ønsker tager ikke noget fra den, der har ét: alle får ét, før nogen får to', activities: [activity('Dans', 1), activity('Kajak', 1)], lists: { Alma: ['Dans', 'Kajak'], Bo: ['Dans', 'Kajak'] }, order: ['Alma', 'Bo'], rules: several, gives: { Alma: ['Dans'], Bo: ['Kajak'] } },
  { name: 'anden runde går baglæns: den, der valgte sidst, vælger nu først', activities: [activity('Dans', 2), activity('Kajak', 1)], lists: { Alma: ['Dans', 'Kajak'], Bo: ['Dans', 'Kajak'] }, order: ['Alma', 'Bo'], rules: several, gives: { Alma: ['Dans'], Bo: ['Dans', 'Kajak'] } },
  { name: 'dagstur og lejr samme dag: det mest ønskede', activities: [activity('Dagstur', 5, at(6, '08:00', '16:00')), activity('Lejr', 5, at(6, '08:00', '20:00'), at(7, '08:00', '20:00'))], lists: { Alma: ['Lejr', 'Dagstur'], Bo: ['Dagstur', 'Lejr'] }, order: ['Alma', 'Bo'], rules: several, gives: { Alma: ['Lejr'], Bo: ['Dagstur'] } },
  { name: 'det mest ønskede, også når det spærrer for to andre', activities: [activity('Dagstur', 5, at(6, '08:00', '16:00')), activity('Lejr', 5, at(6, '08:00', '20:00'), at(7, '08:00', '20:00')), activity('Zoo', 5, at(7, '08:00', '16:00'))], lists: { Alma: ['Lejr', 'Dagstur', 'Zoo'] }, order: ['Alma'], rules: several, gives: { Alma: ['Lejr'] } },
  { name: 'kun den anden dag overlapper: stadig overlap', activities: [activity('Tennis', 5, at(6, '10:00', '12:00'), at(8, '10:00', '12:00')), activity('Teater', 5, at(8, '11:00', '13:00'))], lists: { Alma: ['Tennis', 'Teater'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis'] } },
  { name: 'dage flettet ind i hinanden: ingen overlap', activities: [activity('Tennis', 5, at(6, '10:00', '12:00'), at(8, '10:00', '12:00')), activity('Teater', 5, at(7, '10:00', '12:00'), at(9, '10:00', '12:00'))], lists: { Alma: ['Tennis', 'Teater'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis', 'Teater'] } },
  { name: 'samme sted, slut kl. 11 og start kl. 11', activities: [activity('Tennis', 5, at(6, '10:00', '11:00')), activity('Judo', 5, at(6, '11:00', '12:00'))], lists: { Alma: ['Tennis', 'Judo'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis', 'Judo'] } },
  { name: 'samme område, 15 minutter imellem: netop nok', activities: [activity('Tennis', 5, at(6, '10:00', '11:00')), activity('Judo', 5, at(6, '11:15', '12:00', 'Skolen'))], lists: { Alma: ['Tennis', 'Judo'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis', 'Judo'] } },
  { name: 'samme område, 14 minutter imellem: for lidt', activities: [activity('Tennis', 5, at(6, '10:00', '11:00')), activity('Judo', 5, at(6, '11:14', '12:00', 'Skolen'))], lists: { Alma: ['Tennis', 'Judo'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis'] } },
  { name: 'ukendt område regnes som langt væk', activities: [activity('Tennis', 5, at(6, '10:00', '11:00', 'Banen', null)), activity('Judo', 5, at(6, '11:44', '12:30', 'Skolen', null))], lists: { Alma: ['Tennis', 'Judo'] }, order: ['Alma'], rules: several, gives: { Alma: ['Tennis'] } },
  { name: 'højst to: de to mest ønskede', activities: ['Dans', 'Kajak', 'Ridning'].map((id) => activity(id, 5)), lists: { Alma: ['Ridning', 'Dans', 'Kajak'] }, order: ['Alma'], rules: { mostPerChild: 2 }, gives: { Alma: ['Ridning', 'Dans'] } },
  { name: 'en plads fra før tæller med i de to', activities: ['Dans', 'Kajak', 'Ridning'].map((id) => activity(id, 5)), lists: { Alma: ['Ridning', 'Dans'] }, order: ['Alma'], rules: { mostPerChild: 2, children: [{ ticket: 'Alma', numbers: 1, holds: ['Kajak'] }] }, gives: { Alma: ['Ridning'] } },
  { name: 'søskende sammen: begge eller ingen', activities: [activity('Kajak', 1)], lists: { Alma: ['Bo + Kajak'], Bo: ['Alma + Kajak'], Carl: ['Kajak'] }, order: ['Alma', 'Bo', 'Carl'], gives: { Alma: [], Bo: [], Carl: ['Kajak'] } },
  { name: 'gruppen på to får de to pladser, når dens nummer kommer først', activities: [activity('Kajak', 2)], lists: { Alma: ['Bo + Kajak'], Bo: ['Alma + Kajak'], Carl: ['Kajak'] }, order: ['Alma', 'Bo', 'Carl'], gives: { Alma: ['Kajak'], Bo: ['Kajak'], Carl: [] } },
  { name: 'en gruppe på tre kan ikke være der; gruppen på to efter den kan', activities: [activity('Kajak', 2)], lists: { Alma: ['Bo + Carl + Kajak'], Bo: ['Alma + Carl + Kajak'], Carl: ['Alma + Bo + Kajak'], Dina: ['Emma + Kajak'], Emma: ['Dina + Kajak'] }, order: ['Alma', 'Bo', 'Carl', 'Dina', 'Emma'], gives: { Alma: [], Bo: [], Carl: [], Dina: ['Kajak'], Emma: ['Kajak'] } },
  { name: 'helst sammen, ellers alene', activities: [activity('Kajak', 1)], lists: { Alma: ['Bo + Kajak', 'Kajak'], Bo: ['Alma + Kajak'] }, order: ['Alma', 'Bo'], gives: { Alma: ['Kajak'], Bo: [] } },
  { name: 'ingen trækkes med i noget, den ønsker mindre end det, den kan få alene', activities: [activity('Dans', 1), activity('Kajak', 2)], lists: { Alma: ['Dans', 'Bo + Kajak'], Bo: ['Alma + Kajak'] }, order: ['Bo', 'Alma'], gives: { Alma: ['Dans'], Bo: [] } },
  { name: 'tre venter på hinanden i ring: det bedste nummer afgør', activities: ['Dans', 'Kajak', 'Ridning'].map((id) => activity(id, 2)), lists: { Alma: ['Bo + Dans', 'Carl + Ridning'], Bo: ['Carl + Kajak', 'Alma + Dans'], Carl: ['Alma + Ridning', 'Bo + Kajak'] }, order: ['Bo', 'Alma', 'Carl'], gives: { Alma: [], Bo: ['Kajak'], Carl: ['Kajak'] } },
]

describe('hvem får hvad', () => {
  test.each(cases)('$name', ({ activities, lists, order, rules, gives }) => {
    expect(drawInOrder(aRecord(activities, ranked(lists), rules), order).places).toEqual(gives)
  })
})

describe('hvorfor', () => {
  const queue = Array.from({ length: 14 }, (_no, n) => `Barn ${String(n + 1).padStart(2, '0')}`)
  test('nummer 14 af 12 i Svømning; det andet ønske var frit', () => {
    const lists = Object.fromEntries(queue.map((child, n) => [child, n === 13 ? ['Svømning', 'Dans'] : ['Svømning']]))
    const { answers, waiting } = drawInOrder(aRecord([svømning(12), activity('Dans', 3)], ranked(lists)), queue)
    expect(answers['Barn 14']).toEqual([
      { activity: 'Svømning', rank: 1, together: [], outcome: { kind: 'full', waits: 2, number: 14, places: 12 } },
      { activity: 'Dans', rank: 2, together: [], outcome: { kind: 'given', round: 1 } },
    ])
    expect(waiting).toEqual([
      { activity: 'Svømning', position: 1, ticket: 'Barn 13', wish: 12, insteadOf: [] },
      { activity: 'Svømning', position: 2, ticket: 'Barn 14', wish: 13, insteadOf: ['Dans'] },
    ].map((entry) => ({ ...entry, wish: expect.any(Number) })))
  })
  const outcomesOf = (record: DrawRecord, order: string[], child: string): unknown[] => drawInOrder(record, order).answers[child]!.map(({ outcome }) => outcome)
  test('gruppen var for stor til de pladser, der var', () => {
    const record = aRecord([activity('Kajak', 2)], ranked({ Carl: ['Kajak'], Alma: ['Bo + Kajak'], Bo: ['Alma + Kajak'], Dina: ['Kajak'] }))
    expect(outcomesOf(record, ['Carl', 'Alma', 'Bo', 'Dina'], 'Bo')).toEqual([{ kind: 'group-did-not-fit', waits: 2, number: 4, places: 2, size: 2, left: 1 }])
  })
  test('overlap med det, barnet ønskede mere', () => {
    const record = aRecord([svømning(2), activity('Judo', 2, at(6, '11:00', '13:00'))], ranked({ Alma: ['Svømning', 'Judo'] }), several)
    expect(outcomesOf(record, ['Alma'], 'Alma')[1]).toEqual({ kind: 'clash', ticket: 'Alma', activity: 'Svømning', on: '2026-07-06' })
  })
  test('et bedre ønske, når der kun er ét, og grænsen, når der er to', () => {
    const [activities, wishes] = [['Dans', 'Kajak', 'Ridning'].map((id) => activity(id, 5)), ranked({ Alma: ['Ridning', 'Dans', 'Kajak'] })]
    expect(outcomesOf(aRecord(activities, wishes), ['Alma'], 'Alma')[1]).toEqual({ kind: 'got-better-wish', ticket: 'Alma', activity: 'Ridning' })
    expect(outcomesOf(aRecord(activities, wishes, { mostPerChild: 2 }), ['Alma'], 'Alma')[2]).toEqual({ kind: 'limit-reached', ticket: 'Alma', most: 2 })
  })
  test('fik aktiviteten alene, da gruppen ikke kunne være der', () => {
    const record = aRecord([activity('Kajak', 1)], ranked({ Alma: ['Bo + Kajak', 'Kajak'], Bo: ['Alma + Kajak', 'Kajak'] }))
    expect(outcomesOf(record, ['Alma', 'Bo'], 'Bo')).toEqual([{ kind: 'has-activity', ticket: 'Alma' }, { kind: 'full', waits: 1, number: 2, places: 1 }])
  })
})

describe('det, reglen ikke kan', () => {
  test('flere aktiviteter: den, der kender de andres ønsker, kan vinde ved at bytte om', () => {
    const worlds = (alma: string[]): string[] => drawInOrder(aRecord([activity('Dans', 9), activity('Kajak', 1)],
      ranked({ Alma: alma, Bo: ['Kajak'] }), several), ['Alma', 'Bo']).places['Alma']!
    expect(worlds(['Dans', 'Kajak'])).toEqual(['Dans'])
    expect(worlds(['Kajak', 'Dans'])).toEqual(['Kajak', 'Dans'])
  })
  test('en gruppe på tre kan gå forgæves, hvor et barn alene med samme nummer var kommet ind', () => {
    const alone = drawInOrder(aRecord([activity('Kajak', 2)], ranked({ Alma: ['Kajak'] })), ['Alma'])
    const three = drawInOrder(aRecord([activity('Kajak', 2)], ranked({ Alma: ['Bo + Carl + Kajak'], Bo: ['Alma + Carl + Kajak'], Carl: ['Alma + Bo + Kajak'] })), ['Alma', 'Bo', 'Carl'])
    expect([alone.places['Alma'], three.places['Alma']]).toEqual([['Kajak'], []])
  })
})

describe('hvad der ikke kan trækkes lod om', () => {
  const good = aRecord([svømning(2)], ranked({ Alma: ['Svømning'], Bo: ['Svømning'] }))
  const faulty: [string, Partial<DrawRecord>, DrawFault['fault']][] = [
    ['en anden regel', { rule: 'medspil-draw-0' }, 'rule-unknown'],
    ['intet løfte', { commitment: '' }, 'commitment-malformed'],
    ['halve pladser', { activities: [activity('Svømning', 1.5)] }, 'not-a-whole-number'],
    ['flere numre end annonceret', { children: [{ ticket: 'Alma', numbers: 2, holds: [] }, { ticket: 'Bo', numbers: 1, holds: [] }] }, 'not-a-whole-number'],
    ['samme aktivitet to gange', { activities: [svømning(2), svømning(3)] }, 'activity-twice'],
    ['slut før start', { activities: [activity('Svømning', 1, at(6, '12:00', '10:00'))] }, 'meeting-times'],
    ['en dag, der ikke findes', { activities: [activity('Svømning', 1, { ...at(6, '10:00', '12:00'), day: '2026-07-32' as Day })] }, 'meeting-times'],
    ['et barn med to slags lod', { children: [...good.children, { ticket: 'Alma', numbers: 1, holds: ['Svømning'] }] }, 'ticket-twice'],
    ['en ukendt plads fra før', { children: [{ ticket: 'Alma', numbers: 1, holds: ['Dans'] }, { ticket: 'Bo', numbers: 1, holds: [] }] }, 'held-activity-unknown'],
    ['et ønske om noget ukendt', { wishes: ranked({ Alma: ['Dans'] }) }, 'wish-activity-unknown'],
    ['et ønske fra en ukendt', { wishes: ranked({ Zoe: ['Svømning'] }) }, 'wish-ticket-unknown'],
    ['et ønske uden børn', { wishes: [{ activity: 'Svømning', by: [] }] }, 'wish-without-children'],
    ['et barn to gange i et ønske', { wishes: [{ activity: 'Svømning', by: [{ ticket: 'Alma', rank: 1 }, { ticket: 'Alma', rank: 2 }] }] }, 'child-twice-in-wish'],
    ['samme ønske med to pladser på listen', { wishes: [1, 2].map((rank) => ({ activity: 'Svømning', by: [{ ticket: 'Alma', rank }] })) }, 'wish-twice'],
    ['to ønsker på samme plads på listen', { wishes: [...good.wishes, { activity: 'Svømning', by: [{ ticket: 'Alma', rank: 1 }, { ticket: 'Bo', rank: 9 }] }] }, 'rank-twice'],
    ['for mange, der hænger sammen', { wishes: ranked({ Alma: ['Bo + Svømning'], Bo: ['Alma + Svømning'] }), mostTogether: 1 }, 'too-many-together'],
  ]
  test('den gode har ingen fejl', () => expect(drawFaults(good)).toEqual([]))
  test.each(faulty)('%s', (_name, part, fault) => {
    expect(drawFaults({ ...good, ...part }).map((one) => one.fault)).toContain(fault)
  })
})
