import type { ReactNode } from 'react'
import { Pictogram, toneSign } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

/** A message about the page itself: `info` calm, `no` something failed, `ok` done, `judge` your turn. */
export function Notice(props: {
  tone: 'info' | 'no' | 'ok' | 'judge'
  sign?: PictogramName
  /** Announced at once (`alert`), when there is a pause (`status`), or not at all. */
  role?: 'alert' | 'status'
  /** Across the whole page, under its head. */
  across?: boolean
  children: ReactNode
}) {
  return (
    <div className={`notice ${props.tone}${props.across ? ' bar-top' : ''}`} role={props.role}>
      <Pictogram name={props.sign ?? toneSign[props.tone]} />
      <div>{props.children}</div>
    </div>
  )
}

/** A list that is empty: says so, says why, and gives the way on. */
export function EmptyState(props: { pictogram: PictogramName; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <Pictogram name={props.pictogram} size="huge" />
      <h2>{props.title}</h2>
      {props.children}
    </div>
  )
}

/**
 * What was just marked, and the way to take it back, at the thumb. Stays until the next mark. Its button comes first, so that
 * in a list of marks it lies over the names and never over the next child's mark.
 */
export function UndoBar(props: { children: ReactNode; undoText: ReactNode; onUndo: () => void }) {
  return (
    <div className="undo">
      <button type="button" onClick={props.onUndo}>
        <Pictogram name="fortryd" size="small" />
        {props.undoText}
      </button>
      <span role="status">{props.children}</span>
    </div>
  )
}
