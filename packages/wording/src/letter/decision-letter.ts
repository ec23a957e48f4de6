import type {
  DecisionBase, LetterBlock, LetterCriterion, LetterFacts, LetterLine, NegativeBase,
} from '@medspil/domain/letter'
import { answersOf, footOf, headOf } from './frame.ts'
import { block, line, sayDay, sayKroner, sayList, supportNames } from './say.ts'

type Granted = Extract<LetterFacts, { kind: 'granted' }>
type Partly = Extract<LetterFacts, { kind: 'partly-granted' }>
type Refused = Extract<LetterFacts, { kind: 'refused' }>
type Withdrawn = Extract<LetterFacts, { kind: 'withdrawn' }>

const paidHow: Record<Granted['receiver'], string> = {
  forening: 'Vi betaler foreningen direkte. I skal ikke lægge penge ud.',
  provider: 'Vi betaler stedet direkte. I skal ikke lægge penge ud.',
  familyOnReceipt: 'I betaler først. Send os en kvittering, så får I pengene.',
  guideThroughPayroll: 'Vi betaler guiden. I skal ikke lægge penge ud.',
  actorInInstalments: 'Vi betaler stedet i rater. I skal ikke lægge penge ud.',
}

/** The full grant: what, how much, for how long, and what follows. */
export const grantedBlocks = (facts: Granted): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `${facts.childName} får det, I har søgt om.`),
  answersOf(facts),
  amountsOf(facts, facts.lines), periodOf(facts),
  block('usedFor', 'Det kan I bruge det til', facts.lines.some(isMoney)
    ? `Pengene kan betale ${sayList(facts.lines.filter(isMoney).map(({ kind }) => supportNames[kind]))}. De kan ikke bruges til andet.`
    : `${facts.childName} får ${sayList(facts.lines.map(({ kind }) => supportNames[kind]))}. Det koster ikke noget.`),
  block('foreningPaid', null, facts.lines.some(isMoney) ? paidHow[facts.receiver] : 'Der er ikke noget at betale.'),
  block('next', 'Det sker nu', facts.activity === null
    ? `Find noget, ${facts.childName} vil gå til, og meld til. Vi skriver, når pladsen er klar.`
    : `Meld ${facts.childName} til ${facts.activity}. Vi skriver, når pladsen er klar.`),
  block('conditions', null, 'Sig det til os, hvis noget ændrer sig. Det kan være, at I flytter, eller at dit barn stopper.'),
  block('lapses', null, `Det, I ikke bruger, falder bort efter den ${sayDay(facts.period.to)}.`),
  block('noFritidstillaeg', null, facts.lines.some(isMoney)
    ? 'Det, passet betaler, kan I ikke også få fritidstillæg til.'
    : 'Det ændrer ikke noget ved fritidstillæg.'),
  lawOf(facts), versionOf(facts), deciderOf(facts), ...footOf(facts),
]

/** The part-grant: what is given, what is not, and everything a refusal says. */
export const partlyBlocks = (facts: Partly): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `${facts.childName} får en del af det, I har søgt om. ${lessOf(facts.lines)}`.trim()),
  answersOf(facts), amountsOf(facts, facts.lines), periodOf(facts),
  ...reasonsOf(facts),
  block('next', 'Det sker nu', `I kan bruge det, ${facts.childName} får, fra i dag. Find noget, og meld til.`),
  ...footOf(facts),
]

/** The refusal: a plain and kind no, its reasons, and the way on. */
export const refusedBlocks = (facts: Refused): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `Vi kan ikke give ${facts.childName} ${sayList(facts.lines.map(({ kind }) => supportNames[kind]))} denne gang.`),
  answersOf(facts), ...reasonsOf(facts),
  block('next', 'Det sker nu', 'I skal ikke gøre noget. I kan søge igen, når noget har ændret sig.'),
  ...footOf(facts),
]

/** The withdrawal of something given earlier, from a day. */
export const withdrawnBlocks = (facts: Withdrawn): LetterBlock[] => [
  ...headOf(facts),
  block('result', null, `${facts.childName} har ikke ${sayList(facts.lines.map(({ kind }) => supportNames[kind]))} fra os længere.`
    + ` Det stopper den ${sayDay(facts.from)}.`),
  answersOf(facts), ...reasonsOf(facts),
  block('next', 'Det sker nu', `Vi betaler det, der er aftalt før den ${sayDay(facts.from)}.`),
  ...footOf(facts),
]

/** Rules, considerations and facts, each in its own block, with all that belongs to a no (law.md 2). */
export const reasonsOf = (facts: NegativeBase): LetterBlock[] => [
  block('considerations', 'Derfor', facts.reasons.considerations),
  block('facts', 'Det bygger vi på', facts.reasons.facts,
    ...facts.facts.map(({ says, source, on }) => `${says} Kilde: ${source}, ${sayDay(on)}.`)),
  block('criteria', 'Reglerne, en for en',
    ...facts.criteria.map((criterion) => line(sayCriterion(criterion), facts.eksempel.includes('criteria')))),
  block('hearingOutcome', 'Jeres svar til os', sayHearing(facts.hearing)),
  block('childView', `Det siger ${facts.childName}`, facts.childView),
  lawOf(facts, facts.reasons.rules), versionOf(facts),
  block('whatWouldChange', 'Det kan ændre svaret', facts.whatWouldChange),
  block('otherHelp', 'Anden hjælp',
    'I kan altid få en snak uden at søge om penge. Vi hjælper med at finde noget, der passer. Ring til os.'),
  {
    ...block('appeal', 'Er du ikke enig?', ...facts.appeal.map(({ says }) => line(says, facts.eksempel.includes('appeal')))),
    parts: facts.appeal,
  },
  deciderOf(facts),
]

const isMoney = ({ asked }: LetterLine): boolean => asked !== null

const amountsOf = ({ eksempel }: DecisionBase, lines: LetterLine[]): LetterBlock =>
  block('amounts', 'Det får I', ...lines.filter(({ isGiven }) => isGiven).map(({ kind, given }) => {
    const name = upper(supportNames[kind])
    return line(given === null ? `${name}.` : `${name}: ${sayKroner(given)}`, eksempel.includes('amounts'))
  }))

const periodOf = ({ period, eksempel }: Granted | Partly): LetterBlock =>
  block('period', null, line(`Det gælder fra den ${sayDay(period.from)} til den ${sayDay(period.to)}.`, eksempel.includes('period')))

const lessOf = (lines: LetterLine[]): string => {
  const none = lines.filter(({ isGiven }) => !isGiven).map(({ kind }) => supportNames[kind])
  const less = lines.filter(({ isGiven, asked, given }) => isGiven && asked !== null && given !== null && given < asked)
  return [
    ...(none.length > 0 ? [`Vi giver ikke ${sayList(none)} denne gang.`] : []),
    ...less.map(({ kind, asked, given }) =>
      `I søgte om ${sayKroner(asked!)} til ${supportNames[kind]}. Vi giver ${sayKroner(given!)}`),
  ].join(' ')
}

const lawOf = ({ basis, eksempel }: DecisionBase, rules?: string): LetterBlock =>
  block('law', 'Loven', line(`Vi har brugt ${basis.section}.`, eksempel.includes('law')), ...(rules === undefined ? [] : [rules]))

const versionOf = ({ ordningName, criteriaVersion, criteriaSince }: DecisionBase): LetterBlock =>
  block('criteriaVersion', null, `Reglerne for ${ordningName} er version ${criteriaVersion}. De gælder fra den ${sayDay(criteriaSince)}.`)

const deciderOf = ({ deciderId, deciderName, kommune }: DecisionBase): LetterBlock =>
  block('decider', null, deciderId === null
    ? `Reglerne gav et klart ja. ${kommune} står bag svaret, og et menneske ser gerne på det igen.`
    : `${deciderName} har svaret for ${kommune}.`)

const sayCriterion = ({ says, result, isJudged }: LetterCriterion): string => {
  const word = { met: 'Opfyldt', 'not-met': 'Ikke opfyldt', unknown: 'Ikke set på' }[result]
  return `${isJudged && result !== 'unknown' ? `Vurderet. ${word}` : word}: ${says}`
}

const sayHearing = (hearing: NegativeBase['hearing']): string => {
  switch (hearing.kind) {
    case 'answered':
      return `Du svarede: ”${hearing.answer}” ${hearing.weighed}`
    case 'silent':
      return `Vi spurgte jer og fik ikke svar senest den ${sayDay(hearing.deadline)}.`
    case 'nothing-unseen':
      return 'Vi bygger kun på det, I selv har sagt eller set.'
    case 'exempt':
      return `Vi har ikke spurgt jer først. ${hearing.reason}`
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
