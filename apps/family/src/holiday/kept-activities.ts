import { useState } from 'react'

const place = (programId: string) => `medspil-kept:${programId}`

function read(programId: string): string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(place(programId)) ?? '[]')
    return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/**
 * The activities a family keeps in mind until the programme opens. They stay in this tab alone and go with the login:
 * families share phones.
 */
export function useKeptActivities(programId: string): { kept: ReadonlySet<string>; toggle: (offerId: string) => void } {
  const [ids, setIds] = useState(() => read(programId))
  return {
    kept: new Set(ids),
    toggle: (offerId) => {
      const next = ids.includes(offerId) ? ids.filter((id) => id !== offerId) : [...ids, offerId]
      sessionStorage.setItem(place(programId), JSON.stringify(next))
      setIds(next)
    },
  }
}
