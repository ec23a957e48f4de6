import type { ClaimView } from '@medspil/contracts/subsidy'

type Line = Pick<ClaimView, 'reference' | 'pays' | 'activity'>

/** Claims as they are shown: one by one for teams, and those of a holiday activity together, in the order of the first. */
export function together<T extends Line>(claims: readonly T[], alsoBy: (claim: T) => string = () => ''): T[][] {
  const groups = new Map<string, T[]>()
  for (const claim of claims) {
    const key = `${claim.activity?.id ?? claim.reference}/${alsoBy(claim)}`
    const known = groups.get(key)
    if (known) known.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()]
}

/** What a line is found by and covers: a claim's reference, or the activity whose claims stand together. */
export const nameOf = ([first]: readonly Line[]): Pick<ClaimView, 'reference'> & { pays: ClaimView['pays'] | 'activity' } =>
  first!.activity ? { reference: first!.activity.title, pays: 'activity' } : { reference: first!.reference, pays: first!.pays }

/** The sum of some amounts, øre. */
export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n)
