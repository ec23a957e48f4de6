import type { Answers } from './questions.ts'

/** An application that is being written, kept in this tab alone: it survives a login and a reload, not the tab. */
export interface Draft {
  answers: Answers
  /** Whose answers these are, from the first page seen while logged in; null before login. */
  ownerId: string | null
  /** ISO moment of the last save; null before the first answer. */
  savedAt: string | null
}

/** The tab's memory, or a stand-in for it in tests. */
export type DraftMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = (kommuneKey: string, ordningKey: string) => `medspil-draft:${kommuneKey}:${ordningKey}`
const empty: Draft = { answers: {}, ownerId: null, savedAt: null }

/**
 * The draft of this kommune and ordning. Families share phones: what another person has written is thrown away before
 * anything of it is shown.
 * @param readerId who is logged in; null when nobody is
 */
export function readDraft(memory: DraftMemory, kommuneKey: string, ordningKey: string, readerId: string | null): Draft {
  const draft = parse(memory.getItem(place(kommuneKey, ordningKey)))
  if (draft.ownerId === null || draft.ownerId === readerId || readerId === null) return draft
  forgetDraft(memory, kommuneKey, ordningKey)
  return empty
}

/** Keeps the answers at once. A draft without an owner becomes the reader's. */
export function saveDraft(memory: DraftMemory, kommuneKey: string, ordningKey: string, draft: Draft, readerId: string | null, now: Date): Draft {
  const saved = { answers: draft.answers, ownerId: draft.ownerId ?? readerId, savedAt: now.toISOString() }
  memory.setItem(place(kommuneKey, ordningKey), JSON.stringify(saved))
  return saved
}

/** Leaves nothing behind: the application is sent, or another person sits here now. */
export function forgetDraft(memory: DraftMemory, kommuneKey: string, ordningKey: string): void {
  memory.removeItem(place(kommuneKey, ordningKey))
}

function parse(text: string | null): Draft {
  if (text === null) return empty
  try {
    return { ...empty, ...JSON.parse(text) as Partial<Draft> }
  } catch {
    return empty
  }
}
