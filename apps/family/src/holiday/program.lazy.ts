import { createLazyRoute } from '@tanstack/react-router'
import { ProgramPage } from './program-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/ferie/$programId')({ component: ProgramPage })
