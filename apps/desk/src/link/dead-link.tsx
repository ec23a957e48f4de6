import { useTitle } from './use-title.ts'

/** A link that is used up, too old, ended or mistyped: the page cannot tell which, and must not. */
export function DeadLinkWords() {
  useTitle('Linket virker ikke mere')
  return (
    <div className="stack">
      <h1>Linket virker ikke mere</h1>
      <p>Det er måske brugt, eller det er for gammelt. Brug det nyeste link, du har fået, eller ring til kommunen.</p>
    </div>
  )
}
