import type { SignupReceipt } from '@medspil/contracts/signup'
import { Refused } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import type { BatchWorld } from './batch-world.ts'
import { decideChildren } from './decide-request.ts'

/**
 * Gives a whole friend group a place each, or a number each next to one another; never some of them. Each child is signed
 * up in the name of the adult who agreed for it, and the yes of each to this programme is asked for here, in the transaction
 * that places it.
 * @returns the receipts of the asker's own children: no other family's place, price or number leaves this function
 * @throws Refused when somebody has left, or with what the asker may hear of the reason
 */
export function decideFriends(world: BatchWorld, queued: QueuedAct<Extract<SignupAct, { kind: 'request-with-friends' }>>): SignupReceipt[] {
  const { friendGroupId, own, ...wanted } = queued.act
  const agreed = world.agreedIn(friendGroupId, world.offer(wanted.offerId)?.programId ?? null)
  if (wanted.children.length < 2 || wanted.children.some(({ childId }) => !agreed.has(childId))) throw new Refused({ reason: 'friends-changed' })
  const agreedBy = new Map([...agreed].filter(([childId]) => !own.includes(childId)))
  // One's own first: what is so for everybody, such as a closing time, is then said as it is.
  const children = [...wanted.children].sort((a, b) => Number(agreedBy.has(a.childId)) - Number(agreedBy.has(b.childId)))
  const receipts = decideChildren(world, queued, { ...wanted, children, reserved: false, agreedBy })
  return receipts.filter((_, n) => !agreedBy.has(children[n]!.childId))
}
