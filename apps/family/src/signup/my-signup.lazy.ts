import { createLazyRoute } from '@tanstack/react-router'
import { MySignupPage } from './my-signup-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/tilmelding/$signupId')({ component: MySignupPage })
