import { hash } from 'node:crypto'
import { transformer } from '@medspil/contracts/transformer'
import { inputHash, type Tx } from '@medspil/db'
import { Conflict, Refused } from '../errors.ts'

/** The result of tRPC's next(), of which only the answer matters here. */
interface Answered { ok: true; data: unknown }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Gives the same id the same answer, for ever: the answer is stored in the transaction that did the work (promise 4).
 * A second call with the same id waits for the first. An input without a well-formed `requestId` goes on to the contract,
 * which refuses it in its own words.
 * @throws Refused when the id was used with other content
 */
export async function answerOnce<R>(tx: Tx, path: string, input: unknown, run: () => Promise<R>): Promise<R> {
  const id = (input as { requestId?: unknown } | undefined)?.requestId
  if (typeof id !== 'string' || !uuid.test(id)) return run()
  const actorId = onceActor(tx)
  // A forening's links reach different things of it: one never gets the answer that another was given.
  const procedure = tx.actor.kind === 'forening' ? `${path}/${tx.actor.purpose}/${tx.actor.subjectId}` : path
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tx.kommuneId}/${actorId}/${procedure}/${id}`}, 0))`
  const key = { kommuneId: tx.kommuneId, actorId, procedure, id }
  const known = await tx.db.once.findUnique({ where: { kommuneId_actorId_procedure_id: key } })
  if (known) {
    if (!isSame(tx, input, Buffer.from(known.inputHash))) throw new Refused({ reason: 'same-id-other-content' })
    // tRPC recognises a middleware's answer by this mark.
    return { ok: true, data: transformer.deserialize(known.answer), marker: 'middlewareMarker' } as R
  }
  const result = await run()
  const answer = transformer.serialize((result as unknown as Answered).data)
  await tx.db.once.createMany({ data: [{ ...key, inputHash: new Uint8Array(inputHash(tx.keys, tx.kommuneId, textOf(input))), answer: answer as never, at: tx.now.at }] }).catch((error: unknown) => {
    throw new Conflict(`the answer was not stored: ${String(error)}`)
  })
  return result
}

/** The id an answer is stored under; a visitor has none and shares the empty one. */
export function onceActor(tx: Tx): string {
  return (tx.actor.kind === 'link' ? tx.actor.personId : tx.actor.id) ?? '00000000-0000-0000-0000-000000000000'
}

/**
 * An unkeyed hash of an input that holds nothing but ids and choices, as the sign-up batch takes them; what people write is
 * hashed with the kommune's key.
 */
export function hashOf(input: unknown): Buffer {
  return hash('sha256', textOf(input), 'buffer')
}

/** Whether a stored hash is of this input. The byte before it names its key; one that is only as long as a hash had none. */
function isSame(tx: Tx, input: unknown, known: Buffer): boolean {
  return known.equals(known.length === 32 ? hashOf(input) : inputHash(tx.keys, tx.kommuneId, textOf(input), known[0]))
}

/** The input as one text that does not depend on the order of its keys. */
const textOf = (input: unknown): string => JSON.stringify(transformer.serialize(input), (_, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value)
