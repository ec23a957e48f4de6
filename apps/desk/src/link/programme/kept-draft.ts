import { useEffect, useState } from 'react'
import { keptDraft, type ActivityDraft } from '../../holiday-program/activity/activity-draft.ts'

/**
 * What is typed stays in this browser until it is sent, so that a closed phone loses nothing. No person is in it.
 * @param key one form: the programme and the activity, or `new`
 * @returns the draft, how to change it, how to forget it, and whether it was typed earlier
 */
export function useKeptDraft(key: string, start: ActivityDraft) {
  const place = `medspil-activity-${key}`
  const [kept] = useState(() => keptDraft(localStorage.getItem(place), start))
  const [draft, setDraft] = useState(kept ?? start)
  const [isTouched, setTouched] = useState(kept !== null)
  useEffect(() => {
    if (isTouched) localStorage.setItem(place, JSON.stringify(draft))
  }, [draft, isTouched, place])
  return {
    draft, isKept: kept !== null,
    put: <Key extends keyof ActivityDraft>(field: Key, value: ActivityDraft[Key]) => {
      setTouched(true)
      setDraft((before) => ({ ...before, [field]: value }))
    },
    forget: () => {
      setTouched(false)
      localStorage.removeItem(place)
    },
    startOver: () => {
      setTouched(false)
      localStorage.removeItem(place)
      setDraft(start)
    },
  }
}
