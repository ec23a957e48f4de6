import type { ReactNode } from 'react'
import { Pictogram, toneSign } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

/** What a word of status means: met or free · not met · to be judged · waiting or full · information · neutral. */
export type Tone = 'ok' | 'no' | 'judge' | 'wait' | 'info' | 'plain'

/** CSS class of each tone, shared by tags and notices. */
export const toneClass: Record<Tone, string> = {
  ok: 'ok',
  no: 'no',
  judge: 'see',
  wait: 'see',
  info: 'info',
  plain: '',
}

/** A round tag: word, sign and colour together. */
export function Tag(props: { tone: Tone; sign?: PictogramName; children: ReactNode }) {
  return (
    <span className={`tag ${toneClass[props.tone]}`}>
      <Pictogram name={props.sign ?? toneSign[props.tone]} />
      {props.children}
    </span>
  )
}

/** The dashed tag for a value that is not the kommune's own; the word for "eksempel" comes as children. */
export function ExampleTag(props: { children: ReactNode }) {
  return <span className="eks">{props.children}</span>
}
