import { setTimeout as wait } from 'node:timers/promises'
import { mutationText, pg, type RushWorld, type StripeDoor, Wire } from '../../packages/testing/src/rush/index.ts'

type Admin = InstanceType<typeof pg.Pool>

/** Øre back by days, set so that a third of the activities gives all, a third half and a third nothing (`plantRush` spreads them over July). */
export async function plantRefundRule(admin: Admin, programId: string): Promise<void> {
  await admin.query(`update holiday_program set refund_rule = jsonb_build_array(
      jsonb_build_object('untilDays', from_day + 14 - current_date, 'percent', 100), jsonb_build_object('untilDays', from_day + 7 - current_date, 'percent', 50)) where id = $1`, [programId])
}

/** Lets the time to pay these held places be over now, as if half an hour had passed for them; their jobs come due with it. */
export async function lapseSeats(admin: Admin, signupIds: string[]): Promise<void> {
  for (const id of signupIds) {
    for (let tries = 0; tries < 100; tries += 1) {
      const done = await admin.query(`update signup set held_until = now() - interval '1 minute' where id = $1 and state in ('seat-held', 'awaiting-payment')`, [id])
        .then(() => admin.query(`update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
          where t.id = j.task_id and t.identifier = 'lapse-seat' and j.payload #>> '{payload,signupId}' = $1 and j.locked_at is null`, [id]))
        .then(() => true, () => false)
      if (done) break
      await wait(100)
    }
  }
}

/** Each family that was offered a place answers, two of three with yes; half of those pay at once. */
export async function answerOffers({ admin, world, port, stripe, chance }: { admin: Admin; world: RushWorld; port: number; stripe: StripeDoor; chance: () => number }): Promise<void> {
  const { rows } = await admin.query<{ id: string; child: string }>(`select id, child_id as child from signup where state = 'offered' limit 300`)
  const families = new Map(world.families.map((family) => [family.childId, family]))
  const wire = new Wire(port)
  for (const { id, child } of rows) {
    const sender = { kommuneKey: world.kommuneKey, token: families.get(child)!.token }
    const answer = chance() < 0.67 ? 'yes' : 'no'
    const { status } = await wire.send(mutationText(port, 'signup.answerOffer', sender, { requestId: crypto.randomUUID(), signupId: id, answer }))
    if (status !== 200 || answer === 'no' || chance() < 0.5) continue
    const { body } = await wire.send(mutationText(port, 'payment.start', sender, { requestId: crypto.randomUUID(), signupIds: [id] }))
    const session = /\/checkout\/(cs_[^"/?]+)/.exec(body)?.[1]
    if (session) await fetch(`${stripe.base}/stripe/control/checkout/pay`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ session, method: 'card' }) })
  }
  wire.close()
}

/** What the worker does about places and their money; messages to people may wait. */
const names = ['queue-jobs', 'promote-from-list', 'lapse-seat', 'expire-offer', 'read-stripe-object', 'read-checkout', 'expire-checkout', 'send-refund', 'refund-ended']

/**
 * Lets everything come to rest. A refund whose call nobody answered is looked up by the hour, so an hour passes on the clock
 * that API, worker and Stripe share, as often as one is open; held places whose time is over go with it.
 * @returns jobs that were still ready after all, by name
 */
export async function settle(admin: Admin, stripe: StripeDoor): Promise<string[]> {
  const open = `select 1 from refund where state in ('due', 'sent', 'unknown') union all select 1 from payment p join payment_line l using (kommune_id) where l.payment_id = p.id and p.state = 'paid' and l.outcome is null`
  for (let hours = 0; ; hours += 1) {
    const left = await drain(admin, stripe)
    if (hours === hoursMost || (await admin.query(open)).rowCount === 0) return left
    await fetch(`${stripe.base}/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ hours: 1 }) })
    await wait(tickMs + 1000)
  }
}

const hoursMost = 2
/** What the clock brings about is looked for so often (`jobs/supervise.ts`). */
const tickMs = 15_000

/**
 * Brings what a family waits for before the messages to thousands of others, so that it happens amid the kills and not after
 * them; what failed while PostgreSQL was away is put off for longer and longer, and here need not wait either.
 */
export async function hurry(admin: Admin): Promise<void> {
  await admin.query(`update graphile_worker._private_jobs set run_at = case when last_error is null then run_at else now() end, priority = -1
    where locked_at is null and task_id in (select id from graphile_worker._private_tasks where identifier = any($1)) and (priority = 0 or (last_error is not null and run_at > now()))`, [names])
}

const patienceMs = 60_000

/** As the worker's own sweeper does (`jobs/heartbeat.ts`), which waits 30 seconds: whoever we killed is known to be dead. */
const unlock = `select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by)) from graphile_worker._private_jobs j where j.locked_at < now() - interval '12 seconds'
  and not exists (select from medspil_jobs.heartbeat h where h.worker_id = j.locked_by and h.seen_at > now() - interval '12 seconds') having count(*) > 0`

/**
 * Waits until Stripe has been heard and no job is ready to run: what is left is planned for later or has failed for good.
 * @returns what was still ready after a minute in which it did not become less, by name
 */
async function drain(admin: Admin, { base }: StripeDoor): Promise<string[]> {
  const ready = `select t.identifier || ' ' || coalesce(j.last_error, '') as left_over from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = any($1) and j.run_at <= now() and j.attempts < j.max_attempts`
  const atStripe = (what: string, method: string) => fetch(`${base}/stripe/control/${what}`, { method, ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{}' }) })
  let [left, quiet, fewest, movedAt] = [[] as string[], 0, Infinity, performance.now()]
  // A job may tell Stripe something that comes back as an event just after both were empty: it must be quiet twice.
  for (; quiet < 2 && performance.now() - movedAt < patienceMs; await wait(250)) {
    await hurry(admin)
    await admin.query(unlock)
    await atStripe('webhooks/release', 'POST')
    const { waitingDeliveries } = await (await atStripe('books', 'GET')).json() as { waitingDeliveries: number }
    left = (await admin.query<{ left_over: string }>(ready, [names])).rows.map((row) => row.left_over)
    quiet = waitingDeliveries === 0 && left.length === 0 ? quiet + 1 : 0
    if (left.length < fewest) [fewest, movedAt] = [left.length, performance.now()]
  }
  return left
}
