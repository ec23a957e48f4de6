import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { fitsChild, type ChildWishes, type FittingOffer } from './fits.ts'
import { isPublic, mayAskToPublish, moveOffer, offerMoves, type OfferState, type OfferText } from './publish.ts'

const offer = (part: Partial<FittingOffer> = {}): FittingOffer => ({
  admits: { kind: 'completed-years', from: 8, to: 11, on: 'activity-day' }, firstDay: day('2026-09-01'), days: [2, 4],
  support: { 'step-free': 'met', 'small-team': 'not-met' }, trial: 'yes', freePlaces: 3, ...part,
})
const child = (part: Partial<ChildWishes> = {}): ChildWishes =>
  ({ birthDay: day('2017-05-02'), grade: null, days: [], supportNeeds: [], wantsTrial: false, ...part })
const reason = (c: ChildWishes, o = offer()) => {
  const fit = fitsChild(c, o)
  return fit.ok ? 'passer' : fit.whyNot.reason
}

describe('passer tilbuddet til barnet?', () => {
  const cases: [string, Partial<ChildWishes>, Partial<FittingOffer>, string][] = [
    ['9 år, ingen ønsker', {}, {}, 'passer'],
    ['fylder 8 dagen efter sæsonstart', { birthDay: day('2018-09-02') }, {}, 'too-young-for-place'],
    ['fylder 8 på første dag', { birthDay: day('2018-09-01') }, {}, 'passer'],
    ['kan kun mandag', { days: [1] }, {}, 'offer-on-other-days'],
    ['kan mandag og torsdag', { days: [1, 4] }, {}, 'passer'],
    ['skal kunne komme ind uden trin', { supportNeeds: ['step-free'] }, {}, 'passer'],
    ['har brug for et lille hold', { supportNeeds: ['small-team'] }, {}, 'support-need-not-met'],
    ['et behov, foreningen ikke har svaret på, er ukendt og siger ikke nej', { supportNeeds: ['sign-language'] }, {}, 'passer'],
    ['vil prøve først', { wantsTrial: true }, {}, 'passer'],
    ['vil prøve først, men der er ingen prøvetime', { wantsTrial: true }, { trial: 'no' }, 'offer-without-trial'],
    ['fuldt hold passer stadig: der er venteliste', {}, { freePlaces: 0 }, 'passer'],
    ['klassen er ukendt', {}, { admits: { kind: 'grade', from: 3, to: 6, on: day('2026-06-26') } }, 'passer'],
  ]
  test.each(cases)('%s', (_name, wishes, part, expected) => expect(reason(child(wishes), offer(part))).toBe(expected))

  test('hver linje siger mødt, ikke mødt eller ukendt', () => {
    const { because } = fitsChild(child({ days: [2], supportNeeds: ['step-free', 'sign-language'], wantsTrial: true }), offer({ freePlaces: 0 }))
    expect(because.map((line) => `${line.about} ${line.verdict}`))
      .toEqual(['age met', 'days met', 'support met', 'support unknown', 'trial met', 'places waiting-list'])
  })
})

describe('hvornår tilbuddet må ses', () => {
  const text: OfferText = { title: 'Svømning', place: 'Hallen', contact: 'Lis', price: kroner(600), capacity: 12, dayCount: 1, firstDay: day('2026-09-01'), lastDay: day('2026-12-18') }
  const today = day('2026-09-03')
  const notListed = { ok: false as const, whyNot: { reason: 'forening-declaration-missing' } }
  const said = (verdict: { ok: boolean; whyNot?: { reason: string } }) => verdict.whyNot?.reason ?? 'ja'

  test('fuldt udfyldt', () => expect(said(mayAskToPublish(text, { ok: true }, today))).toBe('ja'))
  test('gratis er også en pris', () => expect(said(mayAskToPublish({ ...text, price: kroner(0) }, { ok: true }, today))).toBe('ja'))
  test('foreningen mangler erklæring', () => expect(said(mayAskToPublish(text, notListed, today))).toBe('forening-declaration-missing'))
  test('uden sted og pris siger, hvad der mangler', () => {
    expect(mayAskToPublish({ ...text, place: ' ', price: null }, { ok: true }, today))
      .toEqual({ ok: false, whyNot: { reason: 'offer-incomplete', missing: ['place', 'price'] } })
  })
  test('sæsonen er slut', () => expect(said(mayAskToPublish({ ...text, lastDay: day('2026-09-02') }, { ok: true }, today))).toBe('offer-season-over'))
  const states = Object.keys(offerMoves) as OfferState[]
  test.each(states)('%s: kun et modereret tilbud ses', (state) => {
    expect(isPublic({ state, lastDay: day('2026-12-18') }, { ok: true }, today).ok).toBe(state === 'published')
    for (const to of states) expect(moveOffer(state, to).ok).toBe(offerMoves[state].includes(to))
  })
  test('ingen vej til det offentlige uden om moderation', () => {
    for (const state of states) if (offerMoves[state].includes('published')) expect(state).toBe('in-moderation')
  })
  test('erklæringen udløb ved nytår: tilbuddet forsvinder af sig selv', () => {
    expect(said(isPublic({ state: 'published', lastDay: day('2026-12-18') }, notListed, today))).toBe('forening-declaration-missing')
  })
})
