import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { job, type TestDatabase } from '@medspil/testing/database'
import { makeForening, makeStaff } from '@medspil/testing/factories'
import { endActivities } from '../attendance/index.ts'
import type { Job } from '../jobs/job.ts'
import type { Tick } from '../jobs/ticks.ts'
import { enqueueRead, plantPayWorld, price, type PayWorld } from '../payment/payment.test-kit.ts'
import { plantFamily, plantPass } from '../signup/signup.test-kit.ts'
import { checkClaims } from '../subsidy/check-claims.ts'
import { callerAs } from '../testing.ts'
import { claimHeld } from './claim-held.ts'
import { holder, plantRules } from './forening.test-kit.ts'

/** Hours from the day these tests stand on to the evening after the activity's last day. */
export const afterwards = 122 * 24 + 9

/** The payments' world with an organiser that can be paid, two who pay, and what the clock brings when an activity is over. */
export interface HeldWorld extends PayWorld {
  staff: Record<'preparer' | 'payer', StaffMember>
  /** A child at the activity, its share paid; `pass` is what its pass has, øre. */
  child(offerId: string, pass?: bigint): Promise<{ childId: string; actor: Awaited<ReturnType<typeof plantFamily>>['actor']; signupId: string; paymentId: string | null }>
  /** An activity of an organiser of its own. */
  activity(): Promise<{ offerId: string; foreningId: string }>
  ticks(...ticks: Tick[]): Promise<void>
  /** Ends the activities that are over and claims what they cost. */
  over(): Promise<void>
  /** The claims for an activity's places, oldest sign-up first. */
  claims(offerId: string): Promise<{ kind: string; amount: string; state: string; remittance: string }[]>
  /** The treasurer's page of an organiser. */
  money(foreningId: string): ReturnType<ReturnType<typeof callerAs>['forening']['money']>
  /** Two people pay what is ready for an organiser. @returns the payout; null when nothing was ready */
  pay(foreningId: string): Promise<string | null>
}

/** Plants it. */
export async function plantHeldWorld(db: TestDatabase): Promise<HeldWorld> {
  const world = await plantPayWorld(db)
  await plantRules(db, world)
  const { kommuneId, parts } = world
  const inTx: Job['inTx'] = (work) => parts.asActor(job(kommuneId), { now: parts.clock(), procedure: 'tick' }, work)
  const ticks: HeldWorld['ticks'] = async (...all) => { for (const one of all) await one({ ...parts, kommuneId, inTx }) }
  const staff = await inTx(async (tx) => ({ preparer: await makeStaff(tx, 'payer', { name: 'Per' }), payer: await makeStaff(tx, 'payer', { name: 'Lone', capOre: 10n ** 9n }) }))
  const as = (actor: StaffMember) => callerAs(db.database, actor, { now: parts.clock, gateways: parts.gateways })
  return {
    ...world, staff, ticks,
    activity: async () => {
      const foreningId = await inTx((tx) => makeForening(tx, { stripeAccountId: `acct_${newId()}` }))
      const offerId = await world.offer()
      await db.admin.query('update offer set forening_id = $2 where id = $1', [offerId, foreningId])
      return { offerId, foreningId }
    },
    child: async (offerId, pass = 0n) => {
      const { childId, actor } = await plantFamily(db, world)
      if (pass > 0n) {
        const passId = await plantPass(db, world, childId, pass)
        await db.admin.query("update purse set pays = '{camp}' where fritidspas_id = $1", [passId])
        await db.admin.query('update pool set promised = promised + $2, total = total + $2 where id = $1', [world.poolId, pass])
      }
      const signupId = newId()
      await world.as(actor).signup.request({ requestId: signupId, childId, offerId, acceptsClash: true })
      if (pass >= price) return { childId, actor, signupId, paymentId: null }
      const { id } = await world.as(actor).payment.start({ requestId: newId(), signupIds: [signupId] })
      world.fake.checkouts.pay(id)
      await enqueueRead(world, db, id)
      await world.work()
      return { childId, actor, signupId, paymentId: id }
    },
    over: async () => {
      world.clock.hours = afterwards
      await ticks(endActivities, claimHeld)
    },
    claims: async (offerId) => (await db.admin.query(
      'select c.source_kind as kind, c.amount, c.state, c.remittance from claim c join signup s on s.id = c.signup_id where s.offer_id = $1 order by s.id, c.source_kind', [offerId])).rows,
    money: (foreningId) => callerAs(db.database, holder(world, 'forening-desk', foreningId, foreningId), { now: parts.clock }).forening.money(),
    pay: async (foreningId) => {
      await ticks(checkClaims)
      const { ready } = await as(staff.preparer).subsidy.ready()
      const claimIds = ready.filter(({ payee }) => payee.foreningId === foreningId).map(({ claimId }) => claimId)
      if (claimIds.length === 0) return null
      const payoutId = newId()
      const { linesHash } = await as(staff.preparer).subsidy.prepare({ claimIds, requestId: payoutId })
      await as(staff.payer).subsidy.approve({ payoutId, linesHash, requestId: newId() })
      return payoutId
    },
  }
}
