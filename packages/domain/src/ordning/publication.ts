import { given, unknownPaths } from './leaf.ts'
import { appealFaults, type AppealFault, type AppealableKind } from './legal-basis.ts'
import type { OrdningRules } from './rules.ts'

/** One reason why an ordning cannot be published; `path` points at the value on the administrator's screen. */
export type PublicationProblem =
  /** "—": nobody has given a value that the rules need. */
  | { problem: 'value-missing'; path: string }
  /** The source gives ages, but not the day they are measured on or whether the upper year counts. */
  | { problem: 'age-not-measured'; path: 'age' }
  | { problem: 'age-turned-round'; path: 'age'; from: number; to: number }
  | { problem: 'nothing-to-give'; path: 'pass' }
  | { problem: 'purse-twice'; path: string; purse: string }
  | { problem: 'criterion-id-twice'; path: string; id: string }
  | { problem: 'appeal-text-missing'; path: 'law.appeal'; decision: AppealableKind }
  | { problem: 'appeal-text-faulty'; path: 'law.appeal'; decision: AppealableKind; fault: AppealFault }
  /** Not one check says whether the child was kept, so the report would have nothing to count. */
  | { problem: 'no-kept-check'; path: 'followUp.checks' }

/** Why a version may not be published. */
export type PublicationWhyNot = { reason: 'ordning-not-publishable'; problems: PublicationProblem[] }

const appealable: readonly AppealableKind[] = ['partly-granted', 'refused', 'withdrawn', 'clawback']

/** Everything that stands between these rules and the public, in the order of the rules. Empty: may be published. */
export const publicationProblems = (rules: OrdningRules): PublicationProblem[] => [
  ...unknownPaths(rules).map((path) => ({ problem: 'value-missing', path }) as const),
  ...ageProblems(rules),
  ...giftProblems(rules),
  ...lawProblems(rules),
  ...followUpProblems(rules),
]

/** Whether this version may be published, or all that is in the way. */
export const mayPublish = (rules: OrdningRules): { ok: true } | { ok: false; whyNot: PublicationWhyNot } => {
  const problems = publicationProblems(rules)
  return problems.length === 0 ? { ok: true } : { ok: false, whyNot: { reason: 'ordning-not-publishable', problems } }
}

const ageProblems = ({ age }: OrdningRules): PublicationProblem[] => {
  if (age.kind === 'none') return []
  if (age.kind === 'unnamed') return [{ problem: 'age-not-measured', path: 'age' }]
  const from = given(age.from)
  const to = age.kind === 'underOnActivityDay' ? given(age.under) : given(age.to)
  return from !== null && to !== null && from > to ? [{ problem: 'age-turned-round', path: 'age', from, to }] : []
}

const giftProblems = ({ pass, guidance, guide, criteria }: OrdningRules): PublicationProblem[] => {
  const purses = pass.kind === 'offered' ? pass.purses.map(({ kind }) => kind) : []
  const ids = criteria.map(({ id }) => id)
  return [
    ...(pass.kind === 'notOffered' && guidance.kind === 'notOffered' && guide.kind === 'none'
      ? [{ problem: 'nothing-to-give', path: 'pass' } as const] : []),
    ...twice(purses).map(([purse, at]) => ({ problem: 'purse-twice', path: `pass.purses.${at}`, purse }) as const),
    ...twice(ids).map(([id, at]) => ({ problem: 'criterion-id-twice', path: `criteria.${at}`, id }) as const),
  ]
}

const twice = (items: readonly string[]): [string, number][] =>
  items.flatMap((item, at): [string, number][] => (items.indexOf(item) === at ? [] : [[item, at]]))

const lawProblems = ({ law }: OrdningRules): PublicationProblem[] => {
  const [basis, texts] = [given(law.basis), given(law.appeal)]
  if (basis === null || texts === null) return []
  return appealable.flatMap((decision): PublicationProblem[] => {
    const text = texts.find(({ decisions }) => decisions.includes(decision))
    return text === undefined
      ? [{ problem: 'appeal-text-missing', path: 'law.appeal', decision }]
      : appealFaults(basis.kind, text.parts).map((fault) => ({ problem: 'appeal-text-faulty', path: 'law.appeal', decision, fault }))
  })
}

const followUpProblems = ({ followUp }: OrdningRules): PublicationProblem[] => {
  if (followUp.kind === 'none') return []
  const checks = given(followUp.checks)
  return checks !== null && !checks.some(({ countsAsKept }) => countsAsKept)
    ? [{ problem: 'no-kept-check', path: 'followUp.checks' }] : []
}
