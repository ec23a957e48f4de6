import type { DeclarationStatus, ForeningView, PaymentReadiness } from '@medspil/contracts/forening'
import type { Tx } from '@medspil/db'
import { loadAwaiting, loadOffersOf, type StoredForening } from '@medspil/db/forening'
import { monthOf, yearOf, type Day } from '@medspil/domain/day'
import { declarationValidTo, isDeclarationValid, payoutReadiness } from '@medspil/domain/forening'
import { keptAsTaken, type PlaceShares } from '@medspil/domain/signup'
import { nowAt } from '../clock.ts'

/** The month from which next year's declaration may be given, and reminders begin (law.md 6). */
const nextYearFrom = 11

/** Whether this year's word is given, and which year may be asked for now. */
export function declarationOf({ declarations }: StoredForening, today: Day): DeclarationStatus {
  const year = yearOf(today)
  const valid = declarations.find(({ declaredOn, year: of }) => of === year && isDeclarationValid(declaredOn, today)) ?? declarations.find(({ year: of }) => of === year) ?? null
  const isNextOpen = monthOf(today) >= nextYearFrom && !declarations.some(({ year: of }) => of === year + 1)
  return {
    year, isValid: valid !== null, validTo: valid && declarationValidTo(`${year}-01-01` as Day), declaredBy: valid?.declaredBy ?? null, declaredOn: valid?.declaredOn ?? null,
    askedYear: valid === null ? year : isNextOpen ? year + 1 : null,
  }
}

/** How money reaches the forening and whether it can. */
export function paymentOf({ rules, cvr, payeeChangedOn }: StoredForening): PaymentReadiness {
  return { rail: rules.payment.rail, isReady: payoutReadiness(rules).ok, cvr, changedOn: payeeChangedOn }
}

/** The kommune's own people see who is on a kept place; to the forening all of them are taken. */
function placesTold({ actor }: Tx, places: PlaceShares): { capacity: number; children: number } {
  const { capacity, taken } = actor.kind === 'forening' ? keptAsTaken(places) : places
  return { capacity, children: taken }
}

/** A forening's page: its standing, its offers and the children whose places wait for its word. */
export async function foreningViewOf(tx: Tx, forening: StoredForening): Promise<ForeningView> {
  const { id: foreningId, name, rules, contacts } = forening
  const awaiting = await loadAwaiting(tx, foreningId)
  return {
    foreningId, name, approval: rules.state, declaration: declarationOf(forening, tx.now.day), payment: paymentOf(forening), contacts,
    awaiting: awaiting.map(({ askedAt, ...row }) => ({ ...row, askedOn: nowAt(askedAt).day })),
    offers: (await loadOffersOf(tx, foreningId)).map(({ places, ...offer }) => ({ ...offer, ...placesTold(tx, places) })),
  }
}
