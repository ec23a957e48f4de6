import type { Activity, HeldSignup, SigningChild } from './facts.ts'

/** The running counts of one batch. What an earlier request took, a later one sees. */
export type Book = {
  activity: (id: string) => Activity | undefined
  child: (id: string) => SigningChild | undefined
  held: (childId: string) => readonly HeldSignup[]
  /** Free places for everybody, and those still kept for supported children. */
  free: (activityId: string) => number
  freeReserved: (activityId: string) => number
  waiting: (activityId: string) => number
  record: (childId: string, signup: HeldSignup) => void
  /** How many records there are, to come back to with `undoTo` when a group cannot be placed whole. */
  mark: () => number
  undoTo: (mark: number) => void
}

/** Opens the book over the locked and counted activities and the children who ask. */
export const openBook = (activities: readonly Activity[], children: ReadonlyMap<string, SigningChild>): Book => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  const counts = new Map(activities.map(({ id, taken, reservedTaken, waiting }) => [id, { open: taken - reservedTaken, reserved: reservedTaken, waiting }]))
  const held = new Map([...children].map(([id, child]) => [id, [...child.held]]))
  const log: { childId: string; signup: HeldSignup }[] = []

  const count = (signup: HeldSignup, by: 1 | -1): void => {
    const counted = counts.get(signup.activity.id)
    if (counted) counted[signup.kind === 'waiting' ? 'waiting' : signup.reserved ? 'reserved' : 'open'] += by
  }
  return {
    activity: (id) => byId.get(id),
    child: (id) => children.get(id),
    held: (childId) => held.get(childId) ?? [],
    free: (id) => {
      const activity = byId.get(id)
      return activity ? Math.max(0, activity.capacity - activity.reserved - (counts.get(id)?.open ?? 0)) : 0
    },
    freeReserved: (id) => Math.max(0, (byId.get(id)?.reserved ?? 0) - (counts.get(id)?.reserved ?? 0)),
    waiting: (id) => counts.get(id)?.waiting ?? 0,
    record: (childId, signup) => {
      held.get(childId)?.push(signup)
      count(signup, 1)
      log.push({ childId, signup })
    },
    mark: () => log.length,
    undoTo: (mark) => {
      for (const { childId, signup } of log.splice(mark).reverse()) {
        held.get(childId)?.pop()
        count(signup, -1)
      }
    },
  }
}
