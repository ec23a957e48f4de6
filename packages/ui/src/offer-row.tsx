import type { ReactNode } from 'react'
import { Anchor } from './link.tsx'
import { Disc, Pictogram } from './pictogram.tsx'
import type { DiscColour, PictogramName } from './pictogram.tsx'

/** An offer in a list: the whole row is the link; the price after the pass is what the eye finds. */
export function OfferRow(props: {
  /** Left out where there is no page any more, as of what is over. */
  href?: string
  pictogram: PictogramName
  colour: DiscColour
  /** Written by the forening, so it stays Danish. */
  title: string
  forening: string
  facts: readonly { pictogram: PictogramName; text: ReactNode }[]
  price: ReactNode
  without?: ReactNode
  tag?: ReactNode
  /** `h3` under a heading of its own, such as a day. */
  heading?: 'h2' | 'h3'
  /** An act of its own on the row, such as keeping it in mind; it lies above the link. */
  act?: ReactNode
}) {
  const Heading = props.heading ?? 'h2'
  return (
    <li className="offer">
      <Disc name={props.pictogram} colour={props.colour} />
      <div>
        <Heading lang="da">{props.href ? <Anchor href={props.href}>{props.title}</Anchor> : props.title}</Heading>
        <p className="small" lang="da">{props.forening}</p>
      </div>
      <ul className="meta">
        {props.facts.map((fact) => (
          <li key={fact.pictogram}>
            <Pictogram name={fact.pictogram} size="small" />
            <span>{fact.text}</span>
          </li>
        ))}
      </ul>
      <p className="price">
        <b>{props.price}</b>
        {props.without && <span className="small">{props.without}</span>}
      </p>
      {(props.tag || props.act) && <div className="place-tag">{props.tag}{props.act}</div>}
    </li>
  )
}
