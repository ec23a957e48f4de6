import { newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { yearOf } from '@medspil/domain/day'
import { rulesToJson } from '@medspil/domain/ordning'
import { entryForFunding } from '@medspil/domain/pool'
import { ore } from '@medspil/ledger'
import { makeOrdning, makePool } from '@medspil/testing/factories'
import type { KommuneKey } from './kommuner.ts'
import { ordningSeeds } from './ordninger/index.ts'

/** What the council gave per year, in øre: examples, since no document names a pool. */
const poolTotal: Record<KommuneKey, bigint> = { slagelse: 900_000_00n, holstebro: 250_000_00n, esbjerg: 400_000_00n, stevns: 150_000_00n }

/** Ids of a seeded ordning. */
export interface SeededOrdning { ordningId: string; versionIds: Map<number, string>; poolIds: Map<number, string> }

/** The kommune's ordninger with all their versions, and a funded pool for last year, this year and the next. */
export async function seedOrdninger(tx: Tx, kommuneKey: KommuneKey): Promise<Map<string, SeededOrdning>> {
  const seeded = new Map<string, SeededOrdning>()
  for (const ordning of ordningSeeds.filter((one) => one.kommuneKey === kommuneKey)) {
    let ordningId = ''
    const versionIds = new Map<number, string>()
    for (const version of ordning.versions) {
      const made = await makeOrdning(tx, {
        key: ordning.key, name: ordning.name, ...(ordningId && { ordningId }), number: version.number, validFrom: version.validFrom, validTo: version.validTo,
        rules: rulesToJson(version.rules), texts: version.texts, source: version.source,
      })
      ordningId = made.ordningId
      versionIds.set(version.number, made.versionId)
    }
    const poolIds = new Map<number, string>()
    for (const year of [yearOf(tx.now.day), yearOf(tx.now.day) + 1, yearOf(tx.now.day) + 2]) {
      const poolId = await makePool(tx, { ordningId, year, total: poolTotal[kommuneKey] })
      const entry = entryForFunding(newId(), poolId, ore(poolTotal[kommuneKey]))
      await saveEntries(tx, [{ entry, subjectId: poolId }])
      poolIds.set(year, poolId)
    }
    seeded.set(ordning.key, { ordningId, versionIds, poolIds })
  }
  return seeded
}
