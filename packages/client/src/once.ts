import { newId } from './id.ts'

/** Where the ids of unanswered acts wait: the tab's own memory, so that a reload tries the same act again. */
export type OnceMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = (act: string) => `medspil-once:${act}`

/** The id of an act, made and stored before it is sent; the same one until the act has been answered. */
export function requestIdOf(act: string, memory: OnceMemory): string {
  const known = memory.getItem(place(act))
  if (known) return known
  const id = newId()
  memory.setItem(place(act), id)
  return id
}

/** Forgets the id, because the server has answered; the next press is a new act. */
export function forgetRequestId(act: string, memory: OnceMemory): void {
  memory.removeItem(place(act))
}

/**
 * Whether the server has said its last word. A yes and a no are answers; silence and a broken server are not, since the
 * act may or may not have been done, and only the same id can find out.
 */
export function isAnswered(error: { data?: { httpStatus?: number } | null } | null): boolean {
  if (error === null) return true
  const status = error.data?.httpStatus
  return status !== undefined && status < 500
}

/**
 * Sends an act under its own id and forgets the id when it has been answered. The act is the one that is sent: whatever the
 * page has turned to meanwhile, an id left behind would give a later act of the same content the old answer, undone.
 */
export async function sendOnce<Answer>(act: string, memory: OnceMemory, send: (requestId: string) => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await send(requestIdOf(act, memory))
    forgetRequestId(act, memory)
    return answer
  } catch (error) {
    if (isAnswered(error as Parameters<typeof isAnswered>[0])) forgetRequestId(act, memory)
    throw error
  }
}
