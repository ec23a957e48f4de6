import sprite from '../assets/pictograms.svg?no-inline'
import type { Tone } from './tag.tsx'

/** The names in assets/pictograms.svg, without their `p-`. */
export type PictogramName =
  | 'fodbold' | 'svoemning' | 'spejder' | 'dans' | 'klatring' | 'musik' | 'kreativ' | 'ude' | 'gymnastik' | 'kajak'
  | 'bus' | 'cykel' | 'gang' | 'ur' | 'sted' | 'pas' | 'guide' | 'telefon' | 'brev' | 'kalender' | 'person' | 'check'
  | 'kryds' | 'spoerg' | 'pil' | 'tilbage' | 'frem' | 'fortryd' | 'intetnet' | 'oeje' | 'soeg' | 'filter' | 'laesop'
  | 'pulje' | 'tal' | 'laas' | 'papir' | 'attest' | 'familie' | 'pen' | 'husk' | 'hent'

const arrows: ReadonlySet<PictogramName> = new Set(['pil', 'tilbage', 'frem', 'fortryd', 'laesop'])
const sizes = { small: ' pic-s', normal: '', large: ' pic-l', huge: ' pic-xl' } as const

/**
 * One of our own drawings, always beside a word and therefore hidden from screen readers.
 * The sprite is a file of its own, so it costs the script nothing and is fetched once.
 */
export function Pictogram(props: { name: PictogramName; size?: keyof typeof sizes }) {
  const mirror = arrows.has(props.name) ? ' pic-mirror' : ''
  return (
    <svg className={`pic${sizes[props.size ?? 'normal']}${mirror}`} viewBox="0 0 32 32" aria-hidden="true">
      <use href={`${sprite}#p-${props.name}`} />
    </svg>
  )
}

/** A colour a disc can have; `white` stands on a tinted panel. */
export type DiscColour = 'sol' | 'himmel' | 'graes' | 'koral' | 'kommune' | 'white'

/** A pictogram in a disc of 56 px, or 44 px when small. */
export function Disc(props: { name: PictogramName; colour?: DiscColour; small?: boolean }) {
  return (
    <span className={`disc ${props.colour ?? 'kommune'}${props.small ? ' s' : ''}`}>
      <Pictogram name={props.name} size={props.small ? 'normal' : 'large'} />
    </span>
  )
}

/** The sign that goes with each tone, because nothing may rest on colour alone. */
export const toneSign: Record<Tone, PictogramName> = {
  ok: 'check',
  no: 'kryds',
  judge: 'pen',
  wait: 'ur',
  info: 'husk',
  plain: 'spoerg',
}
