import { newId } from '@medspil/db'
import { createTestDatabase, type Commits, contentOf, governCommits, type TestDatabase } from '@medspil/testing'
import type { Actor } from '@medspil/domain/access'
import { type ActorName, actorNames } from '../access/actors.ts'
import { type Answer, type ProcedurePath, reasonOf, send, wire } from '../access/call.ts'
import { matrix, refusals } from '../access/matrix.ts'
import type { Gateways } from '../../src/gateways/index.ts'

/** One world, copied as often as needed. */
export interface Ground {
  /** The frozen database to copy. */
  name: string
  actors: Record<ActorName, Actor>
  inputs: Record<ProcedurePath, object | undefined>
  known: ReadonlySet<string>
  /** Fresh gateways that know the same people, one set per copy. */
  gateways(): Gateways
}

/** What was sent in which order; all with one id. `lost`: the answer of a commit never came back; `cut`: it never reached the server. */
export type Step = 'send' | 'twice-at-once' | 'cut' | 'lost' | 'other-content' | 'somebody-else'

/** Every schedule ends with the same call once more, whose answer must be the one call's. */
export const schedules: readonly (readonly Step[])[] = [
  ['cut', 'twice-at-once', 'other-content', 'somebody-else', 'send'],
  ['lost', 'send', 'twice-at-once', 'other-content', 'somebody-else', 'send'],
  ['twice-at-once', 'cut', 'lost', 'other-content', 'send', 'somebody-else', 'send'],
  ['cut', 'lost', 'cut', 'twice-at-once', 'send', 'other-content', 'somebody-else', 'send'],
]

/** A copy with its switch and its own outside world. */
export interface Copy { test: TestDatabase; commits: Commits; call(path: ProcedurePath, as: Actor, json: string | undefined): Promise<Answer> }

/** Copies the world. */
export async function copyOf(ground: Ground): Promise<Copy> {
  const test = await createTestDatabase(6, ground.name)
  const commits = governCommits(test.database.pool)
  const gateways = ground.gateways()
  return { test, commits, call: (path, as, json) => send(test.database, gateways, as, path, json) }
}

/** An answer without what chance makes, its keys in order: what was stored as jsonb has forgotten theirs. */
export function plain({ status, body }: Answer, known: ReadonlySet<string>): string {
  const sorted = JSON.stringify(JSON.parse(body), (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value)
  // The hash of a payout's lines is over ids made by chance.
  return `${status} ${sorted.replace(/"[0-9a-f]{64}"/g, '"?"').replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : '?'))}`
}

/** The same kind of input about something else: the contract takes it. */
export function otherContent(input: object, requestId: string): string {
  const json = wire({ ...input, requestId })!
  const { requestId: _, ...rest } = JSON.parse(json) as Record<string, unknown>
  const text = JSON.stringify(rest)
  const other = [[/"[0-9a-f]{8}-[0-9a-f-]{27}"/, () => `"${newId()}"`], [/:(\d+)/, (_all: string, n: string) => `:${Number(n) + 1}`], [/"active"/, () => '"stopped"'], [/"grant"/, () => '"nominate"'], [/localhost/, () => 'elsewhere'], [/"autumn"/, () => '"winter"']]
    .map(([from, to]) => text.replace(from as RegExp, to as (all: string, n: string) => string)).find((one) => one !== text)
  if (!other) throw new Error(`nothing to change in ${text}`)
  return JSON.stringify({ ...(JSON.parse(other) as object), requestId })
}

/** The first who may and whom no rule refuses. */
export const askerOf = (path: ProcedurePath): ActorName => matrix[path].find((name) => !refusals[path]?.[name])!

/** Runs one schedule. @returns sentences about what was wrong, and how many calls were made */
export async function runSchedule(copy: Copy, ground: Ground, path: ProcedurePath, requestId: string, schedule: readonly Step[]): Promise<{ faults: string[]; calls: number; last: Answer }> {
  const input = ground.inputs[path]!
  const actor = ground.actors[askerOf(path)]
  const json = wire({ ...input, requestId })
  const faults: string[] = []
  const oks: string[] = []
  let calls = 0
  let last: Answer = { status: 0, body: '' }
  const sendOne = async (text = json, as = actor) => { calls += 1; return copy.call(path, as, text) }
  for (const step of schedule) {
    if (step === 'cut' || step === 'lost') {
      copy.commits.fate = step === 'cut' ? 'crash-before' : 'crash-after'
      await sendOne().finally(() => { copy.commits.fate = 'commit' })
    } else if (step === 'other-content') {
      const answer = await sendOne(otherContent(input, requestId))
      // A read that is asked anew on purpose may differ; nothing else may be answered.
      if (answer.status === 200) faults.push(`${path}: other content under the same id was taken`)
      if (answer.status === 422 && reasonOf(answer) !== 'same-id-other-content') faults.push(`${path}: other content was refused because of ${String(reasonOf(answer))}`)
    } else if (step === 'somebody-else') {
      const stranger = actorNames.find((name) => !matrix[path].includes(name) && ground.actors[name].kind === actor.kind) ?? 'visitor'
      const answer = await sendOne(json, ground.actors[stranger])
      if (answer.status !== 404) faults.push(`${path}: ${stranger} knew another's id: ${answer.status}`)
    } else {
      for (const answer of await Promise.all(Array.from({ length: step === 'send' ? 1 : 2 }, () => sendOne()))) {
        oks.push(plain(answer, new Set()))
        last = answer
        if (answer.status !== 200) faults.push(`${path}: ${step} in ${schedule.join(', ')} was answered ${answer.status} ${answer.body.slice(0, 160)}`)
      }
    }
  }
  if (new Set(oks).size > 1) faults.push(`${path}: the same id got different answers`)
  return { faults, calls, last }
}

/** Lines that stand in one and not in the other, for the sentence of a fault. */
export function differenceOf(one: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  const missing = one.filter((line) => {
    const at = rest.indexOf(line)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [...missing.map((line) => `- ${line.slice(0, 220)}`), ...rest.map((line) => `+ ${line.slice(0, 220)}`)]
}

/** The world's content after something. */
export const contentNow = (copy: Copy, ground: Ground): Promise<string[]> => contentOf(copy.test.admin, ground.known)
