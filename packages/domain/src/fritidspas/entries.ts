import { gather, makeEntry, move, zero, type Account, type Entry } from '@medspil/ledger'
import type { Fritidspas } from './pass.ts'
import type { PursePart } from './purse.ts'

type PassRef = Pick<Fritidspas, 'id' | 'poolId'>

/** The account of a purse's available money. */
export const purseAccount = (pass: PassRef, { purse }: PursePart): Account => ({ kind: 'purse', fritidspasId: pass.id, purse })

/** The account of a purse's money that is set aside. */
export const heldAccount = (pass: PassRef, { purse }: PursePart): Account => ({ kind: 'held', fritidspasId: pass.id, purse })

/** The account of the pool behind a pass. */
export const poolAccount = ({ poolId }: Pick<Fritidspas, 'poolId'>): Account => ({ kind: 'pool', poolId })

/** Pool → pass: the whole amount granted, when the pass is opened. */
export const entryForIssue = (entryId: string, pass: Fritidspas): Entry =>
  makeEntry(entryId, 'pass-issued', gather(pass.purses.filter(({ granted }) => granted > zero).flatMap(({ purse, granted }) =>
    move(granted, poolAccount(pass), purseAccount(pass, { purse, amount: granted })))))

/** Pass → held: money set aside for a signup. */
export const entryForHold = (entryId: string, pass: PassRef, parts: readonly PursePart[]): Entry =>
  makeEntry(entryId, 'held', gather(parts.flatMap((part) => move(part.amount, purseAccount(pass, part), heldAccount(pass, part)))))

/** Held → pass, or held → pool when the pass has ended: a hold, or the rest of one, let go. */
export const entryForRelease = (entryId: string, pass: PassRef, parts: readonly PursePart[], toPool: boolean): Entry =>
  makeEntry(entryId, 'released', gather(parts.flatMap((part) =>
    move(part.amount, heldAccount(pass, part), toPool ? poolAccount(pass) : purseAccount(pass, part)))))

/** Pass → pool: unused money of a pass that ended. There is no entry for nothing, so ask only when parts came back. */
export const entryForReturn = (entryId: string, pass: PassRef, returned: readonly PursePart[]): Entry =>
  makeEntry(entryId, 'returned', gather(returned.flatMap((part) => move(part.amount, purseAccount(pass, part), poolAccount(pass)))))
