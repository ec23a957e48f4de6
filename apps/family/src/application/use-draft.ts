import { useCallback, useState } from 'react'
import { forgetDraft, readDraft, saveDraft } from './draft.ts'
import type { Draft } from './draft.ts'

/** The draft of this tab, saved with every answer. `readerId` is who is logged in, null for nobody. */
export function useDraft(kommuneKey: string, ordningKey: string, readerId: string | null) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage, kommuneKey, ordningKey, readerId))
  const answer = useCallback((questionId: string, value: string | readonly string[]) => {
    setDraft((before) => saveDraft(sessionStorage, kommuneKey, ordningKey, { ...before, answers: { ...before.answers, [questionId]: value } }, readerId, new Date()))
  }, [kommuneKey, ordningKey, readerId])
  const forget = useCallback(() => forgetDraft(sessionStorage, kommuneKey, ordningKey), [kommuneKey, ordningKey])
  return { draft, answer, forget }
}
