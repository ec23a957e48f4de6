import type { TaskReason } from '@medspil/domain/follow-up'
import { sayKroner as kroner } from './letter/say.ts'
import { factsIn } from './why-not/facts.ts'

const { day } = factsIn('da')

type Sentences = { readonly [R in TaskReason['reason']]: (facts: Extract<TaskReason, { reason: R }>) => string }

const times = (count: number) => (count === 1 ? 'én gang' : `${count} gange`)

/** The family's three answers as they stand in a sentence. */
const answers: Readonly<Record<string, string>> = { active: 'barnet er stadig med', stopped: 'barnet er stoppet', 'something-else': 'de vil noget andet' }

const sentences: Sentences = {
  'first-training-missing': ({ plannedOn, answered }) =>
    `Første træning var den ${day(plannedOn)}. ${answered ? 'Familien har svaret, men barnet er ikke mødt.' : 'Ingen har sagt, om barnet kom.'}`,
  'absent-in-a-row': ({ absences, presentBefore, since }) =>
    `Ikke mødt ${times(absences)} i træk siden den ${day(since)}.${presentBefore > 0 ? ` Før det mødt ${times(presentBefore)}.` : ''}`,
  'answer-and-marks-disagree': ({ said, present, absent, lastPresent }) =>
    `Familien siger, at ${answers[said] ?? said}. Holdets liste siger mødt ${times(present)} og ikke mødt ${times(absent)}.${lastPresent ? ` Sidst set den ${day(lastPresent)}.` : ''}`,
  'forening-silent': ({ askedOn }) => `Foreningen har ikke svaret. Den blev spurgt den ${day(askedOn)}.`,
  'wants-something-else': ({ saidOn }) => `Familien vil gerne finde noget andet. Det sagde den ${day(saidOn)}.`,
  'no-answer-no-mark': ({ askedOn, absences }) =>
    `Familien har ikke svaret siden den ${day(askedOn)}, og ingen har set barnet.${absences > 0 ? ` Ikke mødt ${times(absences)}.` : ''}`,
  'no-way-to-ask': () => 'Vi har hverken telefon eller mail. Skriv et brev, eller spørg skolen.',
  'time-to-ask': ({ how }) => (how === 'phone' ? 'Ring, og hør, hvordan det går.' : 'Mødes, og hør, hvordan det går.'),
  'pass-unused': ({ since, validTo, left }) =>
    `Passet er ikke brugt siden den ${day(since)}. Der er ${kroner(left)} på det, og det gælder til den ${day(validTo)}.`,
  'wants-company': ({ firstTrainingOn }) => `Barnet vil gerne have en med til første træning den ${day(firstTrainingOn)}.`,
  'forening-asks': ({ question, askedOn }) => `Foreningen spørger den ${day(askedOn)}: ”${question}”`,
  'forening-full': ({ saidOn }) => `Foreningen sagde den ${day(saidOn)}, at holdet er fyldt. Find et andet.`,
  'fee-higher': ({ fee, agreed }) => `Foreningen vil have ${kroner(fee)}. Familien har sagt ja til ${kroner(agreed)}.`,
  'never-came': ({ saidOn, moneyWaits }) =>
    `Foreningen sagde den ${day(saidOn)}, at barnet aldrig kom.${moneyWaits ? ' Pengene venter på dig.' : ''}`,
}

/** Why a task stands on somebody's list, as one or two Danish sentences without the child's name. */
export function sayTaskReason(because: TaskReason): string {
  // Facts and sentence share their reason; TypeScript cannot follow a key that is a variable.
  const sentence = sentences[because.reason] as (facts: TaskReason) => string
  // An amount ends in "kr.", which closes the sentence by itself.
  return sentence(because).replaceAll('kr..', 'kr.')
}
