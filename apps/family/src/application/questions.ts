import type { FamilyQuestion, PublishedOrdning } from '@medspil/contracts/ordning'

/** What one page asks; each kind has its words in asks/. */
export type QuestionKind =
  | 'who' | 'age' | 'lives-here' | 'grade' | 'own-words'
  | 'activity' | 'renewal' | 'income' | 'adults' | 'children' | 'friplads' | 'benefit' | 'other-benefit'
  | 'open-case' | 'through-school' | 'foster-care' | 'paid' | 'funder' | 'funded' | 'judged'
  | 'supports' | 'months' | 'likes' | 'days' | 'company'

/** One question: one page. */
export interface Question {
  /** Stands in the address and names the answer: `activity`, `paid-kit`. */
  id: string
  kind: QuestionKind
  /** 1 Barn, 2 Hverdag, 3 Ønsker; "Tjek svar" is step 4. */
  step: 1 | 2 | 3
  /** The criterion it answers; null for what is no condition. */
  criterionId: string | null
  /** The ordning's own question in Danish, for `judged`. */
  words: string | null
  /** Purse, benefits, kinds of support or lengths to choose among. */
  about: readonly string[]
}

/** Answers as they were typed or chosen, by question id. `unknown` is "Det ved jeg ikke"; a missing one is not reached yet. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** "Det ved jeg ikke": an answer, never a no. */
export const unknown = 'unknown'

const make = (kind: QuestionKind, step: Question['step'], more: Partial<Question> = {}): Question =>
  ({ id: kind, kind, step, criterionId: null, words: null, about: [], ...more })

/** The children one may apply for; null before login, when only MitID can know them. */
export type KnownChildren = readonly { childId: string }[] | null

/**
 * Every page of an application in order, from the ordning's own questions and the answers so far. What MitID knows is
 * never among them.
 */
export function applicationQuestions(ordning: PublishedOrdning, children: KnownChildren, answers: Answers): Question[] {
  const everyday = everydayQuestions(ordning.questions.filter(({ onlyBeforeLogin }) => !onlyBeforeLogin), answers)
  // A child chosen while logged in stays chosen when the login has ended meanwhile.
  const isStranger = answers.who === undefined || answers.who === 'child' || answers.who === 'self'
  const choosesWho = children === null ? isStranger && ordning.doors.parent && ordning.doors.youngPersonFrom !== null : children.length > 1
  const kinds = ordning.supports.map(({ kind }) => kind)
  return [
    ...(choosesWho ? [make('who', 1, { about: children === null ? ['child', 'self'] : children.map(({ childId }) => childId) })] : []),
    ...everyday.filter(({ step }) => step === 1),
    make('own-words', 1),
    ...everyday.filter(({ step }) => step === 2),
    ...(kinds.length > 1 ? [make('supports', 3, { about: kinds })] : []),
    ...(ordning.months.length > 1 ? [make('months', 3, { about: ordning.months.map(String) })] : []),
    make('likes', 3),
    make('days', 3),
    make('company', 3),
  ]
}

/** Every page of "Se om I kan få det": only what decides, with the few things MitID will know later. */
export function quickQuestions(ordning: PublishedOrdning, answers: Answers): Question[] {
  return everydayQuestions(ordning.questions, answers).filter(({ kind }) => kind !== 'funder' && kind !== 'funded')
}

function everydayQuestions(questions: readonly FamilyQuestion[], answers: Answers): Question[] {
  return questions.flatMap((question): Question[] => {
    const { ask, criterionId, about } = question
    const of = (kind: QuestionKind, more: Partial<Question> = {}) => make(kind, 2, { criterionId, about, ...more })
    switch (ask) {
      case 'age': case 'lives-here': case 'grade': return [of(ask, { step: 1 })]
      case 'income': return [of('income'), of('adults'), of('children')]
      case 'benefits': return [of('benefit'), of('other-benefit')]
      case 'judged': return [of('judged', { id: `judged-${criterionId}`, words: question.question ?? question.says })]
      case 'paid-by-others': return about.flatMap((purse) => paidQuestions(purse, of, answers))
      default: return [of(ask)]
    }
  })
}

function paidQuestions(purse: string, of: (kind: QuestionKind, more: Partial<Question>) => Question, answers: Answers): Question[] {
  const one = (kind: QuestionKind) => of(kind, { id: `${kind}-${purse}`, about: [purse] })
  return answers[`paid-${purse}`] === 'yes' ? [one('paid'), one('funder'), one('funded')] : [one('paid')]
}
