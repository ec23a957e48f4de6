import type pg from 'pg'
import type { StripeTruth } from './history-stripe.ts'

/** A change of a sign-up or an offer, as the audit log tells it. `commit` orders the transactions as they became true. */
export interface Change { commit: string; event: string; subjectId: string; facts: Record<string, string | number | boolean | null> }

/** What stands in the database after a rush. Amounts in øre. */
export interface RushFacts {
  /** Places a child may have in the programme; null is no limit. */
  limit: number | null
  offers: { id: string; capacity: number; reserved: number; taken: number; reservedTaken: number; waiting: number }[]
  signups: { id: string; offerId: string; childId: string; state: string; place: boolean; reserved: boolean; groupId: string | null; waitingNumber: number | null; price: bigint; passPays: bigint; familyPays: bigint
    /** Days from its end to the activity's first day; null while it has not ended. */
    daysBefore: number | null }[]
  /** In the order of their commits. */
  changes: Change[]
  /** Receipts left in the outbox, by sign-up. */
  receipts: ReadonlyMap<string, number>
  money: {
    entries: { id: string; sum: bigint; lines: number }[]
    accounts: { key: string; balance: bigint; posted: bigint }[]
    purses: { id: string; granted: bigint; available: bigint; held: bigint; spent: bigint; returned: bigint; holds: bigint }[]
    /** Held for a sign-up now, and what its row says the pass pays. */
    holds: { signupId: string; held: bigint; passPays: bigint; place: boolean }[]
  }
  /** What families paid by card, as we keep it and as it stands at Stripe. */
  card: {
    payments: { id: string; state: string; amount: bigint }[]
    lines: { id: string; paymentId: string; signupId: string; amount: bigint; refunded: bigint; open: boolean; outcome: string | null }[]
    refunds: { id: string; paymentId: string; lineId: string; amount: bigint; state: string; cause: string
      /** The failed refund that staff paid in another way; null for what goes through Stripe. */
      replacesId: string | null }[]
    /** What the programme's rule gives back of a share: so many per cent until so many days before. */
    rule: { untilDays: number; percent: number }[]
    stripe: StripeTruth
  }
}

/**
 * Reads everything the checker asks about. Needs a cluster with track_commit_timestamp, since the order in which things
 * became true is no column of ours. Nothing may be at work any more: the figures are read one after another.
 */
export async function readFacts(admin: pg.Pool, kommuneId: string, limit: number | null, stripe: StripeTruth): Promise<RushFacts> {
  const rows = async <R>(sql: string): Promise<R[]> => (await admin.query(sql, [kommuneId])).rows as R[]
  const whole = <R extends Record<string, unknown>>(list: R[], names: readonly (keyof R)[]): R[] => list.map((row) => ({ ...row, ...Object.fromEntries(names.map((name) => [name, BigInt(row[name] as string)])) }))
  const receipts = await rows<{ id: string; n: number }>(`select payload ->> 'subjectId' as id, count(*)::int as n from outbox_job where kommune_id = $1 and name = 'tell-family' and payload ->> 'purpose' = 'receipt' group by 1`)
  return {
    limit,
    offers: await rows(`select id, capacity, reserved, taken, reserved_taken as "reservedTaken", waiting from offer where kommune_id = $1 and program_id is not null`),
    signups: whole(await rows(`select id, offer_id as "offerId", child_id as "childId", state, place, reserved, group_id as "groupId", waiting_number::int as "waitingNumber", price, pass_pays as "passPays", family_pays as "familyPays",
        (select o.season_from - s.ended_on from offer o where o.kommune_id = s.kommune_id and o.id = s.offer_id) as "daysBefore"
      from signup s where kommune_id = $1 and program_id is not null`), ['price', 'passPays', 'familyPays']),
    changes: await rows(`select lpad((extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint::text, 20, '0') || '/' || xmin::text as commit, event, subject_id as "subjectId", facts
      from audit_event where kommune_id = $1 and at > now() - interval '1 month' order by 1, id`),
    receipts: new Map(receipts.map(({ id, n }) => [id, n])),
    money: {
      entries: whole(await rows('select entry_id as id, sum(amount) as sum, count(*)::int as lines from ledger_posting where kommune_id = $1 group by 1'), ['sum']),
      accounts: whole(await rows(`select a.key, a.balance, coalesce((select sum(p.amount) from ledger_posting p where p.kommune_id = a.kommune_id and p.account_id = a.id), 0) as posted from ledger_account a where kommune_id = $1`), ['balance', 'posted']),
      purses: whole(await rows(`select u.id, u.granted, u.available, u.held, u.spent, u.returned, coalesce((select sum(coalesce(part -> 'amount' ->> '$ore', part ->> 'amount')::bigint) from hold h, jsonb_array_elements(h.parts) part
          where h.kommune_id = u.kommune_id and h.fritidspas_id = u.fritidspas_id and h.state = 'held' and part ->> 'purse' = u.purse), 0) as holds from purse u where u.kommune_id = $1`), ['granted', 'available', 'held', 'spent', 'returned', 'holds']),
      holds: whole(await rows(`select s.id as "signupId", coalesce((select sum(h.amount) from hold h where h.kommune_id = s.kommune_id and h.signup_id = s.id and h.state = 'held'), 0) as held, s.pass_pays as "passPays", s.place
          from signup s where s.kommune_id = $1 and s.program_id is not null and s.pass_pays > 0`), ['held', 'passPays']),
    },
    card: {
      payments: whole(await rows('select id, state, amount from payment where kommune_id = $1'), ['amount']),
      lines: whole(await rows('select id, payment_id as "paymentId", signup_id as "signupId", amount, refunded, open, outcome from payment_line where kommune_id = $1 order by id'), ['amount', 'refunded']),
      refunds: whole(await rows('select id, payment_id as "paymentId", line_id as "lineId", amount, state, cause, replaces_id as "replacesId" from refund where kommune_id = $1'), ['amount']),
      rule: (await rows<{ rule: RushFacts['card']['rule'] }>('select refund_rule as rule from holiday_program where kommune_id = $1'))[0]?.rule ?? [],
      stripe,
    },
  }
}
