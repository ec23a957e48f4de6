import { useLayoutEffect } from 'react'
import { Anchor } from './link.tsx'

/** What every page shows of the kommune behind it. */
export interface KommuneInfo {
  /** Path word, e.g. `slagelse`. */
  key: string
  /** e.g. `Slagelse Kommune`. */
  name: string
  /** Danish phone number, digits with or without spaces. */
  phone: string
  /** When the phone is answered, as the kommune writes it, in Danish. */
  phoneHours: string
  /** `#rrggbb`, checked by the server for contrast 4.5:1 with white. */
  colour: string
  /** Address of the kommune's own mark; without it the plain shield is drawn. */
  logo?: string | null
}

/** Gives the page the kommune's colour; every other shade is derived from it in the stylesheet. */
export function useKommuneColour(colour: string | undefined): void {
  useLayoutEffect(() => {
    if (colour) document.body.style.setProperty('--kommune', colour)
  }, [colour])
}

/** Digits in pairs and without +45, as Danes read a phone number: `12 34 56 78`. Foreign numbers keep their form. */
export function phoneInPairs(phone: string): string {
  const digits = phone.replaceAll(' ', '').replace(/^\+45(?=\d{8}$)/, '')
  return /^\d{8}$/.test(digits) ? digits.replace(/(\d\d)(?=\d)/g, '$1 ') : phone
}

/** A phone number as a link; left to right in every language. */
export function PhoneLink(props: { phone: string }) {
  return (
    <Anchor href={`tel:${props.phone.replaceAll(' ', '')}`}>
      <span dir="ltr" className="num">{phoneInPairs(props.phone)}</span>
    </Anchor>
  )
}

/** The kommune's mark and name, leading to the start page. */
export function KommuneLink(props: { kommune: Pick<KommuneInfo, 'name' | 'logo'>; href: string }) {
  return (
    <Anchor className="kommune" href={props.href} lang="da">
      {props.kommune.logo ? <img src={props.kommune.logo} alt="" width="32" height="32" /> : <Shield />}
      <bdi>{props.kommune.name}</bdi>
    </Anchor>
  )
}

function Shield() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 3h26v14c0 6.5-5 10.5-13 13C8 27.5 3 23.5 3 17z" fill="var(--kommune)" />
      <path
        d="M7 18c3-2.5 6-2.5 9 0s6 2.5 9 0M7 12c3-2.5 6-2.5 9 0s6 2.5 9 0"
        fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round"
      />
    </svg>
  )
}
