import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Choices, readChoices, writeChoices } from './choices.ts'

/** How many activities a page shows at first, and how many more a press brings. */
export const pageSize = 20

/** The last address of a programme's list in this tab, so that "back" from an activity finds the same list. */
const lastSearch = new Map<string, string>()

/** The way back to a programme with the choices as they stood. */
export const programHref = (path: string): string => `${path}${lastSearch.get(path) ?? ''}`

/** The choices in the address, and how to change them. A change replaces the address, so "back" leaves the list in one step. */
export function useProgramSearch(path: string): { choices: Choices; shown: number; change: (choices: Choices) => void; showMore: () => void } {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const shown = Math.max(pageSize, Number(search.vis) || 0)
  lastSearch.set(path, location.search)
  const go = (part: Record<string, unknown>) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace: true, resetScroll: false } as never)
  return {
    choices: readChoices(search), shown,
    change: (choices) => go({ ...writeChoices(choices), vis: undefined }),
    showMore: () => go({ vis: shown + pageSize }),
  }
}
