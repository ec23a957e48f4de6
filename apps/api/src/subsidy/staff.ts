import { isStaff, type StaffMember } from '@medspil/domain/access'
import type { ReleaseCaps } from '@medspil/domain/subsidy'
import { type Ore, ore } from '@medspil/ledger'
import { NotFound } from '../errors.ts'
import type { Shell } from '../shell.ts'

/** The employee who asks; the table of acts lets nobody else this far. */
export function staffOf({ actor }: Shell): StaffMember {
  if (!isStaff(actor)) throw new NotFound('kind')
  return actor
}

/** How much the employee may release in the role of this login, øre; nothing without a cap. */
export function capsOf({ kind, capOre }: StaffMember): ReleaseCaps {
  return capOre === null ? {} : { [kind]: ore(capOre) satisfies Ore }
}
