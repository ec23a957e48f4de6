import { ore, type Ore } from '@medspil/ledger'
import { parseDay, type Day } from '../day.ts'
import type { Leaf } from './leaf.ts'

/** One thing wrong in a JSON document: where, and what was expected there. */
export type ShapeFault = { path: string; expected: string; found: string }

/** Reads a T strictly out of JSON. Faults are collected, so that an author sees all of them at once. */
export type Shape<T> = (json: unknown, path: string, faults: ShapeFault[]) => T

const found = (json: unknown): string => {
  const text = json === undefined ? 'nothing' : JSON.stringify(json) ?? typeof json
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Records a fault; the returned value is never used, because `readShape` gives no value when there are faults. */
const fault = <T>(json: unknown, path: string, faults: ShapeFault[], expected: string): T => {
  faults.push({ path, expected, found: found(json) })
  return undefined as T
}

const test = <T>(expected: string, holds: (json: unknown) => boolean): Shape<T> => (json, path, faults) =>
  holds(json) ? json as T : fault(json, path, faults, expected)

/** A text of at least one character. */
export const text: Shape<string> = test('a text', (json) => typeof json === 'string' && json.trim() !== '')

/** true or false. */
export const flag: Shape<boolean> = test('true or false', (json) => typeof json === 'boolean')

/** A whole number from `least` to `most`, both included. */
export const whole = (least: number, most: number): Shape<number> =>
  test(`a whole number from ${least} to ${most}`,
    (json) => Number.isInteger(json) && (json as number) >= least && (json as number) <= most)

/** A day and month without a year, `MM-DD`; 29 February is refused because most years lack it. */
export const monthDay: Shape<string> =
  test('a day of the year as MM-DD', (json) => typeof json === 'string' && parseDay(`2026-${json}`) !== null)

/** A calendar day, `YYYY-MM-DD`. */
export const dayShape: Shape<Day> =
  test('a day as YYYY-MM-DD', (json) => typeof json === 'string' && parseDay(json) !== null)

/** One of the given words. */
export const word = <const T extends string>(...words: readonly T[]): Shape<T> =>
  test(`one of ${words.join(', ')}`, (json) => (words as readonly unknown[]).includes(json))

/** A non-negative amount: whole øre as an integer or as a text of digits. Becomes a bigint. */
export const amount: Shape<Ore> = (json, path, faults) => {
  if (typeof json === 'number' && Number.isSafeInteger(json) && json >= 0) return ore(json)
  if (typeof json === 'string' && /^\d{1,15}$/.test(json)) return ore(BigInt(json))
  return fault(json, path, faults, 'an amount in whole øre')
}

/** A list whose every item has the shape. `least` is the fewest items allowed. */
export const list = <T>(item: Shape<T>, least = 0): Shape<T[]> => (json, path, faults) =>
  Array.isArray(json) && json.length >= least
    ? json.map((child, at) => item(child, `${path}.${at}`, faults))
    : fault(json, path, faults, least === 0 ? 'a list' : `a list of at least ${least}`)

/** The shapes of an object's fields. */
export type Fields<T> = { [K in keyof T]-?: Shape<T[K]> }

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** An object with exactly these fields; an extra field is a fault, so that a spelling mistake is never a silent null. */
export const object = <T extends object>(fields: Fields<T>): Shape<T> => (json, path, faults) => {
  if (!isRecord(json)) return fault(json, path, faults, 'an object')
  for (const key of Object.keys(json)) {
    if (!Object.hasOwn(fields, key)) faults.push({ path: under(path, key), expected: 'no such field', found: found(json[key]) })
  }
  const entries = Object.entries<Shape<unknown>>(fields as Record<string, Shape<unknown>>)
  return Object.fromEntries(entries.map(([key, shape]) => [key, shape(json[key], under(path, key), faults)])) as T
}

type VariantFields<T extends { kind: string }> = { [K in T['kind']]: Fields<Omit<Extract<T, { kind: K }>, 'kind'>> }

/** One of several objects told apart by `kind`; each kind lists exactly its own further fields. */
export const variant = <T extends { kind: string }>(kinds: VariantFields<T>): Shape<T> => (json, path, faults) => {
  const kind = isRecord(json) ? json.kind : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    return fault(kind, under(path, 'kind'), faults, `one of ${Object.keys(kinds).join(', ')}`)
  }
  const fields = kinds[kind as T['kind']] as Record<string, Shape<unknown>>
  return object({ kind: word(kind), ...fields })(json, path, faults) as unknown as T
}

/** A configurable value: the plain value, `null`, or `{ value, origin: 'eksempel' }`. */
export const leaf = <T>(shape: Shape<T>): Shape<Leaf<T>> => (json, path, faults) => {
  if (json === null) return null
  if (!isRecord(json) || !('origin' in json)) return shape(json, path, faults)
  return object({ value: shape, origin: word('eksempel') })(json, path, faults)
}

/** A value read whole, or every fault found in it. */
export const readShape = <T>(shape: Shape<T>, json: unknown): { value: T } | { faults: ShapeFault[] } => {
  const faults: ShapeFault[] = []
  const value = shape(json, '', faults)
  return faults.length === 0 ? { value } : { faults }
}
