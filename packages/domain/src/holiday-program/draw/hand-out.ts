import type { DrawnOrder, Prepared } from './prepare.ts'

/** What the rounds gave, by position: the round of each wish (0 is not given), the wishes each child got, free places. */
export type HandedOut = {
  roundOf: Int32Array
  gotBy: number[][]
  free: number[]
  /** Per wish the places that were left when it was first found not to fit; -1 while it always fitted. */
  leftWhenMissed: Int32Array
}

/**
 * Hands out in rounds. Odd rounds follow the drawn order and even rounds go backwards, so that whoever chose last in
 * one round chooses first in the next. In its turn each child of a unit gets at most one place: the best of its wishes
 * that still fits. It ends with a round that gives nothing.
 */
export const handOut = (prepared: Prepared, order: DrawnOrder): HandedOut => {
  const { record, wishes, wishesOf, holdsOf, units, clash } = prepared
  const most = record.mostPerChild ?? Infinity
  const out: HandedOut = {
    roundOf: new Int32Array(wishes.length), gotBy: wishesOf.map(() => []), free: record.activities.map(({ places }) => places),
    leftWhenMissed: new Int32Array(wishes.length).fill(-1),
  }
  const mayStill = wishesOf.map((mine) => [...mine])
  const lastRound = new Int32Array(wishesOf.length)

  const keepsOut = (child: number, activity: number): boolean => {
    const [holds, got] = [holdsOf[child]!, out.gotBy[child]!]
    if (holds.length + got.length >= most) return true
    const meets = (other: number): boolean => other === activity || clash(other, activity) !== null
    return holds.some(meets) || got.some((wish) => meets(wishes[wish]!.activity))
  }
  const isPossible = (wish: number): boolean => {
    const { activity, children } = wishes[wish]!
    if (out.free[activity]! < children.length) {
      if (out.leftWhenMissed[wish] === -1) out.leftWhenMissed[wish] = out.free[activity]!
      return false
    }
    return !children.some((child) => keepsOut(child, activity))
  }
  /** The child's best wish this round. What is impossible once stays so, and is forgotten. */
  const bestOf = (child: number, round: number): number => {
    const open = mayStill[child]!
    for (let at = 0; at < open.length;) {
      const wish = open[at]!
      if (out.roundOf[wish] !== 0 || !isPossible(wish)) open.splice(at, 1)
      else if (wishes[wish]!.children.some((other) => lastRound[other] === round)) at += 1
      else return wish
    }
    return -1
  }
  const give = (wish: number, round: number): void => {
    const { activity, children } = wishes[wish]!
    out.roundOf[wish] = round
    out.free[activity]! -= children.length
    for (const child of children) {
      out.gotBy[child]!.push(wish)
      lastRound[child] = round
    }
  }
  const takeTurn = (unit: readonly number[], round: number): boolean => {
    const inOrder = unit.length === 1 ? unit : [...unit].sort((a, b) => order.childAt[a]! - order.childAt[b]!)
    let gave = false
    for (;;) {
      const best = new Map<number, number>()
      for (const child of inOrder) {
        const wish = lastRound[child] === round ? -1 : bestOf(child, round)
        if (wish !== -1) best.set(child, wish)
      }
      const wanted = [...best.values()]
      if (wanted.length === 0) return gave
      // First a wish that is the best of all who share it; where each waits for another in a ring, the best number decides.
      give(wanted.find((wish) => wishes[wish]!.children.every((child) => best.get(child) === wish)) ?? wanted[0]!, round)
      gave = true
    }
  }
  for (let round = 1; ; round += 1) {
    let gave = false
    for (let at = 0; at < order.units.length; at += 1) {
      const unit = units[order.units[round % 2 === 1 ? at : order.units.length - 1 - at]!]!
      if (takeTurn(unit, round)) gave = true
    }
    if (!gave) return out
  }
}
