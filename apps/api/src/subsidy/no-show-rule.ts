import type { Tx } from '@medspil/db'
import { loadVersion } from '@medspil/db/ordning'
import { loadVersionOfClaim } from '@medspil/db/subsidy'
import { noShowRuleOf } from '@medspil/domain/ordning'
import type { NoShowRule } from '@medspil/domain/subsidy'

/**
 * What the ordning says a fee is worth when the child never came or stopped: of the version that the child's course runs
 * under, so that a later version changes nothing for it. Null when it says nothing; then a person decides.
 */
export async function noShowRule(tx: Tx, claimId: string): Promise<NoShowRule | null> {
  const versionId = await loadVersionOfClaim(tx, claimId)
  const found = versionId === null ? null : await loadVersion(tx, versionId)
  return found && noShowRuleOf(found.version.rules.pass)
}
