import type { ReactNode } from 'react'

/** Which step of how many; `children` says it in words ("Trin 2 af 4 · Hverdag"), the bars only repeat it. */
export function StepIndicator(props: { step: number; of: number; children: ReactNode }) {
  return (
    <div className="trin">
      <span>{props.children}</span>
      <ol aria-hidden="true">
        {Array.from({ length: props.of }, (_, index) => (
          <li key={index} className={index + 1 < props.step ? 'done' : index + 1 === props.step ? 'now' : ''} />
        ))}
      </ol>
    </div>
  )
}
