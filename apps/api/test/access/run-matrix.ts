import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import type { TestDatabase } from '@medspil/testing/database'
import { changedTables, checksums, type Commits } from '@medspil/testing'
import type { Gateways } from '../../src/gateways/index.ts'
import { type ActorName, actorNames, related } from './actors.ts'
import { type Answer, isMutation, type ProcedurePath, reasonOf, send, wire } from './call.ts'
import { canaries } from './people.ts'

/** What a run needs. */
export interface Field {
  test: TestDatabase
  commits: Commits
  gateways: Gateways
  actors: Record<ActorName, Actor>
  inputs: Record<ProcedurePath, object | undefined>
  matrix: Record<ProcedurePath, readonly ActorName[]>
  refusals: Partial<Record<ProcedurePath, Partial<Record<ActorName, string>>>>
  /** Ids of the world's things: in nobody's answer who may not see them, and the ones that are swapped for missing ones. */
  ids: readonly string[]
}

/** What was seen. A fault is a sentence; there must be none. */
export interface Seen { calls: number; denied: number; allowed: number; missing: number; faults: string[]; answers: Map<string, Answer> }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const notFound = 404

/** An input with a new request id where the procedure takes one. */
export const asked = (path: ProcedurePath, input: object | undefined): string | undefined => wire(isMutation(path) ? { ...input, requestId: newId() } : input)

/**
 * Asks every procedure as everybody. The denied first and for real, with the whole database compared before and after; then
 * the allowed, as if; then the allowed again about things that do not exist, whose answer must be the denied one to the letter.
 */
export async function runMatrix(field: Field, paths: readonly ProcedurePath[]): Promise<Seen> {
  const seen: Seen = { calls: 0, denied: 0, allowed: 0, missing: 0, faults: [], answers: new Map() }
  const bodies = new Set<string>()
  let before = await checksums(field.test.admin)
  for (const path of paths) {
    const mayAsk = new Set(field.matrix[path])
    const call = (name: ActorName, json: string | undefined) => {
      seen.calls += 1
      return send(field.test.database, field.gateways, field.actors[name], path, json)
    }
    await Promise.all(actorNames.filter((name) => !mayAsk.has(name)).map(async (name) => {
      const { status, body } = await call(name, asked(path, field.inputs[path]))
      if (status === notFound) bodies.add(body)
      else seen.faults.push(`${path}: ${name} may not, and was answered ${status} ${body.slice(0, 200)}`)
      seen.denied += 1
    }))
    const after = await checksums(field.test.admin)
    const changed = changedTables(before, after)
    if (changed.length > 0) seen.faults.push(`${path}: a denied call changed ${changed.join(', ')}`)
    before = after

    field.commits.fate = 'as-if'
    for (const name of mayAsk) {
      const answer = await call(name, asked(path, field.inputs[path]))
      const rule = field.refusals[path]?.[name]
      if (rule ? reasonOf(answer) !== rule : answer.status !== 200) seen.faults.push(`${path}: ${name} may, and was answered ${answer.status} ${answer.body.slice(0, 300)}`)
      seen.faults.push(...leaks(field, path, name, answer))
      seen.answers.set(`${path} ${name}`, answer)
      seen.allowed += 1
      const missing = asked(path, field.inputs[path])?.replace(uuid, (id) => (field.ids.includes(id) ? newId() : id))
      if (!missing || !field.ids.some((id) => asked(path, field.inputs[path])?.includes(id))) continue
      const gone = await call(name, missing)
      if (gone.status !== notFound) seen.faults.push(`${path}: ${name} asked for what is not there and was answered ${gone.status} ${gone.body.slice(0, 200)}`)
      else bodies.add(gone.body)
      seen.missing += 1
    }
    field.commits.fate = 'commit'
  }
  if (bodies.size > 1) seen.faults.push(`denied and missing can be told apart: ${[...bodies].join(' / ')}`)
  return seen
}

/** What an answer says that its reader has no business with. */
function leaks({ actors, ids, inputs }: Field, path: ProcedurePath, name: ActorName, { body }: Answer): string[] {
  const said = JSON.stringify([wire(inputs[path]) ?? '', wire(actors[name])])
  const words: string[] = [canaries.cpr, canaries.address, ...(related.includes(name) ? [] : [canaries.childName, canaries.reason, canaries.income])]
  const found = words.filter((word) => body.includes(word) && !said.includes(word))
  if (name.startsWith('abroad')) found.push(...ids.filter((id) => body.includes(id) && !said.includes(id)))
  return found.map((what) => `${path}: ${name} was told ${what}`)
}
