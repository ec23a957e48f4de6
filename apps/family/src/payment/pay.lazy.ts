import { createLazyRoute } from '@tanstack/react-router'
import { PayPage } from './pay-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/betal/$programId')({ component: PayPage })
