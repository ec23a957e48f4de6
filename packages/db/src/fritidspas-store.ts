import type { Day } from '@medspil/domain/day'
import type { Fritidspas, FritidspasState, Hold, PassRules, Purse, PurseKind, PurseName, PursePart } from '@medspil/domain/fritidspas'
import { ore, type Ore } from '@medspil/ledger'
import { fromJson, toJson } from './json.ts'
import { logRead } from './audit.ts'
import type { Tx } from './as-actor.ts'
import { dateOf, dayOf } from './days.ts'
import { newId } from './new-id.ts'
import type { Prisma } from './prisma-client/client.ts'

/** A pass with what stands beside the rules: its course, card and name. */
export interface StoredPass extends Fritidspas {
  courseId: string
  displayName: string
  codeSealed: Uint8Array
  issuedAt: Date
  eksempel: ReadonlySet<PurseName>
}

/** Writes a new pass with its purses and card. */
export async function addFritidspas(tx: Tx, pass: Fritidspas, card: { courseId: string; displayName: string; codeHash: Uint8Array<ArrayBuffer>; codeSealed: Uint8Array<ArrayBuffer>; isEksempel: boolean }): Promise<void> {
  const { isEksempel, ...columns } = card
  await tx.db.fritidspas.createMany({ data: [{
    kommuneId: tx.kommuneId, id: pass.id, childId: pass.childId, decisionId: pass.decisionId, poolId: pass.poolId, state: pass.state, ...columns,
    validFrom: dateOf(pass.firstDay), validTo: dateOf(pass.lastDay), rules: toJson(pass.rules), usedByKind: toJson(pass.usedByKind), issuedAt: tx.now.at,
  }] })
  await tx.db.purse.createMany({ data: pass.purses.map(({ pays, ...purse }, position) => ({
    kommuneId: tx.kommuneId, id: newId(), fritidspasId: pass.id, childId: pass.childId, ...purse, pays: [...pays], eksempel: isEksempel, position,
  })) })
}

/** Every pass of a child, newest first, logged as read. @param why the relation that gives the right to look */
export async function loadPasses(tx: Tx, childId: string, why: string): Promise<StoredPass[]> {
  await logRead(tx, [childId], why, ['fritidspas'])
  const rows = await tx.db.fritidspas.findMany({ where: { kommuneId: tx.kommuneId, childId }, orderBy: { issuedAt: 'desc' }, include: { purses: { orderBy: { position: 'asc' } } } })
  return rows.map(passOf)
}

/** One pass, locked until the end of the transaction; null when it is not the actor's to see. */
export async function lockFritidspas(tx: Tx, id: string): Promise<StoredPass | null> {
  await tx.db.$queryRaw`select 1 from fritidspas where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  const row = await tx.db.fritidspas.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: { purses: { orderBy: { position: 'asc' } } } })
  return row && passOf(row)
}

/** Saves what the rules made of a locked pass. */
export async function saveFritidspas(tx: Tx, pass: Fritidspas): Promise<void> {
  const isOver = pass.state === 'expired' || pass.state === 'revoked' || pass.state === 'closed'
  await tx.db.fritidspas.updateMany({ where: { kommuneId: tx.kommuneId, id: pass.id }, data: { state: pass.state, usedByKind: toJson(pass.usedByKind), ...(isOver && { closedAt: tx.now.at }) } })
  for (const { purse, available, held, spent, returned } of pass.purses)
    await tx.db.purse.updateMany({ where: { kommuneId: tx.kommuneId, fritidspasId: pass.id, purse }, data: { available, held, spent, returned } })
}

/** Ids of passes past their last day that have not ended. */
export async function findExpired(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx.db.fritidspas.findMany({ where: { kommuneId: tx.kommuneId, state: { in: ['issued', 'active', 'used-up'] }, validTo: { lt: dateOf(today) } }, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

/** Turns issued passes whose first day has come into active ones. @returns how many */
export async function startPasses(tx: Tx, today: Day): Promise<number> {
  const { count } = await tx.db.fritidspas.updateMany({ where: { kommuneId: tx.kommuneId, state: 'issued', validFrom: { lte: dateOf(today) } }, data: { state: 'active' } })
  return count
}

/** What a card's code leads to: enough to say valid and until when. Nothing of a person but the short name on the card. */
export async function findByCode(tx: Tx, codeHash: Uint8Array<ArrayBuffer>): Promise<{ state: FritidspasState; validFrom: Day; validTo: Day; displayName: string } | null> {
  const [row] = await tx.db.$queryRaw<{ state: string; validFrom: Date; validTo: Date; displayName: string }[]>`
    select state, valid_from as "validFrom", valid_to as "validTo", display_name as "displayName" from medspil.pass_by_code(${codeHash}::bytea)`
  return row ? { state: row.state as FritidspasState, validFrom: dayOf(row.validFrom), validTo: dayOf(row.validTo), displayName: row.displayName } : null
}

/** A hold with the offer and forening it is for. */
export interface PlacedHold extends Hold { what: string; foreningName: string; createdAt: Date }

/** Holds of some passes that are not released, newest first. */
export async function loadHolds(tx: Tx, passIds: readonly string[]): Promise<PlacedHold[]> {
  const rows = await tx.db.hold.findMany({ where: { kommuneId: tx.kommuneId, fritidspasId: { in: [...passIds] }, state: { not: 'released' } }, orderBy: { createdAt: 'desc' } })
  const signups = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, id: { in: rows.map(({ signupId }) => signupId) } }, select: { id: true, offer: { select: { title: true, forening: { select: { name: true } } } } } })
  const offerOf = new Map(signups.map(({ id, offer }) => [id, offer]))
  return rows.map((row) => ({
    id: row.id, fritidspasId: row.fritidspasId, signupId: row.signupId, kind: row.kind as PurseKind, parts: fromJson<PursePart[]>(row.parts), state: row.state as Hold['state'],
    releasedBecause: null, keptUntil: dayOf(row.keptUntil), createdAt: row.createdAt,
    what: offerOf.get(row.signupId)?.title ?? '', foreningName: offerOf.get(row.signupId)?.forening.name ?? '',
  }))
}

/** What a claim says about one paid expense of a child; øre. */
export interface PaidExpense { foreningName: string; item: string; price: Ore; paidByPass: Ore; paidOn: Day; period: { firstDay: Day; lastDay: Day } }

/** What foreninger were confirmed for a child from one day to another, logged as read. Reversed claims paid nothing. */
export async function loadPaidExpenses(tx: Tx, childId: string, from: Day, to: Day, why: string): Promise<PaidExpense[]> {
  await logRead(tx, [childId], why, ['statement'])
  const end = new Date(dateOf(to).getTime() + 86_400_000)
  const claims = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, childId, state: { notIn: ['due', 'rejected', 'reversed'] }, confirmedAt: { gte: dateOf(from), lt: end } } })
  const signups = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, id: { in: claims.map(({ signupId }) => signupId) } }, select: { id: true, price: true, confirmedFee: true, offer: { select: { title: true, forening: { select: { name: true } } } } } })
  return claims.flatMap((claim) => {
    const signup = signups.find(({ id }) => id === claim.signupId)
    return signup && claim.confirmedAt ? [{
      foreningName: signup.offer.forening.name, item: signup.offer.title, price: ore(signup.confirmedFee ?? signup.price), paidByPass: ore(claim.amount),
      paidOn: dayOf(claim.confirmedAt), period: { firstDay: dayOf(claim.periodFrom), lastDay: dayOf(claim.periodTo) },
    }] : []
  })
}

type Row = Prisma.FritidspasGetPayload<{ include: { purses: true } }>

function passOf(row: Row): StoredPass {
  return {
    id: row.id, childId: row.childId, decisionId: row.decisionId, poolId: row.poolId, courseId: row.courseId, displayName: row.displayName,
    state: row.state as FritidspasState, firstDay: dayOf(row.validFrom), lastDay: dayOf(row.validTo), codeSealed: row.codeSealed, issuedAt: row.issuedAt,
    rules: fromJson<PassRules>(row.rules), usedByKind: fromJson<Fritidspas['usedByKind']>(row.usedByKind),
    purses: row.purses.map((purse): Purse => ({
      purse: purse.purse as PurseName, pays: purse.pays as PurseKind[], granted: ore(purse.granted), available: ore(purse.available),
      held: ore(purse.held), spent: ore(purse.spent), returned: ore(purse.returned),
    })),
    eksempel: new Set(row.purses.filter(({ eksempel }) => eksempel).map(({ purse }) => purse as PurseName)),
  }
}

export { fromJson, toJson } from './json.ts'
