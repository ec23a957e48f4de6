import type { Day } from '../day.ts'
import { isEksempel } from './leaf.ts'
import type { OrdningRules } from './rules.ts'

/** What is said about an ordning; Danish, shown as written. `aims` are words without a number: never scored. */
export type OrdningTexts = { forWhom: string; gives: string; aims: string[]; results: string[] }

/**
 * One dated version of an ordning. Published versions never change: a decision keeps the number of its version, and
 * the old version stays to explain it. `validTo` null: until a later version begins.
 */
export type OrdningVersion = {
  number: number
  validFrom: Day
  validTo: Day | null
  rules: OrdningRules
  texts: OrdningTexts
  /** Where the rules were read, by short name. */
  source: string
}

/** Why no version holds on a day. `next` is the first day one does, when there is one. */
export type VersionWhyNot = { reason: 'no-ordning-on-day'; day: Day; next: Day | null }

/** The version that holds on a day: the one with the highest number among those whose dates include it. */
export const ordningOn = <V extends Pick<OrdningVersion, 'number' | 'validFrom' | 'validTo'>>(versions: readonly V[], day: Day):
  { ok: true; version: V } | { ok: false; whyNot: VersionWhyNot } => {
  const [version] = versions
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .sort((a, b) => b.number - a.number)
  if (version) return { ok: true, version }
  const next = versions.map(({ validFrom }) => validFrom).filter((from) => from > day).sort()[0] ?? null
  return { ok: false, whyNot: { reason: 'no-ordning-on-day', day, next } }
}

/** One thing that differs between two versions. A side is undefined when the rule does not exist there. */
export type RuleChange = { path: string; before: unknown; after: unknown }

/**
 * What changed from `before` to `after`, rule by rule, for the administrator. Criteria and checks are matched by their
 * id and purses by their kind, so that moving one in the list is not a change.
 */
export const compareVersions = (before: OrdningRules, after: OrdningRules): RuleChange[] => changesUnder(before, after, '')

const changesUnder = (before: unknown, after: unknown, path: string): RuleChange[] => {
  if (same(before, after)) return []
  const [left, right] = [parts(before), parts(after)]
  if (left === null || right === null) return [{ path, before, after }]
  // Another kind is another rule: its fields cannot be told one by one.
  if (left.get('kind') !== right.get('kind')) return [{ path, before, after }]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    changesUnder(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`))
}

const parts = (value: unknown): Map<string, unknown> | null => {
  if (typeof value !== 'object' || value === null || isEksempel(value)) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const named = value.map((item: unknown) => nameOf(item))
  if (named.some((name) => name === null) || new Set(named).size !== named.length) return null
  return new Map(value.map((item, at) => [named[at] ?? '', item]))
}

const nameOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null
  if ('id' in item && typeof item.id === 'string') return item.id
  return 'kind' in item && typeof item.kind === 'string' ? item.kind : null
}

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return Array.isArray(a) === Array.isArray(b) && keys.length === Object.keys(b).length && keys.every((key) =>
    Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
