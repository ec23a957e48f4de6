import type { DrawOutcome } from '@medspil/domain/holiday-program'
import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput } from './shared.ts'

/**
 * One child's wishes, the most wanted first. `together`: with the siblings of this save who wish the same so, or not at all;
 * for a child that goes with a friend group, with those of the group who do.
 */
const WishList = z.strictObject({ childId: Id, wishes: z.array(z.strictObject({ activityId: Id, together: z.boolean() })).check(z.maxLength(50)) })

/**
 * A family's wishes in one programme, all of its children at once.
 * `seen`: what `wishes` answered under the same name, so that two adults cannot undo each other unseen.
 */
export const SaveWishes = mutationInput({ programId: Id, seen: z.string().check(z.maxLength(64)), children: z.array(WishList).check(z.minLength(1), z.maxLength(12)) })
export type SaveWishes = z.infer<typeof SaveWishes>

export const ShowWishes = z.strictObject({ programId: Id })
export type ShowWishes = z.infer<typeof ShowWishes>

/** What became of a wish, as a family may read it: of another family's child only that it could not. */
export type WishOutcome = DrawOutcome | { kind: 'friend-could-not' }

/** One wish, and once the draw is held what became of it. */
export const WishView = z.strictObject({
  activityId: Id, rank: z.int(), together: z.boolean(),
  outcome: z.nullable(z.custom<WishOutcome>((value) => typeof value === 'object' && value !== null && 'kind' in value)),
})
export type WishView = z.infer<typeof WishView>

/** A family's wishes and the promise they are drawn under. */
export const WishesView = z.strictObject({
  programId: Id, name: z.string(), opens: Moment, closes: Moment, most: z.int(),
  /** Most places a child may have; null is no limit. */
  mostPlaces: z.nullable(z.int()),
  /** Whether wishes are still to open, are taken, or have closed. */
  phase: z.enum(['ahead', 'open', 'closed']),
  /** SHA-256 of the seed; null before it is committed to. */
  commitment: z.nullable(z.string()),
  publicChance: z.nullable(z.string()),
  loserNumbers: z.int(),
  drawnAt: z.nullable(Moment),
  seen: z.string(),
  children: z.array(z.strictObject({
    childId: Id, firstName: z.string(),
    /** Whether the child goes with a friend group here: its `together` means with those, and otherwise with siblings. */
    withFriends: z.boolean(),
    /** The child's name in the published record; null before the seed is committed to. */
    ticket: z.nullable(z.string()),
    wishes: z.array(WishView),
    /** Pairs of these wishes of which one alone can become a place, and the first day that says so; empty when nothing can be ranked any more. */
    clashes: z.array(z.strictObject({ activityIds: z.tuple([Id, Id]), on: DayText })),
  })),
})
export type WishesView = z.infer<typeof WishesView>

/** The published draw: its rule, the promise, and once it is held the seed behind it. */
export const DrawView = z.strictObject({
  programId: Id, name: z.string(), rule: z.string(), commitment: z.string(), committedAt: Moment,
  /** What the rule's words depend on. */
  ruleTerms: z.strictObject({
    mostPerChild: z.nullable(z.int()), mostTogether: z.int(), mostNumbers: z.int(), publicChance: z.nullable(z.string()),
    travel: z.strictObject({ samePlace: z.int(), sameArea: z.int(), otherArea: z.int() }),
  }),
  held: z.nullable(z.strictObject({ seed: z.string(), drawnAt: Moment })),
  /** Names of activities by id, for a reader. */
  activities: z.array(z.strictObject({ id: Id, title: z.string() })),
})
export type DrawView = z.infer<typeof DrawView>

/** All that anybody needs to run a held draw again: texts byte by byte, some megabytes for a large town. */
export const DrawRecordView = z.strictObject({ commitment: z.string(), seed: z.string(), record: z.string(), result: z.string() })
export type DrawRecordView = z.infer<typeof DrawRecordView>

/** What the desk sees of a draw: how many wish, and how far the handing out has come. */
export const DrawProgress = z.strictObject({
  programId: Id, state: z.string(), wishesClose: Moment, hasClosed: z.boolean(), publicChance: z.nullable(z.string()),
  commitment: z.nullable(z.string()), drawnAt: z.nullable(Moment),
  children: z.int(), wishes: z.int(),
  /** Wishes still to be answered after the draw; 0 when all are. */
  left: z.int(),
  /** Children who got their first wish, another one, or nothing; null before the draw, and while one of the three is under 5 children. */
  got: z.nullable(z.strictObject({ first: z.int(), other: z.int(), nothing: z.int() })),
})
export type DrawProgress = z.infer<typeof DrawProgress>

/** Holds the draw. `chance` is the figure that was announced beforehand, when one was. */
export const HoldDraw = mutationInput({ programId: Id, chance: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))) })
export type HoldDraw = z.infer<typeof HoldDraw>

