import type { ReactNode } from 'react'

/** A stretch of the bar: money spent, set aside, or free. `share` is any number in the same unit as its neighbours. */
export interface PursePart {
  kind: 'spent' | 'held' | 'free'
  share: number
  /** The sum in words ("750 kr. brugt"); a part without words is drawn only. */
  text?: ReactNode
}

/** A purse or the kommune's pool: what is left is the large figure, the bar and the words below say where the rest is. */
export function PurseBar(props: { name: ReactNode; left: ReactNode; parts: readonly PursePart[]; of?: ReactNode }) {
  return (
    <div className="purse">
      <div className="head">
        <h3>{props.name}</h3>
        <span className="left num">{props.left}</span>
      </div>
      <div className="bar" aria-hidden="true">
        {props.parts.filter((part) => part.share > 0).map((part) => (
          <i key={part.kind} className={part.kind} style={{ flexGrow: part.share }} />
        ))}
      </div>
      <ul className="key">
        {props.parts.filter((part) => part.share > 0 && part.text).map((part) => (
          <li key={part.kind}>
            <i className={part.kind} aria-hidden="true" />
            <span>{part.text}</span>
          </li>
        ))}
        {props.of && <li>{props.of}</li>}
      </ul>
    </div>
  )
}
