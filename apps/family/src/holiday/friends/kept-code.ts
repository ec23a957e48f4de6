import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useReducer } from 'react'

const place = (programId: string) => `medspil-friend-code:${programId}`

/**
 * The code of an invitation. It stands behind the # of the link, where no server sees it, and is taken out of the address at
 * once: a login on the way would carry the address along. The tab keeps it until it is used.
 */
export function useKeptCode(programId: string): { code: string; keep: (code: string) => void } {
  const hash = useLocation({ select: (location) => location.hash.replace(/^#/, '') })
  const navigate = useNavigate()
  const [, showAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    if (!hash) return
    sessionStorage.setItem(place(programId), hash)
    void navigate({ to: '.', hash: '', replace: true } as never)
  }, [hash, navigate, programId])
  const keep = (next: string) => {
    if (next) sessionStorage.setItem(place(programId), next)
    else sessionStorage.removeItem(place(programId))
    showAgain()
  }
  return { code: hash || (sessionStorage.getItem(place(programId)) ?? ''), keep }
}
