import type { LetterBase, LetterBlock } from '@medspil/domain/letter'
import { block, sayDay } from './say.ts'

/** The head of every letter: who writes to whom, when, under which number. */
export const headOf = (base: LetterBase): LetterBlock[] => [
  block('sender', null, `${base.kommune}, ${base.unit}`),
  block('date', null, sayDay(base.date)),
  block('receiver', null, `Til ${base.receiverName}`),
  block('reference', null, `Nummer ${base.reference}`),
]

/** What the letter answers: the application, its day and the activity. */
export const answersOf = ({ childName, ordningName, receivedOn, activity }: LetterBase): LetterBlock =>
  block('answers', null, `Det er svar på ansøgningen om ${ordningName} til ${childName}. Vi fik den ${sayDay(receivedOn)}.`
    + (activity === null ? '' : ` Den handler om ${activity}.`))

/** The foot of every letter: a person to call, the right to see the file and to be helped, and data protection. */
export const footOf = ({ contactName, phone, kommune, dataProtectionUrl }: LetterBase): LetterBlock[] => [
  block('contact', 'Spørg', `${contactName}, ${phone}`),
  block('help', null, 'Vil du have brevet læst op eller på et andet sprog? Så ring til os.'),
  block('representation', null, 'En anden må gerne hjælpe dig eller tale for dig. Sig blot hvem.'),
  block('fileAccess', null, 'Du må se det, vi har skrevet om ansøgningen. Ring, så sender vi det.'),
  block('dataProtection', null, `${kommune} bruger kun det, vi ved, til at svare og hjælpe. Læs mere: ${dataProtectionUrl}`),
]
