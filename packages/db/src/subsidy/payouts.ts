import { createHash } from 'node:crypto'
import { yearOf } from '@medspil/domain/day'
import { type LineState, type Payout, payoutLinesText, payoutTotal, type PayoutState } from '@medspil/domain/subsidy'
import { ore, type Rail } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { newId } from '../new-id.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** A line's way out: the key stored before the call, when it was first tried, and what came of it. */
export interface LineTrack { sendKey: string | null; firstSentAt: Date | null; transferId: string | null; reversalId: string | null; failedWhy: string | null }

/** A payout with what stands beside the rules. Persons in `payout` are person keys, here staff by name. */
export interface StoredPayout {
  payout: Payout
  reference: string
  total: bigint
  preparedBy: { staffId: string; name: string }
  preparedAt: Date
  sentAt: Date | null
  confirmedAt: Date | null
  note: string | null
  approvals: { name: string; at: Date }[]
  track: ReadonlyMap<string, LineTrack>
}

/** SHA-256 of the one text form of ordered lines, as hex: what a release is bound to. */
export const linesHashOf = (lines: Payout['lines']): string => createHash('sha256').update(payoutLinesText(lines)).digest('hex')

const withAll = { lines: { orderBy: { position: 'asc' } }, approvals: { orderBy: { at: 'asc' } } } as const satisfies Prisma.PayoutInclude
type Row = Prisma.PayoutGetPayload<{ include: typeof withAll }>

/** The year's next payout number, such as `2026-31`. Whoever prepares at the same moment waits. */
export async function nextPayoutReference(tx: Tx): Promise<string> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`payout-number/${tx.kommuneId}`}, 0))`
  const year = yearOf(tx.now.day)
  return `${year}-${(await tx.db.payout.count({ where: { kommuneId: tx.kommuneId, reference: { startsWith: `${year}-` } } })) + 1}`
}

/** Writes a payout that was prepared and handed over. @param by the staff member behind the person */
export async function addPayout(tx: Tx, payout: Payout, about: { reference: string; staffId: string }): Promise<void> {
  await tx.db.payout.createMany({ data: [{
    kommuneId: tx.kommuneId, id: payout.id, reference: about.reference, state: payout.state, rail: payout.rail, total: payoutTotal(payout.lines), linesHash: bytesOf(linesHashOf(payout.lines)),
    preparedBy: about.staffId, preparedPersonKey: payout.preparedBy, preparedAt: tx.now.at, submittedBy: about.staffId, submittedAt: tx.now.at,
  }] })
  await tx.db.payoutLine.createMany({ data: payout.lines.map(({ id, claimId, foreningId, payeeId, amount, reference, state }, position) => ({
    kommuneId: tx.kommuneId, id, payoutId: payout.id, claimId, foreningId, payeeId, amount, reference, position, state,
  })) })
}

/** A payout locked until the end of the transaction; null when unknown here. */
export async function lockPayout(tx: Tx, id: string): Promise<StoredPayout | null> {
  await tx.db.$queryRaw`select 1 from payout where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  return loadPayout(tx, id)
}

/** A payout as it stands; null when unknown here. */
export async function loadPayout(tx: Tx, id: string): Promise<StoredPayout | null> {
  const row = await tx.db.payout.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: withAll })
  return row && ((await storedOf(tx, [row]))[0] ?? null)
}

/** The newest payouts. */
export async function loadPayouts(tx: Tx, take = 100): Promise<StoredPayout[]> {
  return storedOf(tx, await tx.db.payout.findMany({ where: { kommuneId: tx.kommuneId }, include: withAll, orderBy: { preparedAt: 'desc' }, take }))
}

/** Adds one person's release of exactly these lines. The database refuses the person who prepared. */
export async function addApproval(tx: Tx, payout: Payout, by: { staffId: string; personKey: string; linesHash: string }): Promise<void> {
  await tx.db.payoutApproval.createMany({ data: [{
    kommuneId: tx.kommuneId, id: newId(), payoutId: payout.id, staffId: by.staffId, personKey: by.personKey, preparedPersonKey: payout.preparedBy, linesHash: bytesOf(by.linesHash), at: tx.now.at,
  }] })
}

/** Saves the state of a locked payout, and of the lines that changed. @param before the payout as it was locked */
export async function savePayout(tx: Tx, before: Payout, after: Payout, note?: string): Promise<void> {
  await tx.db.payout.updateMany({ where: { kommuneId: tx.kommuneId, id: after.id }, data: {
    state: after.state, ...(note !== undefined && { note }), ...(before.state === 'approved' && after.state === 'sent' && { sentAt: tx.now.at }), ...(after.state === 'confirmed' && { confirmedAt: tx.now.at }),
  } })
  const changed = after.lines.filter((line, at) => before.lines[at]?.state !== line.state)
  for (const state of new Set(changed.map((line) => line.state)))
    await tx.db.payoutLine.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: changed.filter((line) => line.state === state).map(({ id }) => id) } }, data: {
      state, ...((state === 'confirmed' || state === 'failed') && { settledAt: tx.now.at }),
    } })
}

/** Writes a line's way out. */
export async function saveTrack(tx: Tx, lineId: string, track: Partial<LineTrack>): Promise<void> {
  await tx.db.payoutLine.updateMany({ where: { kommuneId: tx.kommuneId, id: lineId }, data: track })
}

/** Lines of sent payouts that have not come to an end; `firstSentAt` null: no call was made yet. Oldest first. */
export async function loadOpenLines(tx: Tx, take = 500): Promise<{ payoutId: string; lineId: string; sendKey: string | null; transferId: string | null }[]> {
  const rows = await tx.db.payoutLine.findMany({
    where: { kommuneId: tx.kommuneId, OR: [{ state: { in: ['sent', 'unknown'] } }, { state: 'waiting', payout: { state: 'approved' } }] },
    select: { payoutId: true, id: true, sendKey: true, transferId: true }, orderBy: { id: 'asc' }, take,
  })
  return rows.map(({ id, ...row }) => ({ ...row, lineId: id }))
}

/** Whether a claim of this payout also stands on a line of another that was sent and did not fail. */
export async function hasOtherPayment(tx: Tx, { id, lines }: Payout): Promise<boolean> {
  return (await tx.db.payoutLine.count({
    where: { kommuneId: tx.kommuneId, payoutId: { not: id }, claimId: { in: lines.map(({ claimId }) => claimId) }, state: { in: ['sent', 'unknown', 'confirmed'] } },
  })) > 0
}

/** The confirmed line that paid a claim; null when none did. */
export async function loadPaidLine(tx: Tx, claimId: string) {
  return tx.db.payoutLine.findFirst({ where: { kommuneId: tx.kommuneId, claimId, state: 'confirmed' }, select: { id: true, payoutId: true, transferId: true, amount: true, payout: { select: { rail: true } } } })
}

async function storedOf(tx: Tx, rows: Row[]): Promise<StoredPayout[]> {
  const ids = rows.flatMap((row) => [row.preparedBy, row.submittedBy ?? row.preparedBy, ...row.approvals.map(({ staffId }) => staffId)])
  const staff = new Map((await tx.db.staff.findMany({ where: { kommuneId: tx.kommuneId, id: { in: ids } }, select: { id: true, name: true, personKey: true } })).map((one) => [one.id, one]))
  return rows.map((row) => ({
    payout: {
      id: row.id, rail: row.rail as Rail, state: row.state as PayoutState, preparedBy: row.preparedPersonKey, submittedBy: row.submittedBy && (staff.get(row.submittedBy)?.personKey ?? null),
      linesHash: hexOf(row.linesHash), approvals: row.approvals.map(({ personKey, linesHash }) => ({ personId: personKey, linesHash: hexOf(linesHash) })),
      lines: row.lines.map(({ id, claimId, foreningId, payeeId, amount, reference, state }) => ({ id, claimId, foreningId, payeeId, amount: ore(amount), reference, state: state as LineState })),
    },
    reference: row.reference, total: row.total, preparedBy: { staffId: row.preparedBy, name: staff.get(row.preparedBy)?.name ?? '' }, preparedAt: row.preparedAt,
    sentAt: row.sentAt, confirmedAt: row.confirmedAt, note: row.note, approvals: row.approvals.map(({ staffId, at }) => ({ name: staff.get(staffId)?.name ?? '', at })),
    track: new Map(row.lines.map(({ id, sendKey, firstSentAt, transferId, reversalId, failedWhy }) => [id, { sendKey, firstSentAt, transferId, reversalId, failedWhy }])),
  }))
}

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
