import { useSpoken } from './language.tsx'
import { useTitle } from './use-title.ts'

/** A link that is used up, too old, ended or mistyped: the page cannot tell which, and must not. */
export function DeadLinkWords() {
  const { title, text } = useSpoken().words.dead
  useTitle(title)
  return (
    <div className="stack">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  )
}
