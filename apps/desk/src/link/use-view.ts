import { useEffect, useState } from 'react'

/**
 * Which part of a link's page is shown, with the browser's own back button. The address stays as it is, since the secret
 * stands in it.
 */
export function useView<View extends { at: string }>(first: View): [View, (next: View) => void] {
  const [home] = useState(first)
  const [view, setView] = useState<View>(first)
  useEffect(() => {
    const back = (event: PopStateEvent) => setView((event.state as View | null) ?? home)
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [home])
  const go = (next: View) => {
    history.pushState(next, '')
    setView(next)
    scrollTo(0, 0)
  }
  return [view, go]
}
