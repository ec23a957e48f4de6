import type { ReactNode } from 'react'
import { Anchor } from './link.tsx'
import { Disc, Pictogram } from './pictogram.tsx'
import type { DiscColour, PictogramName } from './pictogram.tsx'

/** An offer in a list: the whole row is the link; the price after the pass is what the eye finds. */
export function OfferRow(props: {
  href: string
  pictogram: PictogramName
  colour: DiscColour
  /** Written by the forening, so it stays Danish. */
  title: string
  forening: string
  facts: readonly { pictogram: PictogramName; text: ReactNode }[]
  price: ReactNode
  without?: ReactNode
  tag?: ReactNode
}) {
  return (
    <li className="offer">
      <Disc name={props.pictogram} colour={props.colour} />
      <div>
        <h2 lang="da"><Anchor href={props.href}>{props.title}</Anchor></h2>
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
      {props.tag && <p className="place-tag">{props.tag}</p>}
    </li>
  )
}
