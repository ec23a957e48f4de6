import { createLazyRoute } from '@tanstack/react-router'
import { SignupPage } from './signup-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/find/$offerId/tilmeld')({ component: SignupPage })
