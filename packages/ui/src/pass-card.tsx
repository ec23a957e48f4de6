import type { ReactNode } from 'react'
import { encode } from 'uqr'
import { FloorLines } from './floor-lines.tsx'
import { Pictogram } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

/**
 * The fritidspas as a card to be proud of. No CPR, no reason and no sum on its front.
 * `code` is the link a forening opens with the phone's own camera; drawn here, so it shows without a network.
 */
export function PassCard(props: {
  title: string
  kommuneName: string
  /** First name and initial: `Yara A.` */
  name: string
  activity?: { pictogram: PictogramName; text: ReactNode }
  validLabel: ReactNode
  validTo: ReactNode
  /** Word and sign of the state, e.g. "Gyldigt". */
  state: ReactNode
  stateSign?: PictogramName
  code: string
  codeLabel: string
}) {
  return (
    <div className="pass">
      <FloorLines place="pass" />
      <div className="brand">
        <span>
          <b>{props.title}</b>
          <br />
          <bdi lang="da">{props.kommuneName}</bdi>
        </span>
        <span className="valid">
          <Pictogram name={props.stateSign ?? 'check'} size="small" />
          {props.state}
        </span>
      </div>
      <p className="who"><bdi>{props.name}</bdi></p>
      {props.activity && (
        <p className="act">
          <Pictogram name={props.activity.pictogram} size="large" />
          {props.activity.text}
        </p>
      )}
      <dl>
        <div>
          <dt>{props.validLabel}</dt>
          <dd>{props.validTo}</dd>
        </div>
      </dl>
      <QrCode text={props.code} label={props.codeLabel} />
    </div>
  )
}

/** A QR code as SVG, 136 px on white. */
export function QrCode(props: { text: string; label: string }) {
  const { size, data } = encode(props.text, { border: 0, ecc: 'M' })
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <div className="qr">
      <svg role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path fill="#000" d={modules.join('')} />
      </svg>
    </div>
  )
}
