import { createHash } from 'node:crypto'
import type { ShowWishes, WishesView, WishOutcome } from '@medspil/contracts/draw'
import { loadMyChildren } from '@medspil/db/application'
import { loadDraw, loadDrawProgram, loadGoesWith, loadMeetings, loadWishes, openDraw, type StoredWish } from '@medspil/db/holiday-program'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { clashesAmong, type DrawMeeting, type DrawOutcome, ticketOf } from '@medspil/domain/holiday-program'
import { instant, stageAt } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** An adult logs in for its children; one's own login is a child's until here. */
const grownUp = 18

/** My children's wishes, the promise they are drawn under, and after the draw what became of each and why. */
export async function readWishes(shell: Shell, input: ShowWishes): Promise<WishesView> {
  await allow(shell, 'holiday-program.wishes')
  const { tx, now } = shell
  const program = await loadDrawProgram(tx, input.programId)
  if (!program || program.state === 'draft' || program.state === 'scrubbed') throw new NotFound()
  const children = (await loadMyChildren(tx)).filter(({ birthDay }) => completedYears(birthDay, now.day) < grownUp)
  const [stored, draw] = [await loadWishes(tx, program.id, children.map(({ id }) => id)), await loadDraw(tx, program.id)]
  const goesWith = await loadGoesWith(tx, program.id, children.map(({ id }) => id))
  const tickets = draw && await openDraw(tx, draw.id)
  const own = new Map(tickets ? children.map(({ id }) => [id, ticketOf(tickets.ticketKey, program.id, id)]) : [])
  const at = instant(now.at.toISOString())
  const phase = at < program.wishesOpenAt ? 'ahead' : at < program.wishesCloseAt ? 'open' : 'closed'
  const meetings = phase === 'open' ? await loadMeetings(tx, [...new Set(stored.map(({ offerId }) => offerId))]) : new Map<string, DrawMeeting[]>()
  const clashesOf = (childId: string) => clashesAmong(stored.flatMap(({ childId: of, offerId: id }) => (of === childId ? [{ id, meetings: meetings.get(id) ?? [] }] : [])), program.travel)
  return {
    programId: program.id, name: program.name, opens: program.wishesOpenAt, closes: program.wishesCloseAt, most: program.mostWishes,
    mostPlaces: stageAt(program.stages, program.opensAt).now?.places ?? null, phase,
    commitment: draw?.commitment ?? null, publicChance: program.publicChance, loserNumbers: program.loserNumbers, drawnAt: draw?.drawnAt ?? null, seen: seenOf(stored),
    children: children.map(({ id, name }) => ({
      childId: id, firstName: firstNameOf(name), withFriends: goesWith.has(id), ticket: own.get(id) ?? null,
      wishes: stored.filter(({ childId }) => childId === id)
        .map(({ offerId, rank, groupId, outcome }) => ({ activityId: offerId, rank, together: groupId !== null, outcome: outcome && toldOutcome(outcome, [...own.values()]) })),
      clashes: clashesOf(id),
    })),
  }
}

/** What became of a wish. What a friend's child has instead is that family's own. */
const toldOutcome = (outcome: DrawOutcome, own: readonly string[]): WishOutcome =>
  'ticket' in outcome && !own.includes(outcome.ticket) ? { kind: 'friend-could-not' } : outcome

/** A short name of wishes as they stand: equal names, equal wishes. */
export const seenOf = (wishes: readonly StoredWish[]): string =>
  createHash('sha256').update(wishes.map(({ childId, offerId, rank, groupId }) => `${childId} ${offerId} ${rank} ${groupId ?? ''}`).sort().join('\n')).digest('base64url').slice(0, 22)
