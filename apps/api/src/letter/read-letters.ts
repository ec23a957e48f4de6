import type { LetterRow, LetterView, MarkLetterRead } from '@medspil/contracts/letter'
import { audit } from '@medspil/db'
import { loadLetter, loadMyLetters, markLetterRead as markRead } from '@medspil/db/letter'
import type { LetterKind } from '@medspil/domain/letter'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** The letters sent to the one who asks, newest first. */
export async function readMyLetters(shell: Shell): Promise<LetterRow[]> {
  await allow(shell, 'letter.mine')
  return (await loadMyLetters(shell.tx)).map(({ id, childId, kind, title, sentAt, readAt }) => ({
    id, childId, kind: kind as LetterKind, title, sentAt: (sentAt ?? shell.now.at).toISOString(), readAt: readAt?.toISOString() ?? null,
  }))
}

/**
 * One letter as a page, for its receiver or a caseworker of the child.
 * @throws NotFound for every other, and for the receiver until it is sent
 */
export async function readLetter(shell: Shell, { letterId }: { letterId: string }): Promise<LetterView> {
  await allow(shell, 'letter.read')
  const letter = await loadLetter(shell.tx, letterId)
  if (!letter || (shell.actor.kind === 'family' && !letter.sentAt)) throw new NotFound('letter.read')
  const { id, childId, kind, title, sentAt, readAt, content, plain } = letter
  return {
    id, childId, kind: kind as LetterKind, title, sentAt: sentAt?.toISOString() ?? null, readAt: readAt?.toISOString() ?? null, hasPdf: sentAt !== null,
    blocks: content.blocks.map(({ element, heading, texts }) => ({ element, heading, texts })), plain: plain as unknown as LetterView['plain'],
  }
}

/**
 * Notes that the receiver opened a letter; later times change nothing.
 * @throws NotFound when it is not theirs
 */
export async function markLetterRead(shell: Shell, { letterId }: MarkLetterRead): Promise<{ done: true }> {
  await allow(shell, 'letter.mine')
  if (!(await markRead(shell.tx, letterId))) throw new NotFound('letter.read')
  await audit(shell.tx, 'letter.read', { id: letterId })
  return { done: true }
}
