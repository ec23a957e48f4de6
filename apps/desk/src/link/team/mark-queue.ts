/** A mark made on this phone that the server has not yet answered. Its id is the mark's own, so sending it again is safe. */
export interface QueuedMark { requestId: string; rowId: string; day: string; timeFrom?: string; mark: 'present' | 'absent' | 'unknown'; markedAt: string }

/** Where marks wait until there is a network; they survive that the page is closed. */
export type QueueMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One queue per team, so that a newer link to the same team sends what an older one could not. */
const place = (offerId: string) => `medspil-marks:${offerId}`

/** What waits for a team, oldest first. Unreadable memory is an empty queue. */
export function readQueue(offerId: string, memory: QueueMemory): QueuedMark[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(place(offerId)) ?? '[]')
    return Array.isArray(kept) ? (kept as QueuedMark[]) : []
  } catch {
    return []
  }
}

/**
 * Adds a mark at the end. Written before it is sent. It takes the place of one that waits for the same child at the same
 * meeting, so that a child marked twice without a network arrives once.
 */
export function addToQueue(offerId: string, mark: QueuedMark, memory: QueueMemory): QueuedMark[] {
  return write(offerId, [...readQueue(offerId, memory).filter((waiting) => !isSame(waiting, mark)), mark], memory)
}

const isSame = (a: Omit<QueuedMark, 'requestId' | 'mark' | 'markedAt'>, b: typeof a) => a.rowId === b.rowId && a.day === b.day && a.timeFrom === b.timeFrom

/** Takes an answered mark out. */
export function takeFromQueue(offerId: string, requestId: string, memory: QueueMemory): QueuedMark[] {
  return write(offerId, readQueue(offerId, memory).filter((mark) => mark.requestId !== requestId), memory)
}

function write(offerId: string, queue: QueuedMark[], memory: QueueMemory): QueuedMark[] {
  if (queue.length === 0) memory.removeItem(place(offerId))
  else memory.setItem(place(offerId), JSON.stringify(queue))
  return queue
}

/** What a row shows: the last mark waiting on this phone, else what the server has. */
export function shownMark(server: 'present' | 'absent' | null, queue: readonly QueuedMark[], rowId: string, day: string, timeFrom?: string): 'present' | 'absent' | null {
  const waiting = queue.findLast((mark) => isSame(mark, { rowId, day, ...(timeFrom !== undefined && { timeFrom }) }))
  if (!waiting) return server
  return waiting.mark === 'unknown' ? null : waiting.mark
}

/**
 * Sends what waits, in the order it was made. An answer, also a no, takes the mark out; silence stops and keeps the rest.
 * @param send resolves when the server has taken the mark; rejects with its no or with silence
 * @param keeps whether the mark must be kept after an error, to be sent again: no answer, or a link that ended
 * @returns what the server said no to, and the error that stopped the sending
 */
export async function sendQueue(
  offerId: string, memory: QueueMemory, send: (mark: QueuedMark) => Promise<unknown>, keeps: (error: unknown) => boolean,
): Promise<{ refused: unknown[]; stoppedBy: unknown }> {
  const refused: unknown[] = []
  for (let [next] = readQueue(offerId, memory); next; [next] = readQueue(offerId, memory)) {
    try {
      await send(next)
    } catch (error) {
      if (keeps(error)) return { refused, stoppedBy: error }
      refused.push(error)
    }
    takeFromQueue(offerId, next.requestId, memory)
  }
  return { refused, stoppedBy: null }
}
