import type { Json } from '@medspil/domain/ordning'
import { formatDay, formatMoney } from '@medspil/ui'
import { sayList } from '@medspil/wording/letter'
import { kronerFromOre, oreFromKroner } from '../frame/kroner.ts'
import { leafKind } from './leaf-kind.ts'
import type { LeafKind } from './leaf-kind.ts'
import { capital, ruleWords } from './words.ts'

// A fixed word may stand anywhere in the answer, so only the answer as a whole gets its capital. What somebody wrote keeps its own.
const wordOf = (value: Json) => (typeof value === 'string' ? ruleWords[value]?.replace(/^./u, (letter) => letter.toLocaleLowerCase('da')) ?? value : String(value))

/** A value as the answer to its question: it begins with a capital, and what it lists does not. */
export const sayAnswer = (path: string, value: Json): string => capital(sayLeaf(path, value))

// A value as it is read within a sentence. Structures, which a comparison can hold, are said part by part.
function sayLeaf(path: string, value: Json): string {
  if (value === null) return 'ikke givet'
  // A criterion that names nothing stands in the way of everything.
  if (Array.isArray(value)) return value.length === 0 ? (path.endsWith('gates') ? 'alt' : 'ingen') : sayList(value.map((item) => sayLeaf(path, item)))
  if (typeof value === 'object') {
    if ('origin' in value) return `${sayLeaf(path, value.value ?? null)} (eksempel)`
    if (typeof value.says === 'string') return value.says
    return Object.entries(value).map(([key, child]) => (key === 'kind' ? wordOf(child) : sayLeaf(`${path}.${key}`, child))).join(', ')
  }
  if (leafKind(path, value) === 'amount' && (typeof value === 'number' || /^\d+$/.test(String(value)))) return formatMoney(BigInt(value))
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value)
  return wordOf(value)
}

/** A value as it stands in its field. Lists have one line for each. */
export function typedOf(kind: LeafKind, value: Json): string {
  if (value === null) return ''
  if (kind === 'amount') return kronerFromOre(BigInt(value as number | string))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('\n') : String(value)
}

/**
 * The value of what was typed; an empty field is a value nobody has given. What cannot be read is sent as it is typed, so
 * that the server, which has the one rule book, says what is wrong and where.
 */
export function valueOf(kind: LeafKind, typed: string): Json {
  const text = typed.trim()
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (kind === 'texts' || kind === 'words') return lines
  if (text === '') return null
  if (kind === 'yes-no') return text === 'yes'
  if (kind === 'number') return numberOf(text)
  if (kind === 'numbers') return lines.map(numberOf)
  if (kind !== 'amount') return text
  const ore = oreFromKroner(text)
  return ore === null ? text : ore <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(ore) : String(ore)
}

const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text)

/** How to repair a field that the server could not read. */
export const repairs: Record<LeafKind, string> = {
  number: 'Skriv et helt tal, som reglen tillader', amount: 'Skriv et beløb i kroner, fx 1.500', text: 'Skriv en tekst i den form, reglen kræver', 'yes-no': 'Vælg ja eller nej',
  word: 'Vælg en af mulighederne', words: 'Vælg mindst en', texts: 'Skriv mindst en linje', numbers: 'Skriv hele tal, et på hver linje', fixed: 'Reglen mangler en del',
}
