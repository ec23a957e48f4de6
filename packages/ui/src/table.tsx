import type { ReactNode } from 'react'

/** A column: `end` aligns sums and counts to the end of the line. */
export interface TableColumn {
  key: string
  head: ReactNode
  end?: boolean
}

/** A line of a table; the first cell is its heading. `kind` marks a total or a group's own line. */
export interface TableLine {
  key: string
  cells: readonly ReactNode[]
  kind?: 'sum' | 'sub'
}

/**
 * A real table: caption, column heads with scope, row heads. It scrolls inside its own frame, which the keyboard can
 * reach, so that a narrow page never scrolls sideways.
 */
export function DataTable(props: {
  caption: string
  /** Shows the caption; otherwise it is read out only. */
  captionShown?: boolean
  columns: readonly TableColumn[]
  lines: readonly TableLine[]
  compact?: boolean
  /** A list of things, not a grid of figures: on a phone each line stands as a block, every cell with its column's word. */
  stacks?: boolean
}) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={props.caption}>
      <table className={`tbl${props.compact ? ' compact' : ''}${props.stacks ? ' stacks' : ''}`}>
        <caption className={props.captionShown ? undefined : 'sr-only'}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.end ? 'r' : undefined}>{column.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.key} className={line.kind}>
              {line.cells.map((cell, index) => {
                const className = props.columns[index]?.end ? 'r' : undefined
                return index === 0
                  ? <th key={index} scope="row" className={className}>{cell}</th>
                  : <td key={index} className={className} data-head={headOf(props.columns[index])} data-none={cell === '–' || undefined}>{cell}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const headOf = (column: TableColumn | undefined) => (typeof column?.head === 'string' ? column.head : undefined)

/** A cell that is hidden because its count is small; the word comes as children. */
export function HiddenCell(props: { children: ReactNode }) {
  return <span className="hid">{props.children}</span>
}
