import type { Json } from '@medspil/domain/ordning'
import { isEksempel } from '@medspil/domain/ordning'
import { counted } from '@medspil/wording/counted'
import { sayRule } from '@medspil/wording/letter'
import { capital, fieldNames, partNames, ruleWords } from './words.ts'

/** One value of the rules that stands by itself. */
export interface RuleLeaf {
  /** Where it is in the JSON (`pass.together.amount`), as the server's faults name it. */
  path: string
  /** What it is called within its group. */
  label: string
  /** The value without its eksempel mark; null: nobody has given it. */
  value: Json
  isEksempel: boolean
}

/** Values that belong together: the rule's own kind, one criterion, one purse, one door. */
export interface RuleGroup {
  key: string
  /** Null for what stands directly in the section. */
  title: string | null
  leaves: RuleLeaf[]
}

const isList = (value: Json): value is Json[] => Array.isArray(value)
const isObject = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !isList(value)
const isPlainList = (value: Json) => isList(value) && value.every((item) => !isObject(item))
const join = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)

/** The path as it is said: without the marks and numbers that only the JSON needs. */
const spoken = (path: string) => path.split('.').filter((part) => part !== 'value').join('.').replace(/(^|\.)rule\.(?=.)/, '$1')

/** The values of one section, in groups, in the order of the rules. */
export function groupsOf(rules: Json, section: string): RuleGroup[] {
  const root: RuleGroup = { key: section, title: null, leaves: [] }
  const groups = [root]
  const below = isObject(rules) ? rules[section] ?? null : null
  walk(below, section, section, root, groups, false)
  return groups.filter(({ title, leaves }) => title !== null || leaves.length > 0)
}

/**
 * @param base the path of the group, so that a label says only what is below it
 * @param marked whether a mark around a whole structure makes each value in it an eksempel
 */
function walk(value: Json, path: string, base: string, group: RuleGroup, groups: RuleGroup[], marked: boolean): void {
  if (isEksempel(value)) {
    const inner = value.value as Json
    if (inner === null || !isObject(inner) && (!isList(inner) || isPlainList(inner))) return add(group, path, base, inner, true)
    return walk(inner, join(path, 'value'), base, group, groups, true)
  }
  if (value === null || !isObject(value) && (!isList(value) || isPlainList(value))) return add(group, path, base, value, marked)
  if (isList(value)) {
    value.forEach((item, at) => {
      const own: RuleGroup = { key: join(path, at), title: titleOf(item, path), leaves: [] }
      groups.push(own)
      walk(item, join(path, at), join(path, at), own, groups, marked)
    })
    return
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === 'kind' || key === 'id' || key === 'part') {
      // The kind of a rule is its shape: it is read here and changed with Medspil, not in a form.
      if (key === 'kind' && path !== group.key && typeof child === 'string') group.leaves.push({ path: join(path, key), label: labelOf(path, base), value: child, isEksempel: marked })
    } else walk(child, join(path, key), base, group, groups, marked)
  }
}

function add(group: RuleGroup, path: string, base: string, value: Json, marked: boolean): void {
  group.leaves.push({ path, label: labelOf(path, base), value, isEksempel: marked })
}

function labelOf(path: string, base: string): string {
  const below = spoken(path === base ? path : path.slice(base.length + 1)).split('.').filter((part) => !/^\d+$/.test(part))
  const last = below.at(-1) ?? ''
  return below.length === 1 && fieldNames[last] ? fieldNames[last] : capital(below.map((part) => partNames[part] ?? sayRule(part)).join(', '))
}

function titleOf(item: Json, path: string): string {
  if (!isObject(item)) return ''
  if (typeof item.says === 'string' && path === 'criteria') return item.says
  const name = [item.kind, item.part, item.id].find((word): word is string => typeof word === 'string')
  if (name !== undefined) return ruleWords[name] ?? checkName(name)
  const decisions = isList(item.decisions ?? null) ? (item.decisions as string[]) : []
  return decisions.length > 0 ? capital(decisions.map((decision) => ruleWords[decision] ?? decision).join(', ')) : ''
}

const checkName = (id: string) => {
  const [unit, count] = id.split('-')
  if (id === 'first-training') return 'Første træning'
  if (id === 'half-year') return 'Et halvt år'
  return unit === 'day' ? `Dag ${count}` : unit === 'month' ? counted(Number(count), 'måned', 'måneder') : capital(id.replaceAll('-', ' '))
}

/** The rules with other values at some paths. A value that is given by hand is the kommune's own and loses its mark. */
export function withValues(rules: Json, values: Readonly<Record<string, Json>>): Json {
  return Object.entries(values).reduce((all, [path, value]) => put(all, path.split('.'), value), rules)
}

function put(node: Json, [key, ...rest]: string[], value: Json): Json {
  if (key === undefined) return value
  if (isList(node)) return node.map((item, at) => (String(at) === key ? put(item, rest, value) : item))
  return isObject(node) ? { ...node, [key]: put(node[key] ?? null, rest, value) } : node
}
