import { createLazyRoute } from '@tanstack/react-router'
import { OurHolidayPage } from './our-holiday-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/ferie/$programId/vores')({ component: OurHolidayPage })
