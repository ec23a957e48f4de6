import { createLazyRoute } from '@tanstack/react-router'
import { PassPage } from './pass-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/fritidspas/$childId')({ component: PassPage })
