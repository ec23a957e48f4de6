import type { ReactNode } from 'react'
import { Tag } from './tag.tsx'
import type { Tone } from './tag.tsx'

/** The criteria of an application: to judge first, then not met, then met; the caller sorts. */
export function CriterionList(props: { children: ReactNode }) {
  return <ul className="crit">{props.children}</ul>
}

/** A criterion with its tag, its fact and where the fact is from. `judge` holds the fields of the one to judge. */
export function CriterionRow(props: {
  tone: Tone
  state: ReactNode
  title: ReactNode
  fact: ReactNode
  sources: readonly string[]
  judge?: ReactNode
}) {
  return (
    <li className={props.judge ? 'mine' : undefined}>
      <div><Tag tone={props.tone}>{props.state}</Tag></div>
      <div>
        <h3>{props.title}</h3>
        <p className="fact">{props.fact}</p>
      </div>
      <ul className="src">{props.sources.map((source) => <li key={source}>{source}</li>)}</ul>
      {props.judge && <div className="judge">{props.judge}</div>}
    </li>
  )
}
