import { createLazyRoute } from '@tanstack/react-router'
import { LetterPage } from './letter-page.tsx'
import { PapersPage } from './papers-page.tsx'

/** Loaded when the page is opened. */
export const papersRoute = createLazyRoute('/$kommune/papirer')({ component: PapersPage })
export const letterRoute = createLazyRoute('/$kommune/papirer/$letterId')({ component: LetterPage })
