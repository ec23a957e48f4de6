import { createLazyRoute } from '@tanstack/react-router'
import { ApplicationPage, CoursePage } from './course-page.tsx'

/** Loaded when the page is opened. */
export const courseRoute = createLazyRoute('/$kommune/forloeb')({ component: CoursePage })
export const applicationRoute = createLazyRoute('/$kommune/forloeb/$applicationId')({ component: ApplicationPage })
