import { useEffect } from 'react'
import { useKommune } from './kommune.tsx'

/** Names the page in the browser's tab: "Skal dit barn gå til noget? – Slagelse Kommune". */
export function PageTitle(props: { title: string }) {
  const { name } = useKommune()
  useEffect(() => {
    document.title = `${props.title} – ${name}`
  }, [props.title, name])
  return null
}
