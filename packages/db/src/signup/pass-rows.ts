import { day } from '@medspil/domain/day'
import type { Fritidspas, FritidspasState, Hold, HoldState, PassRules, Purse, PurseKind, PurseName, PursePart, ReleaseCause } from '@medspil/domain/fritidspas'
import { ore } from '@medspil/ledger'
import { fromJson } from '../json.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** A pass and its purses as the batch loads them: amounts as text, days as ISO text, JSON columns as they stand. */
export interface PassRow {
  id: string; childId: string; courseId: string; decisionId: string; poolId: string; state: string; validFrom: string; validTo: string
  rules: Prisma.JsonValue; usedByKind: Prisma.JsonValue
  purses: { purse: string; pays: string[]; granted: string; available: string; held: string; spent: string; returned: string }[]
}

/** The pass of a row, for the rules of the room fritidspas. */
export const passOf = (row: PassRow): Fritidspas => ({
  id: row.id, childId: row.childId, decisionId: row.decisionId, poolId: row.poolId, state: row.state as FritidspasState,
  firstDay: day(row.validFrom), lastDay: day(row.validTo),
  rules: fromJson<PassRules>(row.rules), usedByKind: fromJson<Fritidspas['usedByKind']>(row.usedByKind),
  purses: row.purses.map((purse): Purse => ({
    purse: purse.purse as PurseName, pays: purse.pays as PurseKind[], granted: ore(BigInt(purse.granted)), available: ore(BigInt(purse.available)),
    held: ore(BigInt(purse.held)), spent: ore(BigInt(purse.spent)), returned: ore(BigInt(purse.returned)),
  })),
})

/** A hold as the batch loads it. */
export interface HoldRow {
  id: string; fritidspasId: string; signupId: string; childId: string; kind: string; parts: Prisma.JsonValue
  state: string; releasedBecause: string | null; keptUntil: string
}

/** The hold of a row. */
export const holdOf = (row: HoldRow): Hold => ({
  id: row.id, fritidspasId: row.fritidspasId, signupId: row.signupId, kind: row.kind as PurseKind, parts: fromJson<PursePart[]>(row.parts),
  state: row.state as HoldState, releasedBecause: row.releasedBecause as ReleaseCause | null, keptUntil: day(row.keptUntil),
})
