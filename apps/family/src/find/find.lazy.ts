import { createLazyRoute } from '@tanstack/react-router'
import { FindPage } from './find-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/find')({ component: FindPage })
