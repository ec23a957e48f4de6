import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useActor } from '../frame/actor.tsx'
import { menu } from '../menu.ts'

/** The kommune's address leads straight to the first door of one's role. */
export function HomePage() {
  const { role } = useActor()
  const { kommune } = useParams({ from: '/$kommune' })
  const navigate = useNavigate()
  // A room's path is known to the router only once that room is built, so it travels as plain text.
  const home: string = `/${kommune}/${menu[role][0].path}`
  useEffect(() => {
    void navigate({ to: home, replace: true })
  }, [home, navigate])
  return null
}
