import { createLazyRoute } from '@tanstack/react-router'
import { ProgramsPage } from './programs-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/ferie')({ component: ProgramsPage })
