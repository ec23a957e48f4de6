import { newId } from '@medspil/db'
import type { Day } from '@medspil/domain/day'
import { employee, type Ground, on, type World } from './world.ts'

/** Once a month one person prepares what is ready and another releases it; the newest payout waits for its release. */
export async function payForeninger(world: World, ground: Ground, day: Day, isNewest: boolean): Promise<void> {
  const preparer = on(world, day, await employee(world, ground, 'preparer')).subsidy
  const { ready } = await preparer.ready()
  if (ready.length === 0) return
  const payout = await preparer.prepare({ requestId: newId(), claimIds: ready.map(({ claimId }) => claimId) })
  if (isNewest) return
  for (const suffix of ['payer', 'payer-2'].slice(0, payout.approvalsNeeded))
    await on(world, day, await employee(world, ground, suffix)).subsidy.approve({ requestId: newId(), payoutId: payout.payoutId, linesHash: payout.linesHash })
}
