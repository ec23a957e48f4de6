import type { ReactNode } from 'react'
import { KommuneLink, phoneInPairs } from './kommune.tsx'
import type { KommuneInfo } from './kommune.tsx'
import { Anchor } from './link.tsx'
import { Pictogram } from './pictogram.tsx'

/** Id of the main content, where the skip link and the route change lead. */
export const mainId = 'indhold'

/** The first stop of the keyboard: past the head, to the content. */
export function SkipLink(props: { children: ReactNode }) {
  return <a className="skipnav" href={`#${mainId}`}>{props.children}</a>
}

/** The head of a family page: who is behind it, and the phone, one tap away. */
export function Header(props: { kommune: KommuneInfo; homeHref: string; phoneLabel: string }) {
  const { kommune } = props
  return (
    <header className="top">
      <KommuneLink kommune={kommune} href={props.homeHref} />
      <Anchor className="tel" href={`tel:${kommune.phone.replaceAll(' ', '')}`}>
        <Pictogram name="telefon" size="small" />
        <span className="sr-only">{props.phoneLabel} </span>
        <span dir="ltr">{phoneInPairs(kommune.phone)}</span>
      </Anchor>
    </header>
  )
}

/** The foot of a family page. `children` is the sentence with phone and hours, `links` the fixed addresses. */
export function Footer(props: {
  kommuneName: string
  children: ReactNode
  links: readonly { href: string; text: ReactNode }[]
}) {
  return (
    <footer className="foot">
      <h2 lang="da"><bdi>{props.kommuneName}</bdi></h2>
      <p>{props.children}</p>
      <ul>
        {props.links.map((link) => <li key={link.href}><Anchor href={link.href}>{link.text}</Anchor></li>)}
      </ul>
    </footer>
  )
}

/** The main content of a family page: one column of text. */
export function Page(props: { children: ReactNode }) {
  return <div className="page">{props.children}</div>
}
