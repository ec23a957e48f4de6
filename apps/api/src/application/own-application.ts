import { loadApplication, lockApplication, type StoredApplication } from '@medspil/db/application'
import { type ApplicationAct, moveApplication } from '@medspil/domain/application'
import { NotFound, Refused } from '../errors.ts'
import type { Step } from './step.ts'

/** An application the actor can see; the verb then asks `allow` about its child. Foreign and unknown are one answer. */
export async function readApplication({ tx }: Pick<Step, 'tx'>, id: string, why: string): Promise<StoredApplication> {
  return (await loadApplication(tx, id, why)) ?? notThere()
}

/** As `readApplication`, locked until the end of the transaction: whoever comes second sees what the first one did. */
export async function takeApplication({ tx }: Pick<Step, 'tx'>, id: string, why: string): Promise<StoredApplication> {
  return (await lockApplication(tx, id, why)) ?? notThere()
}

/** The application after an act. @throws Refused when the act does not fit where it stands */
export function moved(application: StoredApplication, act: ApplicationAct): StoredApplication {
  const answer = moveApplication(application.state, act)
  if (!answer.ok) throw new Refused(answer.whyNot)
  return { ...application, state: answer.state }
}

function notThere(): never {
  throw new NotFound('application')
}
