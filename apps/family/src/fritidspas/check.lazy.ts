import { createLazyRoute } from '@tanstack/react-router'
import { CheckPage } from './check-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/pas')({ component: CheckPage })
