import { createLazyRoute } from '@tanstack/react-router'
import { ApplyPage } from './apply-page.tsx'
import { CheckPage } from './check-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { ReceiptPage } from './receipt-page.tsx'

/** Loaded when an application is begun; its pages come together, so that no question waits for a network. */
export const applyRoute = createLazyRoute('/$kommune/ansoeg')({ component: ApplyPage })
export const questionRoute = createLazyRoute('/$kommune/ansoeg/$ordning/$question')({ component: QuestionPage })
export const checkRoute = createLazyRoute('/$kommune/ansoeg/$ordning/tjek')({ component: CheckPage })
export const receiptRoute = createLazyRoute('/$kommune/kvittering/$applicationId')({ component: ReceiptPage })
