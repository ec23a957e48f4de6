import { createLazyRoute } from '@tanstack/react-router'
import { AfterwardsPage } from './afterwards-page.tsx'
import { CareNotePage } from './care-note-page.tsx'
import { DaysPage } from './days-page.tsx'

/** The days to come. Loaded when the page is opened. */
export const daysRoute = createLazyRoute('/$kommune/dage')({ component: DaysPage })
/** What the adults must know of one child at one activity. */
export const careNoteRoute = createLazyRoute('/$kommune/tilmelding/$signupId/oplysninger')({ component: CareNotePage })
/** What to go on with when an activity is over. */
export const afterwardsRoute = createLazyRoute('/$kommune/efter/$signupId')({ component: AfterwardsPage })
