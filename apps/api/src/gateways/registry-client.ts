import { Cpr } from '@medspil/db/cpr'
import { day } from '@medspil/domain/day'
import * as z from 'zod/mini'
import { Unavailable } from '../errors.ts'
import { circuitBreaker } from './breaker.ts'
import type { PersonRegistry, RegisteredPerson, RegisteredRelation } from './person-registry.ts'
import { postJson } from './post-json.ts'

const Person = z.object({
  cpr: z.string(), name: z.string(), birthDay: z.string(), kommune: z.nullable(z.string()),
  address: z.nullable(z.object({ street: z.string(), postcode: z.string(), town: z.string() })),
  protection: z.nullable(z.object({ fromDay: z.string() })), school: z.nullable(z.object({ name: z.string() })),
  phone: z.nullable(z.string()), mail: z.nullable(z.string()),
})
const Relation = z.object({
  kind: z.enum(['custody-joint', 'custody-sole', 'foster', 'no-custody']),
  residence: z.enum(['lives-here', 'shared', 'lives-elsewhere']), source: z.string(), fromDay: z.string(),
})
const Side = z.array(z.object({ person: Person, relation: Relation }))
const Answer = z.object({ person: Person, guardians: Side, children: Side })

/**
 * The person registry over HTTP. The number travels in the body, never in an address (ASVS 14.2.1).
 * @param options.url base address; `/person` is asked
 */
export function registryClient(options: { url: string; secret: string }): PersonRegistry {
  const guarded = circuitBreaker('the person registry')
  return {
    lookUp: (cpr, basis) => guarded(async () => {
      const { status, answer } = await postJson('the person registry', `${options.url.replace(/\/$/, '')}/person`, options.secret, { cpr: cpr.reveal(), basis })
      if (status === 404) return null
      const parsed = Answer.safeParse(answer)
      if (status !== 200 || !parsed.success) throw new Unavailable('the person registry')
      const { person, guardians, children } = parsed.data
      const me = personOf(person)
      return { person: me, relations: [
        ...guardians.map(({ person: adult, relation }) => relationOf(personOf(adult), me, relation)),
        ...children.map(({ person: child, relation }) => relationOf(me, personOf(child), relation)),
      ] }
    }),
  }
}

function personOf({ cpr: digits, name, birthDay, kommune, address, protection, school, phone, mail }: z.infer<typeof Person>): RegisteredPerson {
  const cpr = Cpr.parse(digits)
  if (!cpr) throw new Unavailable('the person registry')
  return {
    cpr, name, birthDay: day(birthDay), kommuneKey: kommune,
    // The last digit of a CPR number is even for women (cpr.dk).
    gender: Number(digits.at(-1)) % 2 === 0 ? 'female' : 'male',
    address: address && `${address.street}, ${address.postcode} ${address.town}`, postcode: address?.postcode ?? null, area: address?.town ?? null,
    school: school?.name ?? null, phone, mail, nameProtected: protection !== null, addressProtected: protection !== null,
  }
}

function relationOf(adult: RegisteredPerson, child: RegisteredPerson, { kind, residence, source, fromDay }: z.infer<typeof Relation>): RegisteredRelation {
  return {
    adult, child, kind: kind === 'foster' || kind === 'no-custody' ? kind : 'custody',
    livesWith: residence !== 'lives-elsewhere', source, fromDay: day(fromDay), toDay: null,
  }
}
