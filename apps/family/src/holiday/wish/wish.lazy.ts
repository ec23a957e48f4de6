import { createLazyRoute } from '@tanstack/react-router'
import { DrawPage } from './draw-page.tsx'
import { WishesPage } from './wishes-page.tsx'

/** Loaded when a page of wishes is opened. */
export const wishesRoute = createLazyRoute('/$kommune/ferie/$programId/oensker')({ component: WishesPage })
export const drawRoute = createLazyRoute('/$kommune/ferie/$programId/lodtraekning')({ component: DrawPage })
