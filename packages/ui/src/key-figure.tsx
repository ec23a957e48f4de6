import type { ReactNode } from 'react'

/** Figures side by side; on a phone one below the other. */
export function KeyFigures(props: { children: ReactNode }) {
  return <dl className="kpis">{props.children}</dl>
}

/** A number in large type, with its name above and its denominator or definition below. */
export function KeyFigure(props: { name: ReactNode; figure: ReactNode; of?: ReactNode }) {
  return (
    <div>
      <dt className="small">{props.name}</dt>
      <dd className="figure-num">{props.figure}</dd>
      {props.of && <dd className="small">{props.of}</dd>}
    </div>
  )
}
