import { newId } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { addClaim } from '@medspil/db/subsidy'
import { confirmClaim, dueClaim, entryForCoPaymentConfirmed } from '@medspil/domain/subsidy'
import { ore } from '@medspil/ledger'
import { withDatabase } from '@medspil/testing/database'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endActivities } from '../attendance/index.ts'
import { doorsOf } from '../payment/doors.ts'
import { followCheckout } from '../payment/follow-checkout.ts'
import { enqueueRead, price } from '../payment/payment.test-kit.ts'
import { checkClaims } from '../subsidy/check-claims.ts'
import { collectClawbacks } from '../subsidy/collect-clawbacks.ts'
import { compare } from '../subsidy/compare-books.ts'
import { recoverShares } from '../subsidy/recover-share.ts'
import { callerAs } from '../testing.ts'
import { claimHeld } from './claim-held.ts'
import { afterwards, type HeldWorld, plantHeldWorld } from './claim-held.test-kit.ts'
import { holder, teamRow } from './forening.test-kit.ts'

const test = withDatabase()
let world: HeldWorld
beforeAll(async () => { world = await plantHeldWorld(test()) })
beforeEach(() => { world.clock.hours = 0 })

const whole = String(price)
const owedTo = async (foreningId: string) => (await world.row<{ sum: string }>("select coalesce(sum(balance), 0)::text as sum from ledger_account where key like $1", [`owed:${foreningId}:%`])).sum
const shareOf = async (signupId: string) => (await world.row<{ balance: string }>('select balance::text from ledger_account where key = $1', [`co-payment:${signupId}`])).balance
/** What of the books disagrees about shares, cards and claims; the planted passes have no pool's entry behind them. */
const faults = async () => (await compare((work) => world.parts.asActor({ kind: 'job', kommuneId: world.kommuneId, id: null, name: 'test' }, { now: world.parts.clock(), procedure: 'test' }, work), world.fake.gateways.transfers)).faults
  .filter(({ what }) => /^(co-payment|card|owed|in-transit|received|disputed)/.test(what))
const refundByHand = async (paymentId: string, amount: bigint) => {
  world.fake.checkouts.refundByHand(paymentId, amount)
  await enqueueRead(world, test(), paymentId)
  await world.work()
}

describe('en ferieaktivitet er holdt', () => {
  it('hele prisen skyldes arrangøren: passets del og familiens egen, i samme øjeblik, og én gang', async () => {
    const { offerId, foreningId } = await world.activity()
    for (const pass of [0n, 5_000n, price]) await world.child(offerId, pass)
    await world.ticks(claimHeld)
    expect(await world.claims(offerId)).toEqual([])
    await world.over()
    await world.over()
    expect((await world.claims(offerId)).map(({ kind, amount, state }) => [kind, amount, state])).toEqual([
      ['co-payment', whole, 'confirmed'], ['co-payment', '10000', 'confirmed'], ['fritidspas', '5000', 'confirmed'], ['fritidspas', whole, 'confirmed'],
    ])
    expect(await owedTo(foreningId)).toBe(String(3n * price))
    expect(await faults()).toEqual([])
  })

  it('to arbejdere på samme tid gør ét krav', async () => {
    const { offerId } = await world.activity()
    await world.child(offerId, 5_000n)
    world.clock.hours = afterwards
    await world.ticks(endActivities, async (job) => { await Promise.all([claimHeld(job), claimHeld(job)]) }, claimHeld)
    expect((await world.claims(offerId)).map(({ kind, amount }) => [kind, amount])).toEqual([['co-payment', '10000'], ['fritidspas', '5000']])
    expect(await faults()).toEqual([])
  })

  it('en framelding er intet krav, sen eller tidlig; heller ikke en aflyst aktivitet', async () => {
    const [late, early, off] = [await world.activity(), await world.activity(), await world.activity()]
    const [lateChild, earlyChild] = [await world.child(late.offerId), await world.child(early.offerId)]
    await world.child(off.offerId)
    await world.as(earlyChild.actor).signup.cancel({ requestId: newId(), signupId: earlyChild.signupId })
    world.clock.hours = 112 * 24
    await world.as(lateChild.actor).signup.cancel({ requestId: newId(), signupId: lateChild.signupId })
    const { admin } = test()
    await admin.query("update offer set cancelled_at = now(), cancel_reason = 'For få' where id = $1", [off.offerId])
    await world.work()
    await world.over()
    expect([await world.claims(late.offerId), await world.claims(early.offerId), await world.claims(off.offerId)]).toEqual([[], [], []])
    expect(await shareOf(lateChild.signupId), 'what was not given back is the kommune\'s').toBe('7500')
    expect(await faults()).toEqual([])
  })
})

describe('hvem der kom på pas, kan arrangøren ikke se af pengene', () => {
  it('siden, kontoteksten og spørgsmålene er de samme for en aktivitet med pas og en uden', async () => {
    const [with_, without] = [await world.activity(), await world.activity()]
    for (const pass of [0n, 5_000n, price]) await world.child(with_.offerId, pass)
    for (let n = 0; n < 3; n += 1) await world.child(without.offerId)
    expect(await world.row("select count(*)::int as n from outbox_job j join signup s on s.id = (j.payload->>'signupId')::uuid where j.name = 'ask-forening' and s.offer_id = any($1)", [[with_.offerId, without.offerId]])).toEqual({ n: 0 })
    expect((await test().admin.query('select distinct state from signup where offer_id = any($1)', [[with_.offerId, without.offerId]])).rows).toEqual([{ state: 'confirmed' }])
    await world.over()
    const views = []
    await world.ticks(checkClaims)
    for (const { offerId, foreningId } of [with_, without]) {
      const before = await world.money(foreningId)
      await world.pay(foreningId)
      await world.work()
      const after = await world.money(foreningId)
      const plain = (text: string) => text.replaceAll(offerId, 'aktivitet').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/A-\d{6}/g, 'A').replace(/"2026-\d+"/g, 'nr').replace(/"cvr":"\d+"/g, 'cvr')
      views.push(plain(JSON.stringify([before, after], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))))
      expect(before.unpaid).toMatchObject([{ claimId: offerId, displayName: null, amount: 3n * price, state: 'checked' }])
      expect(after).toMatchObject({ paid: 3n * price, unpaid: [], payouts: [{ lines: [{ claimId: offerId, displayName: null, amount: 3n * price, state: 'paid' }] }] })
      expect(new Set((await world.claims(offerId)).map(({ remittance }) => remittance)).size).toBe(1)
    }
    expect(views[0]).toBe(views[1])
    // The red twin: shown claim by claim, as a team's are, the two would differ.
    const [one, other] = [await world.claims(with_.offerId), await world.claims(without.offerId)]
    expect(one.map(({ amount }) => amount)).not.toEqual(other.map(({ amount }) => amount))
    expect(await faults()).toEqual([])
  })

  it('en sen framelding flytter det samme beløb, hvem der end betaler', async () => {
    const sums = []
    const kept = []
    for (const pass of [0n, 5_000n, price]) {
      const { offerId, foreningId } = await world.activity()
      await world.child(offerId)
      const leaves = await world.child(offerId, pass)
      world.clock.hours = 112 * 24
      await world.as(leaves.actor).signup.cancel({ requestId: newId(), signupId: leaves.signupId })
      await world.work()
      kept.push(pass === price ? '0' : await shareOf(leaves.signupId))
      await world.over()
      world.clock.hours = 0
      sums.push(await owedTo(foreningId))
    }
    expect(sums).toEqual([whole, whole, whole])
    // The red twin: with what was not given back in the organiser's sum, the three would differ.
    expect(new Set(kept).size).toBe(3)
    expect(await faults()).toEqual([])
  })

  it('et barn, der blev væk: gebyret står, hvem der end betaler, og svaret er det samme', async () => {
    const { offerId, foreningId } = await world.activity()
    const children = [await world.child(offerId), await world.child(offerId, price)]
    await test().admin.query("insert into occurrence (kommune_id, id, offer_id, day, time_from, time_to, place) values ($1, $2, $3, '2026-07-06', '09:00', '11:00', 'Hallen')", [world.kommuneId, newId(), offerId])
    world.clock.hours = 118 * 24
    const said = []
    for (const { signupId } of children) {
      const { rowId: _own, ...answer } = await callerAs(test().database, holder(world, 'team-list', offerId, foreningId), { now: world.parts.clock }).attendance
        .mark({ requestId: newId(), ...teamRow(world, { offerId, signupId }), day: '2026-07-06', timeFrom: '09:00', mark: 'absent', markedAt: world.parts.clock().at.toISOString() })
      said.push(answer)
    }
    expect(said).toEqual([{ day: '2026-07-06', mark: 'absent' }, { day: '2026-07-06', mark: 'absent' }])
    await world.over()
    expect((await test().admin.query('select distinct state from signup where offer_id = $1', [offerId])).rows).toEqual([{ state: 'no-show' }])
    expect((await world.claims(offerId)).map(({ kind, amount }) => [kind, amount])).toEqual([['co-payment', whole], ['fritidspas', whole]])
  })
})

describe('penge tilbage, efter at delen er arrangørens', () => {
  it('ikke betalt endnu: kravet bliver mindre, og det hele tilbage er intet krav', async () => {
    const { offerId, foreningId } = await world.activity()
    const [some, all] = [await world.child(offerId), await world.child(offerId)]
    await world.over()
    await refundByHand(some.paymentId!, 4_000n)
    await refundByHand(all.paymentId!, price)
    expect((await world.claims(offerId)).map(({ amount, state }) => [amount, state])).toEqual([['11000', 'confirmed'], [whole, 'reversed']])
    expect(await owedTo(foreningId)).toBe('11000')
    expect([await world.balance(`laid-out:${some.signupId}`), await world.balance(`co-payment:${all.signupId}`)]).toEqual([0n, 0n])
    expect(await faults()).toEqual([])
  })

  it('på vej: kommunen lægger ud, og beder om pengene, når svaret er der; hentet ind går bogen op', async () => {
    const { offerId, foreningId } = await world.activity()
    const { signupId, paymentId } = await world.child(offerId)
    await world.over()
    await world.pay(foreningId)
    await refundByHandBefore(paymentId!)
    expect(await world.balance(`laid-out:${signupId}`)).toBe(-6_000n)
    expect(await faults()).toEqual([])
    await world.work()
    await world.ticks(recoverShares, recoverShares)
    const clawbacks = (await test().admin.query('select k.id, k.amount, k.cause, k.state from clawback k join claim c on c.id = k.claim_id where c.signup_id = $1', [signupId])).rows
    expect(clawbacks).toMatchObject([{ amount: '6000', cause: 'overpaid', state: 'proposed' }])
    await test().admin.query("update clawback set state = 'agreed' where id = $1", [clawbacks[0]!.id])
    await world.ticks(collectClawbacks)
    expect([await world.balance(`laid-out:${signupId}`), await world.balance(`co-payment:${signupId}`)]).toEqual([0n, 0n])
    expect(await world.claims(offerId)).toMatchObject([{ amount: '9000', state: 'paid' }])
    expect(await faults()).toEqual([])
  })

  // The bank's word of a refund comes before the payout's jobs have run.
  const refundByHandBefore = async (paymentId: string) => {
    world.fake.checkouts.refundByHand(paymentId, 6_000n)
    await world.ticks(async (job) => { await followCheckout(doorsOf(job), paymentId) })
  }
})

describe('to krav for den samme del (rød tvilling)', () => {
  it('indekset og kontoens bund holder det ude hver for sig; uden dem er det der, og natten finder det', async () => {
    const { offerId, foreningId } = await world.activity()
    const { signupId, childId } = await world.child(offerId)
    await world.over()
    const { admin } = test()
    const again = () => world.ticks((job) => job.inTx(async (tx) => {
      const { day } = tx.now
      const claim = confirmClaim(dueClaim({ id: newId(), foreningId, signupId, amount: ore(price), source: { kind: 'co-payment' }, period: { firstDay: day, lastDay: day } }), null)
      if (!claim.ok) throw new Error('not confirmed')
      await addClaim(tx, claim.claim, { childId, courseId: null, ordningId: world.ordningId, names: { offerId } })
      await saveEntries(tx, [{ entry: entryForCoPaymentConfirmed(newId(), claim.claim, ore(price)), subjectId: claim.claim.id }])
    }))
    await expect(again()).rejects.toThrow(/Unique constraint/)
    await admin.query('drop index claim_kommune_id_signup_id_source_kind_key')
    await expect(again()).rejects.toThrow(/ledger_account_floor/)
    await admin.query('alter table ledger_account drop constraint ledger_account_floor')
    await admin.query("update payment_line set amount = amount + 1 where signup_id = $1", [signupId])
    await again()
    expect(await owedTo(foreningId)).toBe(String(2n * price))
    expect((await faults()).map(({ what }) => what.split(':')[0])).toContain('co-payment')
  })
})
