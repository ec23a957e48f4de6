import type { ReactNode } from 'react'
import { Anchor } from './link.tsx'

/** A question with its answer; `change` leads back to it, `changeLabel` is read out ("Ret: Går Yara til noget?"). */
export interface SummaryLine {
  key: string
  question: ReactNode
  answer: ReactNode
  change?: { href: string; text: ReactNode; label: string }
}

/** The answers before sending, each with the way to change it. What is known already has no `change`. */
export function SummaryList(props: { lines: readonly SummaryLine[] }) {
  return (
    <dl className="summary">
      {props.lines.map((line) => (
        <div key={line.key}>
          <dt>{line.question}</dt>
          <dd>{line.answer}</dd>
          {line.change && (
            <dd className="change">
              <Anchor className="link-row" href={line.change.href} aria-label={line.change.label}>{line.change.text}</Anchor>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
