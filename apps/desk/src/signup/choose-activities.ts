import type { ActivityForChild } from '@medspil/contracts/holiday-program/for-child'
import { foldText } from '@medspil/ui'

/** What one looks for on the child's holiday page. */
export interface Wanted { text: string; day: string; room: boolean }

/** Whether somebody who signs up for a family can give the child a place here now. */
export const hasRoom = ({ freePlaces, freeReserved }: ActivityForChild): boolean => freePlaces > 0 || freeReserved > 0

/** What the family pays itself, øre. */
export const familyPays = ({ price, forChild }: ActivityForChild): bigint => price - (forChild?.paidByPass ?? 0n)

/** The activities the child may join and that are not over, with room first, then the cheapest for the family, then by day. */
export function chooseActivities(activities: readonly ActivityForChild[], { text, day, room }: Wanted): ActivityForChild[] {
  const asked = foldText(text).split(/\s+/).filter(Boolean)
  const words = (one: ActivityForChild) => foldText(`${one.title} ${one.foreningName} ${one.place} ${one.area} ${one.activity}`)
  const rank = (one: ActivityForChild) => (hasRoom(one) ? 0 : 1)
  return activities
    .filter((one) => one.forChild?.whyNot === null && one.forChild.signupId === null && one.state !== 'cancelled' && one.state !== 'held' && one.state !== 'finished')
    .filter((one) => (!room || hasRoom(one)) && (day === '' || one.days.includes(day)) && asked.every((word) => words(one).includes(word)))
    .sort((a, b) => rank(a) - rank(b) || Number(familyPays(a) - familyPays(b)) || ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1))
}
