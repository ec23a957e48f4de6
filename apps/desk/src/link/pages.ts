import type { LinkPurpose } from '@medspil/domain/access'
import { lazy } from 'react'
import type { ComponentType } from 'react'

/** The one page each kind of link opens. A question to a family opens in its own app instead. */
export const pages: Partial<Record<LinkPurpose, ComponentType>> = {
  'signup-answer': lazy(() => import('./answer/answer-page.tsx')),
  'team-list': lazy(() => import('./team/team-page.tsx')),
  'forening-desk': lazy(() => import('./board/board-page.tsx')),
}
