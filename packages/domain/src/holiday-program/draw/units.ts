import { inTextOrder, type DrawWish } from './record.ts'

/**
 * Children whose wishes hang together, directly or through others, draw as one unit with one number: three siblings
 * have one chance of being first, not three, and no child gains a second number by asking together with a friend.
 * @returns units of tickets, each in text order, ordered by their first ticket; a child that asks alone is a unit of 1
 */
export const unitsOf = (wishes: readonly DrawWish[]): string[][] => {
  const leader = new Map<string, string>()
  const leaderOf = (ticket: string): string => {
    let at = ticket
    while (leader.get(at) !== at) at = leader.get(at)!
    leader.set(ticket, at)
    return at
  }
  for (const { by } of wishes) {
    for (const { ticket } of by) {
      if (!leader.has(ticket)) leader.set(ticket, ticket)
      const [one, other] = [leaderOf(by[0]!.ticket), leaderOf(ticket)]
      if (one !== other) leader.set(one < other ? other : one, one < other ? one : other)
    }
  }
  const units = new Map<string, string[]>()
  for (const ticket of leader.keys()) {
    const first = leaderOf(ticket)
    const unit = units.get(first)
    if (unit) unit.push(ticket)
    else units.set(first, [ticket])
  }
  return [...units.values()].map((unit) => unit.sort(inTextOrder)).sort((a, b) => inTextOrder(a[0]!, b[0]!))
}
