import type { KommuneView, WhoAmI } from '@medspil/contracts/access'
import { createContext, use } from 'react'
import type { DeskRole } from '../menu.ts'

/** Who works here, in which role, for which kommune. */
export interface DeskActor {
  kommune: KommuneView
  role: DeskRole
  id: string | null
  name: string
  otherRoles: WhoAmI['otherRoles']
}

const ActorContext = createContext<DeskActor | null>(null)

/** Gives the pages below the one who is logged in. */
export const ActorProvider = ActorContext

/** Who is logged in. Only below the desk's frame. */
export function useActor(): DeskActor {
  const actor = use(ActorContext)
  if (!actor) throw new Error('useActor stands outside the frame of the desk')
  return actor
}
