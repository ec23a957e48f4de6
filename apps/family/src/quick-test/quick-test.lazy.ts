import { createLazyRoute } from '@tanstack/react-router'
import { QuickTestPage } from './quick-test-page.tsx'

/** Loaded when the page is opened. */
export const Route = createLazyRoute('/$kommune/kan-vi-faa-det')({ component: QuickTestPage })
