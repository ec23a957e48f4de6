import { createLazyRoute } from '@tanstack/react-router'
import { WhoLookedPage } from './who-looked-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/hvem-har-set')({ component: WhoLookedPage })
