import type { ReactNode } from 'react'
import { Anchor } from './link.tsx'
import { Disc, Pictogram } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

const looks = { plain: '', turn: ' warm', calm: ' calm', kommune: ' kom' } as const

/** A round surface. `turn` is the yellow of "it is your turn", at most once on a screen; `calm` holds facts. */
export function Panel(props: { look?: keyof typeof looks; children: ReactNode }) {
  return <section className={`panel${looks[props.look ?? 'plain']}`}>{props.children}</section>
}

/** A desk panel with its heading in a line of its own and, at the far end, a small remark. */
export function Sheet(props: { title: ReactNode; remark?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className="sheet">
      <div className="h">
        <h2>{props.title}</h2>
        {props.remark && <span className="small">{props.remark}</span>}
      </div>
      {props.flush ? props.children : <div className="pad">{props.children}</div>}
    </section>
  )
}

/** A pictogram in a disc beside a few lines: a named person, a helping hand. */
export function PersonNote(props: { pictogram: PictogramName; children: ReactNode }) {
  return (
    <div className="note large">
      <Disc name={props.pictogram} />
      <div>{props.children}</div>
    </div>
  )
}

/** A row leads somewhere (`href`) or unfolds a few sentences (`more`). */
export type Row = { key: string; pictogram: PictogramName; text: ReactNode; disc?: boolean } & (
  | { href: string; more?: undefined }
  | { more: ReactNode; href?: undefined }
)

/** Rows of 64 px with a line between; the whole row is the link or the lid. */
export function RowList(props: { rows: readonly Row[] }) {
  return <ul className="rows">{props.rows.map((row) => <li key={row.key}><RowOf row={row} /></li>)}</ul>
}

function RowOf({ row }: { row: Row }) {
  const face = (
    <>
      {row.disc ? <Disc name={row.pictogram} small /> : <Pictogram name={row.pictogram} />}
      <b>{row.text}</b>
      <Pictogram name="frem" size="small" />
    </>
  )
  if (row.href !== undefined) return <Anchor className="row" href={row.href}>{face}</Anchor>
  return (
    <details className="row-more">
      <summary className="row">{face}</summary>
      <div>{row.more}</div>
    </details>
  )
}

/** When, where, who, how much: each fact with its drawing, a spoken name and a smaller second line. */
export function FactList(props: {
  facts: readonly { pictogram: PictogramName; name: string; text: ReactNode; more?: ReactNode }[]
}) {
  return (
    <dl className="facts">
      {props.facts.map((fact) => (
        <div key={fact.name}>
          <dt>
            <Pictogram name={fact.pictogram} />
            <span className="sr-only">{fact.name}</span>
          </dt>
          <dd>
            {fact.text}
            {fact.more && <small>{fact.more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
