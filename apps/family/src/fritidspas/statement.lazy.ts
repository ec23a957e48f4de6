import { createLazyRoute } from '@tanstack/react-router'
import { StatementPage } from './statement-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/fritidspas/$childId/opgoerelse')({ component: StatementPage })
