import { partsTotal, type PurseKind, type PursePart } from '@medspil/domain/fritidspas'
import { activityText, type Claim, type ClaimSource, type ClaimState, remittanceText } from '@medspil/domain/subsidy'
import { type Ore, ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf } from '../days.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { partsJson, partsOf } from './parts.ts'

/** A claim with what stands beside the rules. */
export interface StoredClaim extends Claim {
  childId: string
  ordningId: string
  /** What the treasurer reads: initials, season, reference. */
  remittance: string
  payoutId: string | null
  heldBackWhy: string | null
}

/** A claim as a screen without children's names may show it. */
export type NamelessClaim = Omit<StoredClaim, 'childId' | 'remittance'> & { reference: string }

/** Reads rows without the child and its initials, so that a page of money needs no entry in the read log. */
const nameless = {
  id: true, signupId: true, foreningId: true, ordningId: true, sourceKind: true, fritidspasId: true, poolId: true, holdId: true, pays: true, parts: true,
  amount: true, setOff: true, periodFrom: true, periodTo: true, state: true, payoutId: true, heldBackWhy: true,
} as const satisfies Prisma.ClaimSelect

type NamelessRow = Prisma.ClaimGetPayload<{ select: typeof nameless }>

/** The short reference of a claim: tells two children with the same initials apart, and says nothing else. */
export const claimReference = (claimId: string): string =>
  `F-${String(Number.parseInt(claimId.replaceAll('-', '').slice(-8), 16) % 1_000_000).padStart(6, '0')}`

/** The same of a holiday activity: all its claims carry it, so that no bank statement tells one child's from another's. */
export const activityReference = (offerId: string): string => claimReference(offerId).replace('F', 'A')

/** Writes a new claim. @param about.names what stands on the treasurer's bank statement: a child's initials, or the holiday activity alone */
export async function addClaim(tx: Tx, claim: Claim, about: { childId: string; courseId: string | null; ordningId: string; names: { initials: string } | { offerId: string } }): Promise<void> {
  const { source } = claim
  const pass = source.kind === 'fritidspas' ? source : null
  await tx.db.claim.createMany({ data: [{
    kommuneId: tx.kommuneId, id: claim.id, signupId: claim.signupId, childId: about.childId, courseId: about.courseId, foreningId: claim.foreningId, ordningId: about.ordningId,
    sourceKind: source.kind, fritidspasId: pass?.fritidspasId ?? null, poolId: pass?.poolId ?? null, holdId: pass?.holdId ?? null, pays: pass?.pays ?? null,
    parts: partsJson(pass?.parts ?? []), amount: claim.amount, setOff: claim.setOff, periodFrom: dateOf(claim.period.firstDay), periodTo: dateOf(claim.period.lastDay),
    remittance: 'offerId' in about.names
      ? activityText({ season: claim.period, reference: activityReference(about.names.offerId) })
      : remittanceText({ initials: about.names.initials, season: claim.period, reference: claimReference(claim.id) }),
    state: claim.state, createdAt: tx.now.at, confirmedAt: claim.state === 'due' ? null : tx.now.at,
  }] })
}

/** Claims locked until the end of the transaction, in id order so that two who lock the same ones cannot deadlock. Logged as read, since initials are a child's. */
export async function lockClaims(tx: Tx, ids: readonly string[]): Promise<StoredClaim[]> {
  if (ids.length === 0) return []
  await tx.db.$queryRaw`select 1 from claim where kommune_id = ${tx.kommuneId}::uuid and id = any(${[...ids]}::uuid[]) order by id for no key update`
  const rows = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } }, select: { ...nameless, childId: true, remittance: true } })
  if (tx.actor.kind !== 'job') await logRead(tx, rows.map(({ childId }) => childId), 'payout', ['initials'])
  return rows.map((row) => ({ ...claimOf(row), childId: row.childId, remittance: row.remittance }))
}

/** Claims in some states, without the child, oldest first. */
export async function loadClaims(tx: Tx, states: readonly ClaimState[]): Promise<NamelessClaim[]> {
  const rows = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, state: { in: [...states] } }, select: nameless, orderBy: { id: 'asc' } })
  return rows.map((row) => ({ ...claimOf(row), reference: claimReference(row.id) }))
}

/** The same by id, for the lines of a payout. */
export async function loadClaimsById(tx: Tx, ids: readonly string[]): Promise<Map<string, NamelessClaim>> {
  const rows = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } }, select: nameless })
  return new Map(rows.map((row) => [row.id, { ...claimOf(row), reference: claimReference(row.id) }]))
}

/** The children behind some claims, by id alone: for asking whether the one who pays is of their family. */
export async function loadChildIdsOf(tx: Tx, claimIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...claimIds] } }, select: { childId: true } })
  return [...new Set(rows.map(({ childId }) => childId))]
}

/** The holiday activity that a sign-up is for, without the child; a season team has none. For the kommune's own name: those who pay read no sign-up. */
export async function loadActivitiesOf(tx: Tx, signupIds: readonly string[]): Promise<Map<string, { id: string; title: string }>> {
  const rows = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...signupIds] }, programId: { not: null } }, select: { id: true, offer: { select: { id: true, title: true } } } })
  return new Map(rows.map(({ id, offer }) => [id, offer]))
}

/** Saves what the rules made of a locked claim. @param beside left out, those columns stay */
export async function saveClaim(tx: Tx, claim: Claim, beside: { payoutId?: string | null; heldBackWhy?: string | null; reversalWhy?: string } = {}): Promise<void> {
  await tx.db.claim.updateMany({ where: { kommuneId: tx.kommuneId, id: claim.id }, data: {
    state: claim.state, amount: claim.amount, setOff: claim.setOff, ...(claim.source.kind === 'fritidspas' && { parts: partsJson(claim.source.parts) }), ...beside,
    ...(claim.state === 'reversed' && { reversedAt: tx.now.at }),
  } })
}

/** Moves many locked claims to one state, into or out of a payout. */
export async function moveClaims(tx: Tx, ids: readonly string[], state: ClaimState, payoutId: string | null, heldBackWhy: string | null = null): Promise<void> {
  await tx.db.claim.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } }, data: { state, payoutId, heldBackWhy } })
}

/** The last step of the holds behind paid claims. */
export async function spendHolds(tx: Tx, holdIds: readonly string[]): Promise<void> {
  await tx.db.hold.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: [...holdIds] }, state: 'confirmed' }, data: { state: 'spent' } })
}

/** What it takes to test a claim: the fee that stands, what was set aside, and the ordning that pays the same team already. Øre. */
export interface ClaimFacts { fee: Ore; held: Ore; paidElsewhereBy: string | null }

/** The same for many claims, by claim id. For the worker: it reads sign-ups and holds, which those who pay may not. */
export async function loadCheckFacts(tx: Tx, claims: readonly StoredClaim[]): Promise<Map<string, ClaimFacts>> {
  const of = { kommuneId: tx.kommuneId }
  const childIds = [...new Set(claims.map(({ childId }) => childId))]
  const signups = await tx.db.signup.findMany({ where: { ...of, childId: { in: childIds } }, select: { id: true, offerId: true, price: true, confirmedFee: true, familyPays: true } })
  const holds = await tx.db.hold.findMany({ where: { ...of, signupId: { in: claims.map(({ signupId }) => signupId) } }, select: { id: true, parts: true } })
  const others = await tx.db.claim.findMany({
    where: { ...of, childId: { in: childIds }, state: { notIn: ['due', 'rejected', 'reversed'] } }, select: { id: true, signupId: true, ordningId: true, periodFrom: true, periodTo: true },
  })
  const ordninger = new Map((await tx.db.ordning.findMany({ where: of, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
  const signupOf = new Map(signups.map((signup) => [signup.id, signup]))
  const holdOf = new Map(holds.map(({ id, parts }) => [id, partsOf(parts)]))
  return new Map(claims.map((claim) => {
    const signup = signupOf.get(claim.signupId)
    if (!signup) throw new Error(`claim ${claim.id} has no sign-up`)
    const isSameExpense = (other: (typeof others)[number]) =>
      other.ordningId !== claim.ordningId && other.signupId !== claim.signupId && signupOf.get(other.signupId)?.offerId === signup.offerId
      && dayOf(other.periodFrom) <= claim.period.lastDay && dayOf(other.periodTo) >= claim.period.firstDay
    const other = others.find(isSameExpense)
    const held = claim.source.kind === 'fritidspas' ? partsTotal(holdOf.get(claim.source.holdId) ?? []) : ore(signup.familyPays)
    return [claim.id, { fee: ore(signup.confirmedFee ?? signup.price), held, paidElsewhereBy: other ? ordninger.get(other.ordningId) ?? '' : null }]
  }))
}

function claimOf(row: NamelessRow): Omit<StoredClaim, 'childId' | 'remittance'> {
  return {
    id: row.id, foreningId: row.foreningId, signupId: row.signupId, ordningId: row.ordningId, source: sourceOf(row, partsOf(row.parts)), amount: ore(row.amount), setOff: ore(row.setOff),
    period: { firstDay: dayOf(row.periodFrom), lastDay: dayOf(row.periodTo) }, state: row.state as ClaimState, payoutId: row.payoutId, heldBackWhy: row.heldBackWhy,
  }
}

function sourceOf({ fritidspasId, poolId, holdId, pays }: NamelessRow, parts: readonly PursePart[]): ClaimSource {
  if (fritidspasId === null || poolId === null || holdId === null) return { kind: 'co-payment' }
  return { kind: 'fritidspas', fritidspasId, poolId, holdId, pays: pays as PurseKind, parts }
}
