import { kroner, ore } from '@medspil/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../day.ts'
import {
  approve, draftPayout, initialsOf, payoutLinesText, remittanceText, send, settle, settleLine, submit, voidPayout,
  type LineTruth, type Payout, type PayoutAnswer, type PayoutLine,
} from './index.ts'

const today = day('2026-08-06')
const line = (n: number, change: Partial<PayoutLine> = {}): PayoutLine =>
  ({ id: `l${n}`, claimId: `c${n}`, foreningId: 'f', payeeId: 'konto', amount: kroner(100), reference: `YA ${n}`, state: 'waiting', ...change })
const lines = [line(1), line(2)]
const hash = payoutLinesText(lines)
const payoutOf = (answer: PayoutAnswer): Payout => {
  if (!answer.ok) throw new Error(answer.whyNot.reason)
  return answer.payout
}
const draft = () => payoutOf(draftPayout({ id: 'p', rail: 'bank-file', preparedBy: 'per', lines }))
const submitted = (by = 'per') => payoutOf(submit(draft(), by, hash))
const caps = { payer: kroner(200), leader: kroner(1000) }
type Ask = Partial<Parameters<typeof approve>[0]> & { personId?: string; roles?: string[] }
const ask = ({ personId = 'lone', roles = ['payer'], ...change }: Ask = {}) => approve({
  payout: submitted(), approver: { personId, roles }, seenHash: hash, presentHash: hash, caps, payeeChanges: {}, today, ...change,
})
const reasonOf = (answer: PayoutAnswer) => (answer.ok ? answer.payout.state : answer.whyNot.reason)

describe('offentlige penge kræver to personer (løfte 8)', () => {
  it('rolle × samme/anden person × ændrede linjer × gentagelse: kun den lovlige celle betaler', () => {
    let paid = 0
    for (const personId of ['per', 'pia', 'lone']) for (const roles of [[], ['caseworker'], ['payer']]) for (const changed of [false, true]) for (const again of [false, true]) {
      const payout = again ? payoutOf(ask()) : submitted('pia')
      const presentHash = changed ? payoutLinesText([line(1), line(2, { amount: kroner(101) })]) : hash
      const answer = ask({ payout, personId, roles, presentHash, seenHash: presentHash })
      const isLegal = personId === 'lone' && roles.includes('payer') && !changed && !again
      expect(answer.ok, JSON.stringify({ personId, roles, changed, again })).toBe(isLegal)
      if (answer.ok) paid += 1
    }
    expect(paid).toBe(1)
  })

  it.each([
    ['samme person under et andet login', 'same-person-prepared', { personId: 'per', roles: ['payer', 'leader'] }],
    ['den, der sendte den til godkendelse', 'same-person-prepared', { payout: submitted('lone') }],
    ['rolle uden ret', 'role-may-not-release', { roles: ['caseworker'] }],
    ['et navn fra objektets egen kæde er ingen rolle', 'role-may-not-release', { roles: ['constructor'] }],
    ['over rollens loft', 'amount-above-cap', { caps: { payer: ore(19999) } }],
    ['præcis på loftet', 'approved', {}],
    ['det højeste loft gælder', 'approved', { caps: { payer: ore(1), leader: kroner(200) }, roles: ['payer', 'leader'] }],
    ['linjerne på skærmen var andre', 'payout-lines-changed', { seenHash: 'anden' }],
    ['kladde', 'payout-step-skipped', { payout: draft() }],
    ['annulleret', 'payout-step-skipped', { payout: payoutOf(voidPayout(submitted())) }],
  ] as [string, string, Ask][])('%s → %s', (_, expected, change) => expect(reasonOf(ask(change))).toBe(expected))

  it('kontooplysninger ændret for 6 dage siden: to forskellige godkender; for 7 dage siden: én', () => {
    const fresh = { konto: addDays(today, -6) }
    const once = payoutOf(ask({ payeeChanges: fresh }))
    expect(once.state).toBe('submitted')
    expect(reasonOf(ask({ payout: once, payeeChanges: fresh }))).toBe('same-person-approved')
    expect(reasonOf(ask({ payout: once, payeeChanges: fresh, personId: 'mona' }))).toBe('approved')
    expect(reasonOf(ask({ payeeChanges: { konto: addDays(today, -7) } }))).toBe('approved')
  })

  it('ændres kontoen efter godkendelsen, mangler der en godkendelse før afsendelse', () => {
    const approved = payoutOf(ask())
    const changed = { presentHash: hash, payeeChanges: { konto: today }, today }
    expect(reasonOf(send({ payout: approved, ...changed }))).toBe('further-approval-needed')
    const twice = payoutOf(ask({ payout: approved, payeeChanges: { konto: today }, personId: 'mona' }))
    expect(reasonOf(send({ payout: twice, ...changed }))).toBe('sent')
  })

  it('andre linjer end de godkendte sendes aldrig, og en sendt annulleres ikke', () => {
    const approved = payoutOf(ask())
    expect(reasonOf(send({ payout: approved, presentHash: 'anden', payeeChanges: {}, today }))).toBe('payout-lines-changed')
    expect(reasonOf(send({ payout: submitted(), presentHash: hash, payeeChanges: {}, today }))).toBe('payout-step-skipped')
    const sent = payoutOf(send({ payout: approved, presentHash: hash, payeeChanges: {}, today }))
    expect(reasonOf(voidPayout(sent))).toBe('payout-step-skipped')
  })

  it('rød tvilling: sammenlignes logins i stedet for personer, betaler den, der forberedte', () => {
    const byAccount = ask({ payout: { ...submitted(), preparedBy: 'login-1', submittedBy: 'login-1' }, personId: 'login-2' })
    const byPerson = ask({ payout: submitted('per'), personId: 'per' })
    expect([byAccount.ok, byPerson.ok]).toEqual([true, false])
  })

  it('linjeteksten er entydig: hver ændring, også af orden og skilletegn, giver en anden tekst', () => {
    const texts = [
      lines, [line(2), line(1)], [line(1)], [line(1), line(2, { payeeId: 'x' })], [line(1), line(2, { reference: 'YA 2","x' })],
      [line(1), line(2, { foreningId: 'g' })], [line(1), line(2, { claimId: 'c3' })], [line(1), line(2, { amount: ore(1) })],
    ].map(payoutLinesText)
    expect(new Set(texts).size).toBe(texts.length)
    expect(payoutLinesText(lines.map((each) => ({ ...each, state: 'confirmed' })))).toBe(hash)
  })

  it('tom udbetaling og samme krav to gange afvises', () => {
    const of = (some: PayoutLine[]) => reasonOf(draftPayout({ id: 'p', rail: 'stripe', preparedBy: 'per', lines: some }))
    expect([of([]), of([line(1), line(2, { claimId: 'c1' })])]).toEqual(['payout-empty', 'claim-twice-in-payout'])
  })
})

describe('hver udbetaling netop én gang (løfte 9)', () => {
  const sent = payoutOf(send({ payout: payoutOf(ask()), presentHash: hash, payeeChanges: {}, today }))
  const settled = (payout: Payout, truths: Record<string, LineTruth>) => {
    const answer = settle(payout, truths)
    if (!answer.ok) throw new Error(answer.whyNot.reason)
    return answer
  }

  it('ukendt slås op; sandheden afgør, og gentagelser tæller én gang', () => {
    const unknown = settled(sent, { l1: 'no-answer', l2: 'succeeded' })
    expect(unknown).toMatchObject({ payout: { state: 'unknown' }, confirmedLineIds: ['l2'] })
    expect(reasonOf(send({ payout: unknown.payout, presentHash: hash, payeeChanges: {}, today }))).toBe('payout-step-skipped')
    const found = settled(unknown.payout, { l1: 'succeeded', l2: 'succeeded' })
    expect(found).toMatchObject({ payout: { state: 'confirmed' }, confirmedLineIds: ['l1'], failedLineIds: [] })
    expect(settled(found.payout, { l1: 'succeeded' })).toMatchObject({ payout: found.payout, confirmedLineIds: [] })
    expect(settled(unknown.payout, { l1: 'absent' })).toMatchObject({ payout: { state: 'failed' }, failedLineIds: ['l1'] })
  })

  it('en endelig tilstand går aldrig tilbage, og modstrid vises til et menneske', () => {
    const truths = fc.constantFrom<LineTruth>('pending', 'succeeded', 'failed', 'absent', 'no-answer')
    fc.assert(fc.property(fc.array(truths, { maxLength: 12 }), truths, (heard, late) => {
      const state = heard.reduce(settleLine, 'sent')
      if (state === 'confirmed' || state === 'failed') expect(settleLine(state, late)).toBe(state)
    }))
    const failed = settled(sent, { l1: 'failed', l2: 'succeeded' }).payout
    expect(settled(failed, { l1: 'succeeded' })).toMatchObject({ payout: failed, contradictedLineIds: ['l1'] })
  })

  it('begivenheder i enhver orden, 1–3 gange, giver samme ende, fordi nutiden læses', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom<LineTruth>('pending', 'no-answer', 'succeeded'), { minLength: 1, maxLength: 18 }), (reads) => {
      expect([...reads, 'succeeded' as const].reduce(settleLine, 'sent')).toBe('confirmed')
    }))
  })

  it('intet afgøres, før der er sendt', () => {
    expect(settle(submitted(), {})).toMatchObject({ ok: false, whyNot: { reason: 'payout-not-sent' } })
  })
})

describe('tekst til kassereren', () => {
  it('initialer, sæson og reference, aldrig et navn', () => {
    const season = { firstDay: day('2026-08-15'), lastDay: day('2026-12-31') }
    expect(initialsOf('Yara Maria', 'af Æbelø')).toBe('YÆ')
    expect(remittanceText({ initials: 'YA', season, reference: 'F-2291' })).toBe('YA 08.2026-12.2026 F-2291')
    expect(remittanceText({ initials: 'YA', season: { ...season, lastDay: season.firstDay }, reference: 'F-1' })).toBe('YA 08.2026 F-1')
    expect(() => remittanceText({ initials: 'YA', season, reference: 'Yara Andersen, Slagelse' })).toThrow(RangeError)
  })
})
