import type { HealthView } from '@medspil/contracts/subsidy'
import { claimReference, loadBookSummary, loadLastComparison, loadPayees, type Payee } from '@medspil/db/subsidy'
import { paymentNumber } from '@medspil/domain/payment'
import { allow, type Shell } from '../shell.ts'

/** Whether the books agree: the last nightly comparison, the seal, and where the money stands. */
export async function readHealth(shell: Shell): Promise<HealthView> {
  await allow(shell, 'subsidy.health')
  const { sums, seal, entries, unsealed } = await loadBookSummary(shell.tx)
  const last = await loadLastComparison(shell.tx)
  const payees = await loadPayees(shell.tx, 'stripe')
  const at = (...kinds: string[]) => kinds.reduce((all, kind) => all + (sums.get(kind) ?? 0n), 0n)
  return {
    comparison: last && {
      at: last.at.toISOString(), accounts: last.facts.accounts, stripeAccounts: last.facts.stripeAccounts,
      faults: last.faults.map(({ what, ledger, other }) => ({ what, ...namesOf(what, payees), ledger: BigInt(ledger), other: BigInt(other) })),
    },
    seal: seal && { at: seal.at.toISOString(), number: String(seal.number), entries: seal.entries }, entries, unsealed,
    money: { given: -at('appropriation'), pools: at('pool'), passes: at('purse', 'held'), owed: at('owed'), inTransit: at('in-transit'), received: at('settled') },
  }
}

/** An account's key in words a leader can act on: `owed:<forening>:<claim>` is the forening's name and the claim's reference, a payment its number. */
function namesOf(what: string, payees: ReadonlyMap<string, Payee>): { kind: string; about: string } {
  const [kind = '', ...ids] = what.replace(/^holds of /, '').split(':')
  const forening = ids.map((id) => payees.get(id)?.name).find(Boolean)
  const claimId = kind === 'owed' || kind === 'in-transit' ? ids[1] : undefined
  if (kind.endsWith('payment') && ids[0]) return { kind, about: paymentNumber(ids[0]) }
  return { kind: kind.split(' ')[0] ?? kind, about: [forening, claimId && claimReference(claimId)].filter(Boolean).join(', ') || (ids.at(-1) ?? '') }
}
