import { holdsCpr } from '../cpr.ts'
import { invalid } from './errors.ts'

/** What a parameter may hold. A nested object lists its own keys, `[kind]` is a list of such; `anything` is for the CLI's own door. */
export type Kind = 'anything' | 'string' | 'integer' | 'boolean' | 'strings' | 'range' | 'metadata' | readonly [Kind] | { readonly [key: string]: Kind }

/** Listed parameters of a request; the keys are held against stripe-node's own types. */
export type Accepts<Params> = { [Key in keyof Params]?: Kind }

type Tree = { [key: string]: string | Tree }

/** Metadata keys that our own code may send: opaque ids only (promises 3.4). */
export const metadataKeys = ['kommune', 'payment', 'line', 'payout', 'refund']

/** Reads `a[b][0]=c` into nested objects, as Stripe's v1 API does. */
export function readForm(text: string): Tree {
  const tree: Tree = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = name.replaceAll(']', '').split('[')
    let at = tree
    let key = first
    for (const next of rest) {
      const inner = at[key]
      const deeper: Tree = typeof inner === 'object' ? inner : {}
      at[key] = deeper
      at = deeper
      key = next === '' ? String(Object.keys(at).length) : next
    }
    at[key] = value
  }
  return tree
}

/**
 * Checks every parameter against the list and converts it. Throws `StripeRefusal` 400 on an unlisted or malformed one,
 * on anything like a CPR, and on a canary (a person's name).
 */
export function checkParams(tree: Tree, accepts: Record<string, Kind | undefined>, required: readonly string[], canaries: readonly string[]): Record<string, unknown> {
  refusePersonal(tree, canaries)
  const checked = convertAll(tree, accepts, '')
  for (const name of required) if (checked[name] === undefined) throw invalid(`Missing required param: ${name}.`, name, 'parameter_missing')
  return checked
}

function convertAll(tree: Tree, accepts: Record<string, Kind | undefined>, within: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => {
    const name = within === '' ? key : `${within}[${key}]`
    const kind = Object.hasOwn(accepts, key) ? accepts[key] : undefined
    if (kind === undefined) throw invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown')
    return [key, convert(value, kind, name)]
  }))
}

function convert(value: string | Tree, kind: Kind, name: string): unknown {
  if (kind === 'anything') return value
  if (kind === 'metadata') return metadata(value, name)
  if (kind === 'range') return typeof value === 'string' ? integer(value, name) : convertAll(value, { gt: 'integer', gte: 'integer', lt: 'integer', lte: 'integer' }, name)
  if (kind === 'strings') return typeof value === 'string' ? [value] : Object.values(value).map(one => text(one, name))
  if (isList(kind)) {
    if (typeof value === 'string') throw invalid('Invalid array', name)
    return Object.entries(value).map(([place, one]) => convert(one, kind[0], `${name}[${place}]`))
  }
  if (typeof kind === 'object') {
    if (typeof value === 'string') throw invalid('Invalid object', name)
    return convertAll(value, kind, name)
  }
  const plain = text(value, name)
  if (kind === 'integer') return integer(plain, name)
  if (kind === 'boolean') {
    if (plain !== 'true' && plain !== 'false') throw invalid(`Invalid boolean: ${plain}`, name)
    return plain === 'true'
  }
  if (plain === '') throw invalid(`You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset.`, name, 'parameter_invalid_empty')
  return plain
}

const isList = (kind: Kind): kind is readonly [Kind] => Array.isArray(kind)

function text(value: string | Tree, name: string): string {
  if (typeof value !== 'string') throw invalid('Invalid string', name)
  return value
}

function integer(plain: string, name: string): number {
  const number = Number(plain)
  if (!/^-?\d+$/.test(plain) || !Number.isSafeInteger(number)) throw invalid(`Invalid integer: ${plain}`, name, 'parameter_invalid_integer')
  return number
}

function metadata(value: string | Tree, name: string): Record<string, string> {
  if (value === '') return {}
  if (typeof value === 'string') throw invalid('Invalid object', name)
  for (const [key, id] of Object.entries(value)) {
    if (!metadataKeys.includes(key)) throw invalid(`Metadata key '${key}' is not on Medspil's list`, `${name}[${key}]`, 'medspil_privacy')
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(text(id, `${name}[${key}]`))) throw invalid(`Metadata '${key}' is not an opaque id`, `${name}[${key}]`, 'medspil_privacy')
  }
  return value as Record<string, string>
}

function refusePersonal(tree: Tree, canaries: readonly string[], within = ''): void {
  for (const [key, value] of Object.entries(tree)) {
    const name = within === '' ? key : `${within}[${key}]`
    if (typeof value === 'object') {
      refusePersonal(value, canaries, name)
      continue
    }
    if (holdsCpr(value)) throw invalid('This looks like a CPR number, which never goes to Stripe', name, 'medspil_privacy')
    const lower = value.toLowerCase()
    if (canaries.some(canary => lower.includes(canary))) throw invalid('This holds a person’s name, which never goes to Stripe', name, 'medspil_privacy')
  }
}
