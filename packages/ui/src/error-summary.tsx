import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** A field that stopped the page: `id` is the field's id, `text` the same words as at the field. */
export interface FieldProblem {
  id: string
  text: ReactNode
}

/**
 * Above the heading, even for one error. Takes focus each time `attempt` grows, so that a second try is heard too.
 * Each link moves focus into its field; no field is emptied.
 */
export function ErrorSummary(props: { title: ReactNode; problems: readonly FieldProblem[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null)
  const focusedAt = useRef(0)
  const isWrong = props.problems.length > 0
  // Only a new attempt to send moves focus; typing that mends a field must not.
  useEffect(() => {
    if (!isWrong || focusedAt.current === props.attempt) return
    focusedAt.current = props.attempt
    box.current?.focus()
  }, [props.attempt, isWrong])
  if (props.problems.length === 0) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{props.title}</h2>
      <ul>
        {props.problems.map((problem) => (
          <li key={problem.id}>
            <a
              href={`#${problem.id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(problem.id)?.focus()
              }}
            >
              {problem.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
