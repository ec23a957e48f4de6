import { createLazyRoute } from '@tanstack/react-router'
import { OfferPage } from './offer-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/find/$offerId')({ component: OfferPage })
