/** One child's wishes on the page, the most wanted first. A child that goes with friends wishes together with those, and never with siblings. */
export interface ChildList { childId: string; withFriends: boolean; wishes: readonly Wish[] }
export interface Wish { activityId: string; together: boolean }

/** What a family has moved that is not kept yet, and the name of what it moved from; see `seen` in contracts/draw. */
export interface Draft { seen: string; lists: readonly ChildList[] }

/** Whether what the server holds is what the family moved, and stands under the name the family moved from. */
export const isKept = (draft: Draft, held: Draft): boolean =>
  draft.seen === held.seen && JSON.stringify(draft.lists) === JSON.stringify(held.lists)

const changed = (lists: readonly ChildList[], childId: string, to: (wishes: readonly Wish[]) => readonly Wish[]): ChildList[] =>
  lists.map((list) => (list.childId === childId ? { ...list, wishes: to(list.wishes) } : list))

/** Adds a wish at the end; one that is there already stays where it is. */
export const addWish = (lists: readonly ChildList[], childId: string, activityId: string): ChildList[] =>
  changed(lists, childId, (wishes) => (wishes.some((wish) => wish.activityId === activityId) ? wishes : [...wishes, { activityId, together: false }]))

/** Takes a wish away; who wanted it together with this child wishes it alone, when nobody else is left. */
export const removeWish = (lists: readonly ChildList[], childId: string, activityId: string): ChildList[] =>
  loosenAlone(changed(lists, childId, (wishes) => wishes.filter((wish) => wish.activityId !== activityId)))

/** Moves a wish one step up (-1) or down (1); at the end of the list nothing happens. */
export const moveWish = (lists: readonly ChildList[], childId: string, activityId: string, by: -1 | 1): ChildList[] =>
  changed(lists, childId, (wishes) => {
    const from = wishes.findIndex((wish) => wish.activityId === activityId)
    const to = from + by
    if (from < 0 || to < 0 || to >= wishes.length) return wishes
    const moved = [...wishes]
    ;[moved[from], moved[to]] = [moved[to]!, moved[from]!]
    return moved
  })

/** Whether a child wishes an activity together or alone: with its friends, or with those siblings who wish it too, and then it must be two at least. */
export const setTogether = (lists: readonly ChildList[], childId: string, activityId: string, together: boolean): ChildList[] => {
  const isMeant = lists.some((list) => list.childId === childId && list.withFriends) ? (list: ChildList) => list.childId === childId : isSibling
  return loosenAlone(lists.map((list) => (isMeant(list) ? { ...list, wishes: list.wishes.map((wish) => (wish.activityId === activityId ? { ...wish, together } : wish)) } : list)))
}

const isSibling = ({ withFriends }: ChildList): boolean => !withFriends

/** How many of my children who go with no friends wish an activity. */
export const wishedBy = (lists: readonly ChildList[], activityId: string): number =>
  lists.filter((list) => isSibling(list) && list.wishes.some((wish) => wish.activityId === activityId)).length

/**
 * What a wish cannot be reached together with, among those that are wanted more: the draw takes those first.
 * @param clashes pairs of the child's wishes, and the first day that says so
 * @param n the wish's place in the list, from 0
 */
export const clashesAbove = (clashes: readonly { activityIds: readonly [string, string]; on: string }[], wishes: readonly Wish[], n: number): { activityId: string; on: string }[] => {
  const mine = wishes[n]?.activityId
  return clashes.flatMap(({ activityIds: [one, other], on }) => {
    const against = one === mine ? other : other === mine ? one : null
    return against !== null && wishes.slice(0, n).some(({ activityId }) => activityId === against) ? [{ activityId: against, on }] : []
  })
}

const loosenAlone = (lists: readonly ChildList[]): ChildList[] =>
  lists.map((list) => (isSibling(list) ? { ...list, wishes: list.wishes.map((wish) => (wish.together && wishedBy(lists, wish.activityId) < 2 ? { ...wish, together: false } : wish)) } : list))
