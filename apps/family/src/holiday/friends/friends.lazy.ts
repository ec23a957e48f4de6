import { createLazyRoute } from '@tanstack/react-router'
import { FriendsPage } from './friends-page.tsx'

/** Loaded when a family goes together with friends. */
export const Route = createLazyRoute('/$kommune/ferie/$programId/venner')({ component: FriendsPage })
