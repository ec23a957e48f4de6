import type { VersionInput, VersionView } from '@medspil/contracts/ordning'
import { loadStaffNames, loadVersion } from '@medspil/db/ordning'
import { eksempelPaths, rulesToJson } from '@medspil/domain/ordning'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { problemViews, versionRow } from './version-view.ts'

/** One version whole: rules, texts, what is eksempel and what keeps it from the public. */
export async function readVersion(shell: Shell, { versionId }: VersionInput): Promise<VersionView> {
  await allow(shell, 'ordning.read')
  const found = await loadVersion(shell.tx, versionId)
  if (!found) throw new NotFound()
  const { ordning, version } = found
  return {
    ...versionRow(version, await loadStaffNames(shell.tx, [version.draftedBy, version.publishedBy])),
    ordningId: ordning.id, ordningKey: ordning.key, ordningName: ordning.name, rules: rulesToJson(version.rules), texts: version.texts,
    eksempelPaths: eksempelPaths(version.rules), problems: problemViews(version.rules),
  }
}
