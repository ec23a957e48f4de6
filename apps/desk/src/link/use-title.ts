import { useEffect } from 'react'

/** Names the page in the browser's tab. No child's name belongs in a title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
