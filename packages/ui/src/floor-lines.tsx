import type { ReactNode } from 'react'
import { Pictogram } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

const yellow = '#F4B93A'
const coral = '#F2896B'
const blue = '#6DB6D6'
const soft = 'var(--kommune-16)'

const drawings = {
  hero: ['0 0 390 460', 'xMidYMax slice', (
    <>
      <circle cx="322" cy="380" r="92" stroke="#fff" strokeOpacity=".9" />
      <circle cx="322" cy="380" r="5" fill="#fff" stroke="none" />
      <path d="M-20 352a128 128 0 0 1 176 118" stroke={coral} />
      <path d="M-20 306L420 428" stroke={yellow} />
      <path d="M60 480L166 288L430 352" stroke={blue} />
      <path d="M-20 452L200 513" stroke={yellow} />
    </>
  )],
  heroWide: ['0 0 1280 400', 'xMaxYMax slice', (
    <>
      <circle cx="1096" cy="268" r="128" stroke="#fff" strokeOpacity=".9" />
      <circle cx="1096" cy="268" r="6" fill="#fff" stroke="none" />
      <path d="M600 420a190 190 0 0 1 330 0" stroke={coral} />
      <path d="M520 420L1300 96" stroke={yellow} />
      <path d="M690 420L842 132L1300 244" stroke={blue} />
    </>
  )],
  head: ['0 0 390 150', 'xMaxYMid slice', (
    <>
      <circle cx="372" cy="14" r="66" stroke="#fff" strokeOpacity=".9" />
      <path d="M236 -10L400 92" stroke={yellow} />
      <path d="M286 -10a96 96 0 0 0 110 104" stroke={coral} />
    </>
  )],
  pass: ['0 0 350 300', 'xMaxYMid slice', (
    <>
      <circle cx="352" cy="62" r="92" stroke="#fff" strokeOpacity=".85" />
      <path d="M210 -20L400 132" stroke={yellow} />
      <path d="M262 -30a150 150 0 0 0 120 176" stroke={coral} />
      <path d="M96 330L400 236" stroke={blue} />
    </>
  )],
  menu: ['0 0 208 200', 'xMinYMax slice', (
    <>
      <circle cx="6" cy="150" r="76" stroke={soft} />
      <path d="M-10 96L220 168" stroke={yellow} />
      <path d="M70 210L132 60L230 90" stroke={soft} />
    </>
  )],
} as const satisfies Record<string, readonly [string, string, ReactNode]>

/** Where the lines may stand: Start, the head of an activity or receipt, the pass, the desk's menu. Nowhere else. */
export type FloorPlace = keyof typeof drawings

/** The coloured lines of a sports hall's floor: our one ornament, never behind running text. */
export function FloorLines(props: { place: FloorPlace; className?: string }) {
  const [viewBox, fit, lines] = drawings[props.place]
  return (
    <svg className={`lines ${props.className ?? ''}`} viewBox={viewBox} preserveAspectRatio={fit} aria-hidden="true">
      <g fill="none" strokeWidth={props.place === 'menu' ? 3 : 3.5}>{lines}</g>
    </svg>
  )
}

const spots: readonly [PictogramName, start: string, top: string][] = [
  ['fodbold', '5%', '25%'],
  ['musik', '26%', '52%'],
  ['svoemning', '44.5%', '19%'],
  ['klatring', '52%', '63%'],
  ['dans', '73%', '35%'],
]

/** The floor of the start page: `children` is heading and promise, above lines and leisure drawings. */
export function FloorHero(props: { children: ReactNode }) {
  return (
    <div className="floor hero">
      <FloorLines place="hero" className="lines-narrow" />
      <FloorLines place="heroWide" className="lines-wide" />
      <div className="words">{props.children}</div>
      <div className="spots" aria-hidden="true">
        {spots.map(([name, start, top]) => (
          <span key={name} className="spot" style={{ insetInlineStart: start, top }}>
            <Pictogram name={name} size="large" />
          </span>
        ))}
      </div>
    </div>
  )
}

/** The head of an activity or a receipt: back link and heading on the kommune's colour. */
export function FloorHead(props: { children: ReactNode }) {
  return (
    <div className="floor floor-head">
      <FloorLines place="head" />
      <div>{props.children}</div>
    </div>
  )
}
