import { day, type Day, yearOf } from '@medspil/domain/day'
import type { ApprovalState, Forening } from '@medspil/domain/forening'
import type { Rail } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dayOf, dayOrNull } from '../days.ts'

/** A forening as payments see it: the rules' facts, and where the money goes. */
export interface Payee {
  foreningId: string
  name: string
  cvr: string
  facts: Forening
  /** Last year for which it has declared that it obtains børneattester. */
  declaredForYear: number | null
  /** Reference of its payment details: the account at Stripe, or its CVR for NemKonto. */
  payeeId: string
  payeeChangedOn: Day | null
}

/** Foreninger by id, with approval, newest declaration and payment details. */
export async function loadPayees(tx: Tx, rail: Rail, ids?: readonly string[]): Promise<Map<string, Payee>> {
  const rows = await tx.db.forening.findMany({
    where: { kommuneId: tx.kommuneId, ...(ids && { id: { in: [...ids] } }) }, include: { declarations: { orderBy: { year: 'desc' }, where: { year: { lte: yearOf(tx.now.day) } }, take: 1 } },
  })
  return new Map(rows.map((row) => {
    const declaration = row.declarations[0] ?? null
    // A declaration given in December for the year to come is valid from New Year.
    const declaredOn = declaration && [dayOf(declaration.declaredOn), day(`${declaration.year}-01-01`)].sort().at(-1)
    return [row.id, {
      foreningId: row.id, name: row.name, cvr: row.cvr, declaredForYear: declaration?.year ?? null,
      payeeId: rail === 'stripe' ? row.stripeAccountId ?? '' : row.cvr, payeeChangedOn: dayOrNull(row.payeeChangedOn),
      facts: {
        state: row.approval as ApprovalState, since: dayOrNull(row.approvedOn) ?? tx.now.day, limitedTo: null, providerType: row.providerType, declaredOn: declaredOn ?? null,
        payment: rail === 'stripe'
          ? { rail, accountId: row.stripeAccountId, missing: row.payoutsEnabled ? [] : ['payouts'] }
          : { rail: 'nemkonto', cvr: row.cvr, namedReceiver: null },
      },
    }]
  }))
}

/** The kommune's way of paying: `payoutRail` among its settings. Stripe until it says otherwise. */
export async function loadRail(tx: Tx): Promise<Rail> {
  const { settings } = await tx.db.kommune.findUniqueOrThrow({ where: { id: tx.kommuneId }, select: { settings: true } })
  return (settings as { payoutRail?: string }).payoutRail === 'bank-file' ? 'bank-file' : 'stripe'
}

/** The forening that an account at Stripe belongs to; null when it is nobody's here. */
export async function findPayeeByAccount(tx: Tx, stripeAccountId: string) {
  return tx.db.forening.findFirst({ where: { kommuneId: tx.kommuneId, stripeAccountId }, select: { id: true, payoutsEnabled: true } })
}

/** Writes whether Stripe can pay the forening. @param changedOn the day new payment details took effect; left out, they are the old ones */
export async function savePayeeReadiness(tx: Tx, foreningId: string, payoutsEnabled: boolean, changedOn?: Date): Promise<void> {
  await tx.db.forening.updateMany({ where: { kommuneId: tx.kommuneId, id: foreningId }, data: { payoutsEnabled, ...(changedOn && { payeeChangedOn: changedOn }) } })
}
