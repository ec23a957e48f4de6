import { useEffect } from 'react'
import { useActor } from './actor.tsx'

/** Names the page in the browser's tab: "I dag – Holstebro Kommune". No child's name belongs in a title. */
export function PageTitle(props: { title: string }) {
  const { kommune } = useActor()
  useEffect(() => {
    document.title = `${props.title} – ${kommune.name}`
  }, [props.title, kommune.name])
  return null
}
