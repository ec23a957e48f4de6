import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Anchor } from './link.tsx'
import type { AnchorProps } from './link.tsx'
import { Pictogram } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

interface ButtonLook {
  /** `primary` is the one strong action of the page. */
  kind?: 'primary' | 'secondary'
  /** Fills its column. */
  wide?: boolean
  pictogram?: PictogramName
}

const look = (props: ButtonLook) => `button button-${props.kind ?? 'primary'}${props.wide ? ' wide' : ''}`

/**
 * A button that says what happens. It has no `disabled`: an act that cannot be done is answered with the reason.
 * While `busy`, a second press does nothing and the press is announced by the page's own words.
 */
export function Button(
  props: ButtonLook & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>,
) {
  const { kind, wide, pictogram, busy, children, type = 'button', onClick, ...rest } = props
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={look({ kind, wide })}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {pictogram && <Pictogram name={pictogram} />}
      <span>{children}</span>
    </button>
  )
}

/** A link with the look of a button. */
export function LinkButton(props: ButtonLook & AnchorProps) {
  const { kind, wide, pictogram, children, ...rest } = props
  return (
    <Anchor {...rest} className={look({ kind, wide })}>
      {pictogram && <Pictogram name={pictogram} />}
      <span>{children}</span>
    </Anchor>
  )
}

/** Buttons and links side by side, wrapping on a phone. */
export function ButtonRow(props: { children: ReactNode }) {
  return <div className="button-row">{props.children}</div>
}

/** A link of 48 px on a line of its own, with or without a pictogram. */
export function LinkRow(props: AnchorProps & { pictogram?: PictogramName }) {
  const { pictogram, children, ...rest } = props
  return (
    <Anchor {...rest} className="link-row">
      {pictogram && <Pictogram name={pictogram} />}
      <span>{children}</span>
    </Anchor>
  )
}

/** An act with the look of a link, for what is not the page's strong action. */
export function ActRow(
  props: { pictogram?: PictogramName } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className' | 'type'>,
) {
  const { pictogram, children, ...rest } = props
  return (
    <button {...rest} type="button" className="link-row">
      {pictogram && <Pictogram name={pictogram} />}
      <span>{children}</span>
    </button>
  )
}

/** The way back, above the heading. */
export function BackLink(props: AnchorProps) {
  const { children, ...rest } = props
  return (
    <Anchor {...rest} className="back-link">
      <Pictogram name="tilbage" size="small" />
      {children}
    </Anchor>
  )
}

/** A choice in a row of filters that is on or off. */
export function Chip(props: { on: boolean; onToggle: () => void; pictogram?: PictogramName; children: ReactNode }) {
  const sign = props.on ? 'check' : props.pictogram
  return (
    <button type="button" className="chip" aria-pressed={props.on} onClick={props.onToggle}>
      {sign && <Pictogram name={sign} size="small" />}
      {props.children}
    </button>
  )
}
