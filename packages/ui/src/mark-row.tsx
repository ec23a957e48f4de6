import type { ReactNode } from 'react'
import { Pictogram } from './pictogram.tsx'

/** A coach's list: the same row for every child, whoever pays. */
export function MarkList(props: { children: ReactNode }) {
  return <ul className="roll">{props.children}</ul>
}

/** One child and the two marks. `value` is null until someone has marked; a mark is said to the child by name. */
export function MarkRow(props: {
  /** First name and initial. */
  name: string
  value: 'present' | 'absent' | null
  presentText: string
  absentText: string
  onMark: (mark: 'present' | 'absent') => void
  /** What the adults must know of the child, under its row. */
  more?: ReactNode
}) {
  const mark = (kind: 'present' | 'absent', text: string) => {
    const on = props.value === kind
    return (
      <button
        type="button"
        className={`mark${kind === 'absent' ? ' away' : ''}`}
        aria-pressed={on}
        aria-label={`${props.name}: ${text}`}
        onClick={() => props.onMark(kind)}
      >
        {on && <Pictogram name={kind === 'present' ? 'check' : 'kryds'} />}
        {text}
      </button>
    )
  }
  return (
    <li>
      <span className="nm"><bdi>{props.name}</bdi></span>
      {mark('present', props.presentText)}
      {mark('absent', props.absentText)}
      {props.more && <div className="more">{props.more}</div>}
    </li>
  )
}
