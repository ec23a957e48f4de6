import type { SaveWishes, WishesView } from '@medspil/contracts/draw'
import { audit, newId } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { type DrawProgram, loadActivityPrices, loadDraw, loadDrawProgram, loadGoesWith, loadWishedActivities, loadWishes, loadWishingChildren, lockWishes, saveWishes, type StoredWish } from '@medspil/db/holiday-program'
import { whyNotWish, wishTie } from '@medspil/domain/holiday-program'
import { displayNameOf, instant } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { readWishes, seenOf } from './read-wishes.ts'

/**
 * Keeps a family's wishes: what is sent stands, what is not sent is taken back. Nobody gains by being early.
 * @throws Refused with the rule's reason, or when the wishes were changed elsewhere since they were shown
 */
export async function saveFamilyWishes(shell: Shell, input: SaveWishes): Promise<WishesView> {
  for (const { childId } of input.children) await allow(shell, 'holiday-program.wish', { childId })
  const { tx } = shell
  const childIds = input.children.map(({ childId }) => childId)
  await inKommunesName(tx, (kommune) => lockWishes(kommune, input.programId, childIds))
  const program = await loadDrawProgram(tx, input.programId)
  if (!program || program.state === 'draft') throw new NotFound()
  // Sent in the last second and held up until the draw was held: these wishes were not in it, so they are not kept as if.
  if ((await loadDraw(tx, program.id))?.drawnAt) throw new Refused({ reason: 'wishes-not-open', opens: program.wishesOpenAt, closes: program.wishesCloseAt })
  const before = await loadWishes(tx, program.id, childIds)
  if (seenOf(before) !== input.seen) throw new Refused({ reason: 'wishes-changed' })
  const wishing = await loadWishingChildren(tx, childIds)
  await refuseWhatCannotBe(shell, program, input, wishing)

  const names = new Map(wishing.map(({ id, name }) => [id, displayNameOf(name)]))
  const wanted = wantedOf(input, before, await loadGoesWith(tx, program.id, childIds))
  const prices = await loadActivityPrices(tx, [...new Set(wanted.map(({ offerId }) => offerId))])
  const known = new Map(before.map((wish) => [keyOf(wish), wish]))
  const kept = new Set(wanted.map(keyOf))
  const changes = {
    added: wanted.filter((wish) => !known.has(keyOf(wish))).map((wish) => ({ ...wish, displayName: names.get(wish.childId) ?? '', price: prices.get(wish.offerId) ?? 0n })),
    changed: wanted.flatMap((wish) => { const was = known.get(keyOf(wish)); return was && (was.rank !== wish.rank || was.groupId !== wish.groupId) ? [{ ...wish, id: was.id }] : [] }),
    takenBack: before.filter((wish) => !kept.has(keyOf(wish))).map(({ id }) => id),
  }
  await saveWishes(tx, program.id, changes)
  for (const childId of childIds) await audit(tx, 'wishes.saved', { id: program.id, childId }, { wishes: wanted.filter((wish) => wish.childId === childId).length })
  return readWishes(shell, { programId: program.id })
}

async function refuseWhatCannotBe({ tx, now }: Shell, program: DrawProgram, input: SaveWishes, wishing: Awaited<ReturnType<typeof loadWishingChildren>>): Promise<void> {
  const facts = new Map(wishing.map((child) => [child.id, child]))
  const children = input.children.map(({ childId, wishes }) => {
    const child = facts.get(childId)
    if (!child) throw new NotFound()
    return { childId, facts: { birthDay: child.birthDay, grade: child.grade }, activityIds: wishes.map(({ activityId }) => activityId) }
  })
  const phase = { opens: program.wishesOpenAt, closes: program.wishesCloseAt, most: program.mostWishes }
  const whyNot = whyNotWish(phase, await loadWishedActivities(tx, program.id), children, instant(now.at.toISOString()))
  if (whyNot) throw new Refused(whyNot)
}

/**
 * Siblings who wish the same activity together share one group; who had one keeps it, so that saving twice changes nothing.
 * A child that goes with a friend group wishes together with those of the group, and so with no sibling outside it: the
 * children of one unit are then always those of one family or of one group.
 */
function wantedOf(input: SaveWishes, before: readonly StoredWish[], goesWith: ReadonlyMap<string, string>): StoredWish[] {
  const siblings = input.children.filter(({ childId }) => !goesWith.has(childId))
  const isSibling = new Set(siblings.map(({ childId }) => childId))
  const groups = new Map<string, string>()
  for (const { childId, offerId, groupId } of before) if (groupId && isSibling.has(childId)) groups.set(offerId, groupId)
  const together = new Map<string, number>()
  for (const { wishes } of siblings) for (const wish of wishes) if (wish.together) together.set(wish.activityId, (together.get(wish.activityId) ?? 0) + 1)
  const groupOf = (childId: string, activityId: string): string | null => {
    const friends = goesWith.get(childId)
    if (friends !== undefined) return wishTie(friends, activityId)
    if ((together.get(activityId) ?? 0) < 2) return null
    const group = groups.get(activityId) ?? newId()
    groups.set(activityId, group)
    return group
  }
  return input.children.flatMap(({ childId, wishes }) => wishes.map(({ activityId, together: isTogether }, n) =>
    ({ id: newId(), childId, offerId: activityId, rank: n + 1, groupId: isTogether ? groupOf(childId, activityId) : null })))
}

const keyOf = ({ childId, offerId }: { childId: string; offerId: string }): string => `${childId} ${offerId}`
