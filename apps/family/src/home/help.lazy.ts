import { createLazyRoute } from '@tanstack/react-router'
import { AccessibilityPage } from './accessibility-page.tsx'
import { LoginFailedPage } from './login-failed-page.tsx'
import { WithoutMitIdPage } from './without-mitid-page.tsx'

/** Loaded when the page is opened. */
export const withoutMitIdRoute = createLazyRoute('/$kommune/uden-mitid')({ component: WithoutMitIdPage })
export const accessibilityRoute = createLazyRoute('/$kommune/was')({ component: AccessibilityPage })
export const loginFailedRoute = createLazyRoute('/$kommune/login-fejl')({ component: LoginFailedPage })
