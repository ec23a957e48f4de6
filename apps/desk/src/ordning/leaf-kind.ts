import { followUpRoles, guideTasks, providerTypes, purseKinds, serviceKinds } from '@medspil/domain/ordning'
import type { Json } from '@medspil/domain/ordning'

/** How a value is typed. `fixed` is read and not changed: the shape of a rule. */
export type LeafKind = 'number' | 'amount' | 'text' | 'yes-no' | 'word' | 'words' | 'texts' | 'numbers' | 'fixed'

const amounts: ReadonlySet<string> = new Set(['base', 'perChildBeyondFirst', 'amount', 'atMost', 'each', 'monthly', 'limit'])
const yesNos: ReadonlySet<string> = new Set(['toIncluded', 'open', 'mayFlow', 'childHasSay', 'optional', 'countsAsKept'])
const textLists: ReadonlySet<string> = new Set(['listed', 'familyPart', 'named', 'startsOn'])
const texts: ReadonlySet<string> = new Set(['owner', 'says', 'section', 'question', 'when', 'profession', 'monthDay', 'firstDay'])

const choices: Record<string, readonly string[]> = {
  onListed: ['oneParent', 'everyParent'], compare: ['strictlyBelow', 'atMost'], consent: ['oralOrWritten', 'written'], may: ['grants', 'nominates'],
  receiver: ['forening', 'provider', 'familyOnReceipt', 'guideThroughPayroll', 'actorInInstalments'],
  paidWhen: ['afterConfirmation', 'onReceipt', 'partInAdvance'], poolEmpty: ['stop', 'queue'], longestFrom: ['grant', 'firstTraining', 'firstTrip'],
  supervision: ['none', 'onNeed', 'continuous'], anchor: ['grant', 'signup', 'firstTraining', 'stop'], by: followUpRoles, byWithoutGuide: followUpRoles,
  channel: ['link', 'phone', 'meeting'], length: ['half', 'whole'], activity: ['notActive', 'notActiveOrWithoutPaying', 'any', 'renewal'],
  neverCame: ['nothing-owed', 'fee-stands'], withdrew: ['unused-days-come-back', 'fee-stands', 'nothing-owed'], moneyGoesTo: ['purse', 'pool'],
  purse: purseKinds, named: ['beforeHoliday', 'afterHoliday'],
}

const manyChoices: Record<string, readonly string[]> = {
  providers: providerTypes, tasks: guideTasks, fading: ['escorted', 'metThere', 'phoned', 'alone'], gates: [...purseKinds, ...serviceKinds],
  decisions: ['partly-granted', 'refused', 'withdrawn', 'clawback'],
}

const nameOf = (path: string) => path.split('.').findLast((part) => part !== 'value') ?? ''
const parentOf = (path: string) => path.split('.').filter((part) => part !== 'value').at(-2) ?? ''

/** The words to choose from, or null when the value is not one of a fixed few. */
export function choicesOf(path: string): readonly string[] | null {
  const name = nameOf(path)
  return manyChoices[name] ?? choices[name] ?? null
}

/** How the value at a path is typed; its name decides, and for a value that is there, what it is. */
export function leafKind(path: string, value: Json): LeafKind {
  const [name, parent] = [nameOf(path), parentOf(path)]
  if (name === 'kind') return 'fixed'
  if (parent === 'singleParent' || amounts.has(name)) return 'amount'
  if (typeof value === 'boolean' || yesNos.has(name)) return 'yes-no'
  if (name in manyChoices) return 'words'
  if (parent === 'confirmed' || texts.has(name)) return 'text'
  if (Array.isArray(value)) return value.every((item) => typeof item === 'number') && value.length > 0 ? 'numbers' : 'texts'
  if (typeof value === 'string') return choices[name]?.includes(value) ? 'word' : 'text'
  if (typeof value === 'number') return 'number'
  // From here on nobody has given the value, so only its name is known.
  if (path === 'law.basis' || path === 'law.appeal' || path === 'law.confirmed' || name === 'checks' || path === 'age.on') return 'fixed'
  if (name === 'by' && parent !== 'followUp') return 'fixed'
  if (name in choices) return 'word'
  if (textLists.has(name)) return 'texts'
  return (name === 'months' && parent === 'period') || name === 'percents' ? 'numbers' : 'number'
}
