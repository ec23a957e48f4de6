import { createLazyRoute } from '@tanstack/react-router'
import { SvarPage } from './svar-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/svar')({ component: SvarPage })
