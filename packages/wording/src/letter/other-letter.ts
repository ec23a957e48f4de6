import type { LetterBlock, LetterFacts } from '@medspil/domain/letter'
import { reasonsOf } from './decision-letter.ts'
import { answersOf, footOf, headOf } from './frame.ts'
import { block, line, sayDay, sayKroner } from './say.ts'

type Of<K extends LetterFacts['kind']> = Extract<LetterFacts, { kind: K }>

const mayLeadTo: Record<Of<'hearing'>['mayLeadTo'], string> = {
  refused: 'Det kan betyde, at vi siger nej.',
  'partly-granted': 'Det kan betyde, at vi kun giver en del.',
  withdrawn: 'Det kan betyde, at hjælpen stopper.',
  clawback: 'Det kan betyde, at vi beder om penge tilbage.',
}

/** The receipt: it arrived, and by which day the answer comes. */
export const receiptBlocks = (facts: Of<'receipt'>): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `Vi har fået jeres ansøgning om ${facts.ordningName} til ${facts.childName}.`),
  block('answers', null, `Vi fik den ${sayDay(facts.receivedOn)}.`),
  block('deadline', null, line(`I får svar senest den ${sayDay(facts.answerBy)}.`, facts.eksempel.includes('deadline'))),
  block('next', 'Det sker nu', `${facts.contactName} læser den. Vi ringer, hvis vi mangler noget.`),
  block('ownAnswers', 'Det har I svaret', ...facts.answers.map(({ question, answer }) => `${question} ${answer}`)),
  ...footOf(facts),
]

/** The hearing: the facts, where they come from, what they may lead to, and how to answer in time. */
export const hearingBlocks = (facts: Of<'hearing'>): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, 'Vi vil gerne høre dig, før vi svarer.'),
  answersOf(facts),
  block('hearingFacts', 'Det ved vi', ...facts.facts.map(({ says, source, on }) => `${says} Kilde: ${source}, ${sayDay(on)}.`)),
  block('mayLeadTo', null, mayLeadTo[facts.mayLeadTo]),
  block('deadline', 'Svar os', line(`Svar senest den ${sayDay(facts.deadline)}.`, facts.eksempel.includes('deadline'))),
  block('howToAnswer', null, `Skriv til os, eller ring på ${facts.phone}. Du må gerne svare i telefonen.`),
  block('moreTime', null, 'Har du brug for mere tid? Ring, før dagen er gået.'),
  block('next', 'Det sker nu', 'Vi læser dit svar og skriver så, hvad vi gør. Svarer du ikke, bruger vi det, vi ved.'),
  ...footOf(facts),
]

/** The delay notice: the old day, why, and the new day, sent before the old one has passed. */
export const delayBlocks = (facts: Of<'delay'>): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, 'Svaret kommer senere, end vi lovede.'),
  answersOf(facts),
  block('oldDate', null, `Vi lovede svar den ${sayDay(facts.oldDate)}.`),
  block('delayReason', null, facts.because),
  block('newDate', null, line(`Du får svar senest den ${sayDay(facts.newDate)}.`, facts.eksempel.includes('deadline'))),
  block('next', 'Det sker nu', 'I skal ikke gøre noget. Vi skriver, når svaret er klar.'),
  ...footOf(facts),
]

/** The clawback, to whoever was paid: how much, why, by when, and what to do if it is hard. */
export const clawbackBlocks = (facts: Of<'clawback'>): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `Vi beder om at få ${sayKroner(facts.amount)} tilbage.`),
  block('answers', null, `Det gælder pengene til ${facts.activity ?? 'et fritidspas'}.`),
  block('clawbackWhat', null, `Pengene blev betalt til ${facts.paidTo} den ${sayDay(facts.paidOn)}.`),
  block('period', null, line(
    `De gjaldt fra den ${sayDay(facts.period.from)} til den ${sayDay(facts.period.to)}.`, facts.eksempel.includes('period'))),
  // It goes to whoever was paid, often a forening, which must not read what a child has said.
  ...reasonsOf(facts).filter(({ element }) => element !== 'otherHelp' && element !== 'childView'),
  block('deadline', 'Det sker nu', line(`Dagen er den ${sayDay(facts.deadline)}.`, facts.eksempel.includes('deadline'))),
  block('clawbackHow', null, facts.how === 'setOff'
    ? 'Vi trækker det fra næste gang, vi betaler. Du skal ikke sende penge.'
    : 'Betal pengene til os. Du får en opkrævning.'),
  block('next', null, 'Skriv til os, hvis noget er forkert. Så venter vi, til vi har set på det.'),
  block('hardship', null, 'Er det svært at betale? Ring til os, så finder vi en vej.'),
  ...footOf(facts),
]
