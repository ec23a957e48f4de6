import type { ReactNode } from 'react'
import { Disc } from './pictogram.tsx'
import type { DiscColour, PictogramName } from './pictogram.tsx'

/** What is known of a meeting: came, stayed away, nobody has said. */
export type MeetingMark = 'met' | 'away' | 'unknown'

const marks: Record<MeetingMark, string> = { met: 'm', away: 'i', unknown: 'u' }

/** The last meetings as dots, oldest first; `label` says it in words. */
export function MeetingTrace(props: { meetings: readonly MeetingMark[]; label: string }) {
  return (
    <span className="trace" role="img" aria-label={props.label}>
      {props.meetings.map((meeting, index) => <i key={index} className={marks[meeting]} />)}
    </span>
  )
}

/** The rows a caseworker or fritidsvejleder works through. */
export function TaskList(props: { children: ReactNode }) {
  return <ul className="tasks">{props.children}</ul>
}

/** A task: the child, the reason as a sentence, when and why then, and one verb. */
export function TaskRow(props: {
  pictogram: PictogramName
  colour: DiscColour
  title: ReactNode
  why: ReactNode
  trace?: ReactNode
  when: ReactNode
  whenWhy?: ReactNode
  /** One LinkButton or Button of kind `secondary`, wide. */
  act: ReactNode
}) {
  return (
    <li className="task">
      <Disc name={props.pictogram} colour={props.colour} small />
      <div>
        <h3>{props.title}</h3>
        <p className="why">{props.why}</p>
        {props.trace}
      </div>
      <div className="when">
        <b>{props.when}</b>
        {props.whenWhy}
      </div>
      <div className="go">{props.act}</div>
    </li>
  )
}

/** The first task, unfolded in yellow: `act` is the page's strong action, `more` the other ways to end it. */
export function FirstTask(props: { label: ReactNode; title: ReactNode; children: ReactNode; act: ReactNode; more?: ReactNode }) {
  return (
    <section className="first">
      <p className="small">{props.label}</p>
      <div className="act-row">
        <div className="stack">
          <h2>{props.title}</h2>
          {props.children}
        </div>
        {props.act}
      </div>
      {props.more && <div className="more">{props.more}</div>}
    </section>
  )
}
