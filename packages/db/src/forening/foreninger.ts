import type { CheckedPoint, Forening } from '@medspil/domain/forening'
import { toJson } from '../json.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'

/** What the desk wrote down when it looked at a forening. */
interface ChecklistJson { points?: CheckedPoint[]; limitedTo?: string[] | null }

const around = { declarations: { orderBy: { declaredOn: 'desc' } }, contacts: { orderBy: { role: 'asc' } } } as const

/** A forening with what stands beside the rules. */
export type StoredForening = NonNullable<Awaited<ReturnType<typeof loadForening>>>

/** One forening; null when unknown. Contacts are empty for those who may not see them. */
export async function loadForening(tx: Tx, id: string) {
  const row = await tx.db.forening.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: around })
  return row && foreningOf(row)
}

/** All foreninger by name. */
export async function loadForeninger(tx: Tx) {
  const rows = await tx.db.forening.findMany({ where: { kommuneId: tx.kommuneId }, include: around, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map(foreningOf)
}

type Row = Awaited<ReturnType<Tx['db']['forening']['findFirstOrThrow']>> & {
  declarations: { year: number; declaredBy: string; declaredOn: Date }[]; contacts: { role: string; name: string; mail: string; phone: string }[]
}

function foreningOf(row: Row) {
  const { points = [], limitedTo = null } = row.checklist as ChecklistJson
  const declarations = row.declarations.map(({ year, declaredBy, declaredOn }) => ({ year, declaredBy, declaredOn: dayOf(declaredOn) }))
  const rules: Forening = {
    state: row.approval as Forening['state'], since: dayOrNull(row.approvedOn) ?? declarations[0]?.declaredOn ?? dayOf(new Date(0)), limitedTo,
    providerType: row.providerType, declaredOn: declarations[0]?.declaredOn ?? null,
    payment: row.stripeAccountId === null
      ? { rail: 'nemkonto', cvr: row.cvr, namedReceiver: null }
      : { rail: 'stripe', accountId: row.stripeAccountId, missing: row.payoutsEnabled ? [] : ['payouts'] },
  }
  return {
    id: row.id, name: row.name, cvr: row.cvr, area: row.area, homeInKommune: row.homeInKommune, rules, points, declarations, contacts: row.contacts.map(({ role, name, mail, phone }) => ({ role, name, mail, phone })),
    approvedOn: dayOrNull(row.approvedOn), approvedBy: row.approvedBy, stripeAccountId: row.stripeAccountId, payeeChangedOn: dayOrNull(row.payeeChangedOn),
  }
}

/** Saves an approval or its end, with the checklist that it rests on. */
export async function saveApproval(tx: Tx, id: string, approval: { state: Forening['state']; points: readonly CheckedPoint[]; limitedTo: readonly string[] | null; approvedBy: string | null }): Promise<void> {
  const { state, points, limitedTo, approvedBy } = approval
  await tx.db.forening.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
    approval: state, checklist: toJson({ points, limitedTo }), ...(approvedBy && { approvedBy, approvedOn: dateOf(tx.now.day) }),
  } })
}

/** The yearly word. @returns false when it was given already */
export async function addDeclaration(tx: Tx, declaration: { id: string; foreningId: string; year: number; declaredBy: string }): Promise<boolean> {
  const { count } = await tx.db.declaration.createMany({ skipDuplicates: true, data: [{ kommuneId: tx.kommuneId, ...declaration, declaredOn: dateOf(tx.now.day) }] })
  return count === 1
}

/** Another receiver of payouts; until it is ready nothing is paid to it. */
export async function savePayee(tx: Tx, foreningId: string, stripeAccountId: string): Promise<void> {
  await tx.db.forening.updateMany({ where: { kommuneId: tx.kommuneId, id: foreningId }, data: { stripeAccountId, payoutsEnabled: false, payeeChangedOn: dateOf(tx.now.day) } })
}

/** The name of a member of staff; null when unknown. */
export async function loadStaffName(tx: Tx, id: string): Promise<string | null> {
  return (await tx.db.staff.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { name: true } }))?.name ?? null
}
