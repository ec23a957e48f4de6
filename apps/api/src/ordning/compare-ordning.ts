import type { CompareInput, CompareView } from '@medspil/contracts/ordning'
import { loadStaffNames, loadVersion } from '@medspil/db/ordning'
import { compareVersions, type Json, type OrdningRules, rulesToJson } from '@medspil/domain/ordning'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { versionRow } from './version-view.ts'

/** What differs between two versions of one ordning, rule by rule. */
export async function compareOrdning(shell: Shell, { beforeId, afterId }: CompareInput): Promise<CompareView> {
  await allow(shell, 'ordning.read')
  const before = await loadVersion(shell.tx, beforeId)
  const after = before?.ordning.versions.find(({ id }) => id === afterId)
  if (!before || !after) throw new NotFound()
  const names = await loadStaffNames(shell.tx, [before.version, after].flatMap(({ draftedBy, publishedBy }) => [draftedBy, publishedBy]))
  const json = (value: unknown): Json => (value === undefined ? null : rulesToJson(value as OrdningRules))
  return {
    before: versionRow(before.version, names), after: versionRow(after, names),
    changes: compareVersions(before.version.rules, after.rules).map((change) => ({ path: change.path, before: json(change.before), after: json(change.after) })),
  }
}
