import { companies, foreningPersonas } from './people/companies.ts'
import { familyPersonas } from './people/families.ts'
import { staffPersonas } from './people/staff.ts'
import type { Persona } from './people/types.ts'

export { companies } from './people/companies.ts'
export type { Company } from './people/companies.ts'
export { kommuner } from './people/kommuner.ts'
export { lookUpPerson, registeredChildren, registerRows } from './people/register.ts'
export type { RegisteredPerson, RegisterAnswer, Relation } from './people/register.ts'
export type { KommuneKey, NsisLevel, Persona, PersonaRole } from './people/types.ts'

/** Everyone one can be, families first. Keys are stable. */
export const personas: Persona[] = [...familyPersonas, ...staffPersonas, ...foreningPersonas]

const byKey = new Map(personas.map(one => [one.key, one]))
const bySub = new Map(personas.map(one => [one.sub, one]))
const byCvr = new Map(companies.map(one => [one.cvr, one]))

/** The persona with this key. Throws on an unknown key: it is a mistake in a test or a seed. */
export function personaByKey(key: string): Persona {
  const found = byKey.get(key)
  if (found === undefined) throw new Error(`No persona '${key}'`)
  return found
}

/** The persona with this key, or undefined. */
export const findPersona = (key: string) => byKey.get(key)

/** The persona behind a broker subject, or undefined. */
export const personaBySub = (sub: string) => bySub.get(sub)

/** A company of the fictive CVR register, or undefined. */
export const companyByCvr = (cvr: string) => byCvr.get(cvr)
