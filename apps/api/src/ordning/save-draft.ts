import type { SavedDraft, SaveDraftInput } from '@medspil/contracts/ordning'
import { audit } from '@medspil/db'
import { addDraft, changeDraft, loadOrdning } from '@medspil/db/ordning'
import { day } from '@medspil/domain/day'
import { parseOrdningRules } from '@medspil/domain/ordning'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { problemViews } from './version-view.ts'

/**
 * Saves a draft, whole or with gaps ("—" is null). What is published stays: a new draft is made beside it.
 * @throws Refused when the rules cannot be read, each fault with its path; Conflict when the draft was published meanwhile
 */
export async function saveDraft(shell: Shell, input: SaveDraftInput): Promise<SavedDraft> {
  await allow(shell, 'ordning.draft')
  const ordning = await loadOrdning(shell.tx, { id: input.ordningId })
  const known = ordning?.versions.find(({ id }) => id === input.versionId)
  if (!ordning || (input.versionId !== null && !known)) throw new NotFound()
  const read = parseOrdningRules(input.rules)
  if (!read.ok) throw new Refused(read.whyNot)
  const draft = { rules: read.rules, texts: input.texts, source: input.source, validFrom: day(input.validFrom), validTo: input.validTo === null ? null : day(input.validTo) }
  const number = known?.number ?? Math.max(0, ...ordning.versions.map((version) => version.number)) + 1
  const versionId = known?.id ?? input.requestId
  if (known) {
    if (!await changeDraft(shell.tx, known.id, draft)) throw new Conflict('a published version stays as it is')
  } else await addDraft(shell.tx, { ...draft, id: versionId, ordningId: ordning.id, number, draftedBy: shell.actor.id ?? '' })
  await audit(shell.tx, 'ordning.drafted', { id: versionId }, { number })
  return { versionId, number, problems: problemViews(read.rules) }
}
