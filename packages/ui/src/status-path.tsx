import type { ReactNode } from 'react'
import { Pictogram } from './pictogram.tsx'

/** One of the four words, with its date or what will make it happen. */
export interface PathStop {
  key: string
  title: ReactNode
  text: ReactNode
}

/** Four words in one line down. `here` is the index of the stop one stands at; earlier ones are done. */
export function StatusPath(props: { stops: readonly PathStop[]; here: number }) {
  return (
    <ol className="path">
      {props.stops.map((stop, index) => {
        const when = index < props.here ? 'done' : index === props.here ? 'now' : 'next'
        return (
          <li key={stop.key} className={when} aria-current={when === 'now' ? 'step' : undefined}>
            <span className="stop">
              {when === 'next' ? <span aria-hidden="true">{index + 1}</span> : <Pictogram name="check" size="small" />}
            </span>
            <b>{stop.title}</b>
            <p>{stop.text}</p>
          </li>
        )
      })}
    </ol>
  )
}
