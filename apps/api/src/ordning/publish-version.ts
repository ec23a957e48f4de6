import type { PublishInput, VersionRow } from '@medspil/contracts/ordning'
import { audit } from '@medspil/db'
import { loadStaffNames, loadVersion, markPublished } from '@medspil/db/ordning'
import { mayPublish } from '@medspil/domain/ordning'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { versionRow } from './version-view.ts'

/**
 * Makes a draft the rules from its first day on. Earlier versions stay and go on explaining their decisions.
 * @throws Refused when a value, an age, an appeal text or a check is missing; Conflict when it is no draft any more
 */
export async function publishVersion(shell: Shell, { versionId }: PublishInput): Promise<VersionRow> {
  await allow(shell, 'ordning.publish')
  const found = await loadVersion(shell.tx, versionId)
  if (!found) throw new NotFound()
  const answer = mayPublish(found.version.rules)
  if (!answer.ok) throw new Refused(answer.whyNot)
  if (!await markPublished(shell.tx, versionId, shell.actor.id ?? '')) throw new Conflict('this version is published')
  await audit(shell.tx, 'ordning.published', { id: versionId }, { number: found.version.number, validFrom: found.version.validFrom })
  const version = (await loadVersion(shell.tx, versionId))?.version ?? found.version
  return versionRow(version, await loadStaffNames(shell.tx, [version.draftedBy, version.publishedBy]))
}
