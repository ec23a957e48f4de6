import { createLazyRoute } from '@tanstack/react-router'
import { GuidePage } from './guide-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/guide')({ component: GuidePage })
