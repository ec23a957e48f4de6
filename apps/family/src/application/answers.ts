import type { FamilyAnswers, SubmitInput, Wishes } from '@medspil/contracts/application'
import type { PublishedOrdning, QuickTestInput } from '@medspil/contracts/ordning'
import type { Language } from '@medspil/domain/language'
import type { Answers, Question } from './questions.ts'
import { unknown } from './questions.ts'

type Purse = NonNullable<QuickTestInput['paidByOthers']>[number]
type Support = SubmitInput['supports'][number]['kind']

/** One written or chosen answer; undefined when there is none, or when nobody knows. */
const oneOf = (answers: Answers, id: string): string | undefined => {
  const value = answers[id]
  return typeof value === 'string' && value !== unknown && value.trim() !== '' ? value.trim() : undefined
}
const manyOf = (answers: Answers, id: string): readonly string[] => {
  const value = answers[id]
  return typeof value === 'object' ? value : []
}

/** Digits of a number as people write it ("250.000", "250 000 kr."); undefined when there are none. */
export function numberOf(text: string | undefined): number | undefined {
  const digits = text?.replace(/,\d{1,2}\b/, '').replace(/\D/g, '')
  return digits ? Number(digits) : undefined
}

const countIn = (answers: Answers, id: string) => numberOf(oneOf(answers, id))
const yesNo = (answers: Answers, id: string): boolean | undefined => {
  const value = oneOf(answers, id)
  return value === undefined ? undefined : value === 'yes'
}
const oreIn = (answers: Answers, id: string): bigint | undefined => {
  const kroner = countIn(answers, id)
  return kroner === undefined ? undefined : BigInt(kroner) * 100n
}

/** The answers both forms share. A question nobody could answer is left out: it is never a no. */
function everyday(answers: Answers) {
  const benefits = benefitsIn(answers)
  return withoutGaps({
    activity: oneOf(answers, 'activity') as FamilyAnswers['activity'],
    gradeBeforeHoliday: countIn(answers, 'grade'),
    income: oreIn(answers, 'income'),
    adults: countIn(answers, 'adults'),
    children: countIn(answers, 'children'),
    fripladsPercent: countIn(answers, 'friplads'),
    benefits,
    openCase: yesNo(answers, 'open-case'),
    schoolReferred: yesNo(answers, 'through-school'),
    fosterCare: yesNo(answers, 'foster-care'),
    isRenewal: yesNo(answers, 'renewal'),
  })
}

/** One entry for each grown-up, null for "ingen af dem"; nothing when one of the answers is not known. */
function benefitsIn(answers: Answers): (string | null)[] | undefined {
  const own = oneOf(answers, 'benefit')
  const other = oneOf(answers, 'other-benefit')
  if (own === undefined || other === undefined) return undefined
  const entry = (value: string) => (value === 'none' ? null : value)
  return other === 'nobody' ? [entry(own)] : [entry(own), entry(other)]
}

/** What "Se om I kan få det" asks the server; nothing of it is stored there or here. */
export function toQuickTest(ordning: PublishedOrdning, questions: readonly Question[], answers: Answers): QuickTestInput {
  const paid = questions.filter(({ kind }) => kind === 'paid')
  const judged = questions.filter(({ kind, id }) => kind === 'judged' && yesNo(answers, id) !== undefined)
  return withoutGaps({
    ordningKey: ordning.key,
    ...everyday(answers),
    age: countIn(answers, 'age'),
    livesHere: yesNo(answers, 'lives-here'),
    paidByOthers: paid.length > 0 ? paid.filter(({ id }) => answers[id] === 'yes').flatMap(({ about }) => about as readonly Purse[]) : undefined,
    says: judged.length > 0 ? Object.fromEntries(judged.map(({ id, criterionId }) => [criterionId ?? id, yesNo(answers, id) === true])) : undefined,
  })
}

/** What is sent, without the id that makes sending safe. */
export function toSubmit(
  ordning: PublishedOrdning, questions: readonly Question[], answers: Answers, childId: string, language: Language,
): Omit<SubmitInput, 'requestId'> {
  const asked = questions.some(({ kind }) => kind === 'supports') ? manyOf(answers, 'supports') : ordning.supports.map(({ kind }) => kind)
  return {
    childId,
    ordningKey: ordning.key,
    supports: asked.map((kind) => ({ kind: kind as Support })),
    start: null,
    months: countIn(answers, 'months') ?? null,
    activity: manyOf(answers, 'likes').join(', ').slice(0, 120) || null,
    answers: withoutGaps({ ...everyday(answers), paidByOthers: paidByOthers(questions, answers), statements: statements(questions, answers) }),
    wishes: wishesIn(answers),
    childView: oneOf(answers, 'own-words') ?? '',
    language,
  }
}

/** An empty list says that nobody else pays; undefined that it is not asked, or not known for every purse. */
function paidByOthers(questions: readonly Question[], answers: Answers): FamilyAnswers['paidByOthers'] {
  const paid = questions.filter(({ kind }) => kind === 'paid')
  if (paid.length === 0 || paid.some(({ id }) => oneOf(answers, id) === undefined)) return undefined
  return paid.filter(({ id }) => answers[id] === 'yes').flatMap(({ about }) => about.map((purse) => ({
    purse: purse as Purse, funder: oneOf(answers, `funder-${purse}`) ?? 'ikke oplyst', amount: oreIn(answers, `funded-${purse}`) ?? 0n,
  })))
}

function statements(questions: readonly Question[], answers: Answers): FamilyAnswers['statements'] {
  const said = questions.filter(({ kind }) => kind === 'judged').flatMap(({ id, criterionId }) => {
    const says = oneOf(answers, id)
    return says && criterionId ? [{ criterionId, says }] : []
  })
  return said.length > 0 ? said : undefined
}

function wishesIn(answers: Answers): Wishes {
  return {
    activities: [...manyOf(answers, 'likes')].slice(0, 6),
    days: manyOf(answers, 'days').map(Number),
    withWhom: oneOf(answers, 'company')?.slice(0, 120) ?? null,
    note: null,
  }
}

/** A key without a value is no answer to a strict contract. */
function withoutGaps<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape
}
