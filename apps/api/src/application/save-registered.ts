import type { Tx } from '@medspil/db'
import { savePerson, saveRelations } from '@medspil/db/person'
import type { PersonRegistry, RegisteredPerson } from '../gateways/person-registry.ts'

/** What the registry answered about one human. */
export type LookedUp = NonNullable<Awaited<ReturnType<PersonRegistry['lookUp']>>>

/** Writes a child with the adults tied to it, as the registry tells today. Run as the gate: no fagperson writes persons. @returns the child's id */
export async function saveRegisteredChild(tx: Tx, { person, relations }: LookedUp, kommuneKey: string): Promise<string> {
  const save = ({ kommuneKey: livesIn, ...facts }: RegisteredPerson) => savePerson(tx, { ...facts, livesInKommune: livesIn === kommuneKey })
  const childId = await save(person)
  const ties = []
  for (const { adult, child, kind, livesWith, source, fromDay, toDay } of relations)
    if (child.cpr.reveal() === person.cpr.reveal()) ties.push({ adultId: await save(adult), childId, kind, livesWith, source, fromDay, toDay })
  await saveRelations(tx, childId, ties)
  return childId
}
