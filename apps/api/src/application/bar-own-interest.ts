import { inKommunesName } from '@medspil/db/forening'
import { loadPartyKeys } from '@medspil/db/person'
import { mayHandle } from '@medspil/domain/application'
import { Refused } from '../errors.ts'
import type { Step } from './step.ts'

/**
 * Stops a member of staff from handling what concerns themself or their own family; a colleague takes it (forvaltningsloven
 * §§ 3–6). Looked up in the kommune's name: who belongs to a case is not for each role to read.
 * @throws Refused with `own-interest`
 */
export async function barOwnInterest({ tx, actor }: Pick<Step, 'tx' | 'actor'>, childIds: readonly string[]): Promise<void> {
  if (!('personKey' in actor)) return
  const answer = mayHandle(actor.personKey, await inKommunesName(tx, (kommune) => loadPartyKeys(kommune, childIds)))
  if (!answer.ok) throw new Refused(answer.whyNot)
}
