import type { LinkPurpose } from '@medspil/domain/access'
import type { ComponentType } from 'react'

/** The one page each kind of link opens. A room adds its own line: `'team-list': lazy(() => import('./team-list.tsx'))`. */
export const pages: Partial<Record<LinkPurpose, ComponentType>> = {}
