import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A named set of JSON values by id, in the order they were first written. */
export type Collection<Value> = {
  get(id: string): Value | undefined
  put(id: string, value: Value): Value
  remove(id: string): void
  /** Those that `keep` accepts, or all of them. Values are copies. */
  all(keep?: (value: Value) => boolean): Value[]
}

/** The stand-ins' memory: an append-only file of JSON lines, so that a kill at any moment loses at most half a line. */
export type Store = {
  collection<Value>(name: string): Collection<Value>
}

type Line = { c: string; id: string; v?: unknown }

/** Opens (or makes) the store in `file`; the file is compacted at opening. A torn last line is dropped. */
export function openStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true })
  const collections = new Map<string, Map<string, unknown>>()
  const mapOf = (name: string) => {
    const known = collections.get(name) ?? new Map<string, unknown>()
    collections.set(name, known)
    return known
  }
  if (existsSync(file)) {
    for (const line of readLines(file)) {
      if (line.v === undefined) mapOf(line.c).delete(line.id)
      else mapOf(line.c).set(line.id, line.v)
    }
  }
  compact(file, collections)

  const write = (line: Line) => appendFileSync(file, `${JSON.stringify(line)}\n`)
  return {
    collection<Value>(name: string): Collection<Value> {
      const values = mapOf(name) as Map<string, Value>
      return {
        get: id => structuredClone(values.get(id)),
        put(id, value) {
          write({ c: name, id, v: value })
          values.set(id, structuredClone(value))
          return value
        },
        remove(id) {
          write({ c: name, id })
          values.delete(id)
        },
        all: (keep = () => true) => structuredClone([...values.values()].filter(keep)),
      }
    },
  }
}

function readLines(file: string): Line[] {
  const lines: Line[] = []
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (text === '') continue
    try {
      lines.push(JSON.parse(text) as Line)
    } catch {
      break
    }
  }
  return lines
}

function compact(file: string, collections: Map<string, Map<string, unknown>>): void {
  const lines: string[] = []
  for (const [c, values] of collections) for (const [id, v] of values) lines.push(JSON.stringify({ c, id, v } satisfies Line))
  writeFileSync(`${file}.new`, lines.length > 0 ? `${lines.join('\n')}\n` : '')
  renameSync(`${file}.new`, file)
}
