import { add, balanceOf, ore, sum, zero, type Ore } from '@medspil/ledger'
import { purseAddsUp } from '../fritidspas/index.ts'
import { poolAddsUp } from '../pool/index.ts'
import { payable } from './index.ts'
import type { MoneyWorld } from './money-world.fixture.ts'

/** What is wrong between the books and the projections; empty when they agree to the øre. */
export const faultsOf = (w: MoneyWorld): string[] => {
  const faults: string[] = []
  const same = (what: string, ledger: Ore, projection: Ore) => {
    if (ledger !== projection) faults.push(`${what}: ledger ${ledger}, projection ${projection}`)
  }
  const passes = [...w.passes.values()]
  for (const pass of passes) {
    for (const purse of pass.purses) {
      if (!purseAddsUp(purse)) faults.push(`${pass.id} ${purse.purse} does not add up`)
      same(`${pass.id} ${purse.purse}`, balanceOf(w.book, { kind: 'purse', fritidspasId: pass.id, purse: purse.purse }), purse.available)
      same(`${pass.id} ${purse.purse} held`, balanceOf(w.book, { kind: 'held', fritidspasId: pass.id, purse: purse.purse }), purse.held)
    }
    const used = sum(pass.purses.flatMap(({ held, spent }) => [held, spent]))
    same(`${pass.id} by kind`, sum(Object.values(pass.usedByKind)), used)
    if (pass.rules.togetherCeiling !== null && used > pass.rules.togetherCeiling) faults.push(`${pass.id} above its ceiling`)
    if ((pass.usedByKind.kit ?? zero) > (pass.rules.kindCeilings.kit ?? used)) faults.push(`${pass.id} kit above its ceiling`)
  }
  const unissued = sum(w.unissued.flatMap(({ purses }) => purses.map(({ amount }) => amount)))
  if (!poolAddsUp(w.pool)) faults.push('pool does not add up')
  same('pool', balanceOf(w.book, { kind: 'pool', poolId: 'pool' }), add(w.pool.free, unissued))
  same('promised', add(unissued, sum(passes.flatMap(({ purses }) => purses.flatMap(({ available, held }) => [available, held])))), w.pool.promised)
  same('spent', sum(passes.flatMap(({ purses }) => purses.map(({ spent }) => spent))), w.pool.spent)
  same('appropriation', ore(-balanceOf(w.book, { kind: 'appropriation', poolId: 'pool' })), w.pool.total)
  let received = zero
  for (const claim of w.claims.values()) {
    const isOpen = claim.state === 'confirmed' || claim.state === 'checked' || claim.state === 'in-payout'
    const ref = { foreningId: claim.foreningId, claimId: claim.id }
    const [owed, sent] = [balanceOf(w.book, { kind: 'owed', ...ref }), balanceOf(w.book, { kind: 'in-transit', ...ref })]
    same(`${claim.id} owed`, owed, isOpen && claim.state !== 'in-payout' ? payable(claim) : zero)
    same(`${claim.id} in transit`, sent, claim.state === 'in-payout' ? payable(claim) : zero)
    received = add(received, claim.state === 'paid' ? claim.amount : isOpen ? claim.setOff : zero)
  }
  const atForeninger = (['stripe', 'bank-file'] as const).flatMap((rail) =>
    [0, 1].map((n) => balanceOf(w.book, { kind: 'settled', rail, foreningId: `forening${n}` })))
  same('received by foreninger', sum(atForeninger), received)
  same('paid otherwise', balanceOf(w.book, { kind: 'paid-otherwise' }), sum([...w.paidOtherwise.values()]))
  for (const [signupId, amount] of w.coPayments) same(`${signupId} own share`, balanceOf(w.book, { kind: 'co-payment', signupId }), amount)
  return faults
}
