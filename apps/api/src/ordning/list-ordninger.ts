import type { OrdningRow } from '@medspil/contracts/ordning'
import { loadOrdninger, loadStaffNames } from '@medspil/db/ordning'
import { allow, type Shell } from '../shell.ts'
import { publishedOn } from './current-ordning.ts'
import { versionRow } from './version-view.ts'

/** Every ordning of the kommune with its versions, drafts among them. */
export async function listOrdninger(shell: Shell): Promise<OrdningRow[]> {
  await allow(shell, 'ordning.read')
  const ordninger = await loadOrdninger(shell.tx)
  const names = await loadStaffNames(shell.tx, ordninger.flatMap(({ versions }) => versions.flatMap(({ draftedBy, publishedBy }) => [draftedBy, publishedBy])))
  return ordninger.map((ordning) => {
    const today = publishedOn(ordning, shell)
    return {
      ordningId: ordning.id, key: ordning.key, name: ordning.name, department: ordning.department,
      current: today.ok ? today.version.id : null, versions: ordning.versions.map((version) => versionRow(version, names)),
    }
  })
}
