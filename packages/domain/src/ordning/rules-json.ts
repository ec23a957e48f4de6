import type { OrdningRules } from './rules.ts'
import { ordningRulesShape } from './rules-shape.ts'
import { readShape, type ShapeFault } from './shape.ts'

/** Why a JSON document is not a set of rules: every fault with its path. */
export type RulesWhyNot = { reason: 'rules-not-readable'; faults: ShapeFault[] }

/** A JSON value, as stored in the database. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Reads rules out of JSON strictly: unknown fields, wrong kinds and amounts that are not whole øre are all faults. */
export const parseOrdningRules = (json: unknown): { ok: true; rules: OrdningRules } | { ok: false; whyNot: RulesWhyNot } => {
  const read = readShape(ordningRulesShape, json)
  return 'value' in read
    ? { ok: true, rules: read.value }
    : { ok: false, whyNot: { reason: 'rules-not-readable', faults: read.faults } }
}

/** The rules as JSON, amounts as whole øre. `parseOrdningRules` gives the same rules back. */
export const rulesToJson = (rules: OrdningRules): Json => toJson(rules)

const toJson = (value: unknown): Json => {
  if (typeof value === 'bigint') return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value as Json
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toJson(child)]))
}
