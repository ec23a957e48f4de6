import type { LinkPurpose } from '@medspil/domain/access'
import type { KommuneInfo } from '@medspil/ui'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { KeptHere } from './use-kept-list.ts'

/** What every errand gets: whose page it is, and what the phone kept of it. */
export interface ErrandProps { kommune: KommuneInfo; kept: KeptHere }

/** The one page each kind of link opens. A question to a family opens in its own app instead. */
export const pages: Partial<Record<LinkPurpose, ComponentType<ErrandProps>>> = {
  'signup-answer': lazy(() => import('./answer/answer-page.tsx')),
  'team-list': lazy(() => import('./team/team-page.tsx')),
  'forening-desk': lazy(() => import('./board/board-page.tsx')),
  'program-activities': lazy(() => import('./programme/programme-page.tsx')),
}
