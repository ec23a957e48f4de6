import type { Fritidspas, Hold } from '@medspil/domain/fritidspas'
import { partsTotal } from '@medspil/domain/fritidspas'
import type { LineOutcome, RefundCause } from '@medspil/domain/payment'
import { takesPlace } from '@medspil/domain/signup'
import type { Entry } from '@medspil/ledger'
import { toJson } from '../json.ts'
import type { AuditFacts } from '../audit.ts'
import { entryJson } from '../ledger-store.ts'
import { newId } from '../new-id.ts'
import type { JobName, Jobs } from '../outbox.ts'
import type { BatchSignup } from './batch-facts.ts'
import type { BatchTx } from './batch-transaction.ts'

/** Who a change is written down as made by: the family, employee or job that asked, never the batch. */
export interface ChangedBy { kind: string; id: string | null; name: string; at: Date }

/** A job to leave behind, with the moment it may run at the earliest. */
export type BatchJob = { [N in JobName]: { name: N; payload: Jobs[N]; runAt?: string } }[JobName]

/** A payment that begins, with what it is for; øre as text. Its own id is its key at Stripe. */
export interface BatchPayment {
  id: string; payerId: string; programId: string; amount: string; expiresAt: string; createdAt: string
  lines: { id: string; signupId: string; childId: string; amount: string }[]
}

/** Money that goes back for one paid line; øre as text. Its own id is its key at Stripe. */
export interface BatchRefund {
  id: string; paymentId: string; lineId: string; signupId: string; childId: string; amount: string; cause: RefundCause; askedBy: string | null; createdAt: string
}

/** What one batch changed, gathered while it was decided. */
export interface BatchChanges {
  newSignups: BatchSignup[]
  changedSignups: BatchSignup[]
  capacities: { offerId: string; before: number; after: number }[]
  /** Places kept for supported children, as they stand now. */
  reservations: { offerId: string; reserved: number; until: string | null }[]
  passes: Fritidspas[]
  newHolds: { hold: Hold; childId: string }[]
  changedHolds: Hold[]
  entries: { entry: Entry; subjectId: string }[]
  payments: BatchPayment[]
  refunds: BatchRefund[]
  /** What became of paid lines. */
  outcomes: { lineId: string; outcome: LineOutcome }[]
  audits: { by: ChangedBy; event: string; subjectId: string; childId: string | null; facts: AuditFacts }[]
  jobs: BatchJob[]
  answers: { actorId: string; procedure: string; id: string; inputHash: string; answer: unknown }[]
}

/**
 * Writes a decided batch with its commit, one statement per table. Rows that change come before rows that are new and a raised capacity
 * before both, so that no statement on the way holds more places than the capacity stands for.
 */
export function saveBatch(tx: BatchTx, changes: BatchChanges): void {
  const run = (sql: string, rows: readonly unknown[]) => {
    if (rows.length > 0) tx.pending.push({ name: nameOf(sql), text: sql, values: [JSON.stringify(rows)] })
  }
  const withPlace = (signup: BatchSignup) => ({ ...signup, place: takesPlace(signup.state) })
  run(setCapacity, changes.capacities.filter(({ before, after }) => after > before))
  run(changeSignups, changes.changedSignups.map(withPlace))
  run(setReserved, changes.reservations)
  run(addSignups, changes.newSignups.map(withPlace))
  run(setCapacity, changes.capacities.filter(({ before, after }) => after < before))
  run(changePasses, changes.passes.map((pass) => ({ id: pass.id, state: pass.state, usedByKind: toJson(pass.usedByKind) })))
  run(changePurses, changes.passes.flatMap((pass) => pass.purses.map(({ purse, available, held, returned }) =>
    ({ pass: pass.id, purse, available: String(available), held: String(held), returned: String(returned) }))))
  // A sign-up has one living hold: what is let go leaves room for what is set aside anew, unless both happened to the same one.
  const fresh = new Set(changes.newHolds.map(({ hold }) => hold.id))
  const changedHolds = changes.changedHolds.map(({ id, state, releasedBecause }) => ({ id, state, releasedBecause }))
  run(changeHolds, changedHolds.filter(({ id }) => !fresh.has(id)))
  run(addHolds, changes.newHolds.map(({ hold, childId }) => ({
    ...hold, childId, parts: toJson(hold.parts), amount: String(partsTotal(hold.parts)), at: tx.now.at,
  })))
  run(changeHolds, changedHolds.filter(({ id }) => fresh.has(id)))
  run(addPayments, changes.payments)
  run(addPaymentLines, changes.payments.flatMap(({ id: paymentId, lines }) => lines.map((line) => ({ ...line, paymentId }))))
  run(setOutcomes, changes.outcomes)
  run(addRefunds, changes.refunds)
  run(countRefunds, changes.refunds)
  run(postEntries, changes.entries.map(({ entry, subjectId }) => entryJson(entry, subjectId, tx.now)))
  run(addAudits, changes.audits.map(({ by, ...row }) => ({ ...row, id: newId(), at: by.at, kind: by.kind, actor: by.id, name: by.name })))
  const jobs = changes.jobs.map((job) => ({ ...job, id: newId(), at: tx.now.at, runAt: job.runAt ?? null }))
  if (jobs.length > 0) {
    const bringer = { id: newId(), at: tx.now.at, name: 'queue-jobs' satisfies JobName, payload: { jobs: jobs.map(({ id, runAt }) => ({ id, runAt })) } }
    run(addOutbox, [...jobs, bringer])
    run(addJobs, [{ name: bringer.name, job: { kommuneId: tx.kommuneId, outboxId: bringer.id, payload: bringer.payload } }])
  }
  run(addAnswers, changes.answers.map((answer) => ({ ...answer, at: tx.now.at })))
}

const names = new Map<string, string>()
const nameOf = (sql: string): string => {
  const known = names.get(sql) ?? `signup-batch-save-${names.size}`
  names.set(sql, known)
  return known
}

const postEntries = 'select medspil.post_entries($1::jsonb)'

const setCapacity = `update offer o set capacity = x.after from json_to_recordset($1::json) x("offerId" uuid, after int)
  where o.kommune_id = medspil.kommune() and o.id = x."offerId"`

const setReserved = `update offer o set reserved = x.reserved, reserved_until = x.until from json_to_recordset($1::json) x("offerId" uuid, reserved int, until date)
  where o.kommune_id = medspil.kommune() and o.id = x."offerId"`

const changeSignups = `update signup s set state = x.state, place = x.place, waiting_number = x."waitingNumber", course_id = x."courseId", pass_pays = x."passPays", family_pays = x."familyPays",
    offered_at = x."offeredAt", offer_deadline_at = x."offerDeadlineAt", reserved = x.reserved, held_until = x."heldUntil", extended = x.extended, ended_on = x."endedOn", end_reason = x."endReason"
  from json_to_recordset($1::json) x(id uuid, state text, place boolean, "waitingNumber" bigint, "courseId" uuid, "passPays" bigint, "familyPays" bigint, "offeredAt" timestamptz,
    "offerDeadlineAt" timestamptz, reserved boolean, "heldUntil" timestamptz, extended int, "endedOn" date, "endReason" text)
  where s.kommune_id = medspil.kommune() and s.id = x.id`

const addSignups = `insert into signup (kommune_id, id, offer_id, child_id, program_id, course_id, display_name, state, place, reserved, group_id, held_until, waiting_number, price, pass_pays, family_pays,
    requested_by, requested_kind, created_at)
  select medspil.kommune(), x.id, x."offerId", x."childId", x."programId", x."courseId", x."displayName", x.state, x.place, x.reserved, x."groupId", x."heldUntil", x."waitingNumber", x.price, x."passPays", x."familyPays",
    x."requestedBy", x."requestedKind", x."createdAt"
  from json_to_recordset($1::json) x(id uuid, "offerId" uuid, "childId" uuid, "programId" uuid, "courseId" uuid, "displayName" text, state text, place boolean, reserved boolean, "groupId" uuid,
    "heldUntil" timestamptz, "waitingNumber" bigint, price bigint, "passPays" bigint, "familyPays" bigint, "requestedBy" uuid, "requestedKind" text, "createdAt" timestamptz)`

const changePasses = `update fritidspas p set state = x.state, used_by_kind = x."usedByKind" from json_to_recordset($1::json) x(id uuid, state text, "usedByKind" jsonb)
  where p.kommune_id = medspil.kommune() and p.id = x.id`

const changePurses = `update purse u set available = x.available, held = x.held, returned = x.returned
  from json_to_recordset($1::json) x(pass uuid, purse text, available bigint, held bigint, returned bigint)
  where u.kommune_id = medspil.kommune() and u.fritidspas_id = x.pass and u.purse = x.purse`

const addHolds = `insert into hold (kommune_id, id, fritidspas_id, signup_id, child_id, kind, parts, amount, state, kept_until, created_at)
  select medspil.kommune(), x.id, x."fritidspasId", x."signupId", x."childId", x.kind, x.parts, x.amount, x.state, x."keptUntil", x.at
  from json_to_recordset($1::json) x(id uuid, "fritidspasId" uuid, "signupId" uuid, "childId" uuid, kind text, parts jsonb, amount bigint, state text, "keptUntil" date, at timestamptz)`

const changeHolds = `update hold h set state = x.state, released_because = x."releasedBecause" from json_to_recordset($1::json) x(id uuid, state text, "releasedBecause" text)
  where h.kommune_id = medspil.kommune() and h.id = x.id`

const addPayments = `insert into payment (kommune_id, id, payer_id, program_id, state, amount, send_key, expires_at, created_at)
  select medspil.kommune(), x.id, x."payerId", x."programId", 'open', x.amount, x.id, x."expiresAt", x."createdAt"
  from json_to_recordset($1::json) x(id uuid, "payerId" uuid, "programId" uuid, amount bigint, "expiresAt" timestamptz, "createdAt" timestamptz)`

const addPaymentLines = `insert into payment_line (kommune_id, id, payment_id, signup_id, child_id, amount, open)
  select medspil.kommune(), x.id, x."paymentId", x."signupId", x."childId", x.amount, true
  from json_to_recordset($1::json) x(id uuid, "paymentId" uuid, "signupId" uuid, "childId" uuid, amount bigint)`

const setOutcomes = `update payment_line l set outcome = x.outcome from json_to_recordset($1::json) x("lineId" uuid, outcome text)
  where l.kommune_id = medspil.kommune() and l.id = x."lineId"`

const addRefunds = `insert into refund (kommune_id, id, payment_id, line_id, signup_id, child_id, amount, cause, state, send_key, asked_by, created_at)
  select medspil.kommune(), x.id, x."paymentId", x."lineId", x."signupId", x."childId", x.amount, x.cause, 'due', x.id, x."askedBy", x."createdAt"
  from json_to_recordset($1::json) x(id uuid, "paymentId" uuid, "lineId" uuid, "signupId" uuid, "childId" uuid, amount bigint, cause text, "askedBy" uuid, "createdAt" timestamptz)`

const countRefunds = `update payment_line l set refunded = l.refunded + x.amount from (select r."lineId" as id, sum(r.amount)::bigint as amount
  from json_to_recordset($1::json) r("lineId" uuid, amount bigint) group by 1) x where l.kommune_id = medspil.kommune() and l.id = x.id`

const addAudits = `insert into audit_event (kommune_id, id, at, actor_kind, actor_id, actor_name, event, subject_id, child_id, facts)
  select medspil.kommune(), x.id, x.at, x.kind, x.actor, x.name, x.event, x."subjectId", x."childId", x.facts
  from json_to_recordset($1::json) x(id uuid, at timestamptz, kind text, actor uuid, name text, event text, "subjectId" uuid, "childId" uuid, facts jsonb)`

const addOutbox = `insert into outbox_job (kommune_id, id, at, name, payload)
  select medspil.kommune(), x.id, x.at, x.name, x.payload from json_to_recordset($1::json) x(id uuid, at timestamptz, name text, payload jsonb)`

// Without a key of its own, which costs a search: the bringer is made once with its batch, and its outbox row tells that it ran.
const addJobs = `select medspil_jobs.add(x.name, x.job, null, null) from json_to_recordset($1::json) x(name text, job jsonb)`

const addAnswers = `insert into once (kommune_id, actor_id, procedure, id, input_hash, answer, at)
  select medspil.kommune(), x."actorId", x.procedure, x.id, decode(x."inputHash", 'hex'), x.answer, x.at
  from json_to_recordset($1::json) x("actorId" uuid, procedure text, id uuid, "inputHash" text, answer jsonb, at timestamptz)`
