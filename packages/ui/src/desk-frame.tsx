import { useState } from 'react'
import type { ReactNode } from 'react'
import { FloorLines } from './floor-lines.tsx'
import { KommuneLink } from './kommune.tsx'
import type { KommuneInfo } from './kommune.tsx'
import { Anchor } from './link.tsx'
import { mainId } from './page.tsx'
import { Pictogram } from './pictogram.tsx'
import type { PictogramName } from './pictogram.tsx'

/** A door in the desk's menu; `count` is what waits behind it. */
export interface MenuEntry {
  href: string
  text: string
  pictogram: PictogramName
  count?: number
  current?: boolean
}

/** The desk: menu to the left with counts and who one is, the work to the right. On a phone the menu folds away. */
export function DeskFrame(props: {
  kommune: Pick<KommuneInfo, 'name' | 'logo'>
  homeHref: string
  menuLabel: string
  entries: readonly MenuEntry[]
  user?: { name: string; role: string }
  logOut?: ReactNode
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <div className="frame">
      <header className={`side${open ? ' open' : ''}`}>
        <FloorLines place="menu" />
        <div className="side-head">
          <KommuneLink kommune={props.kommune} href={props.homeHref} />
          <button type="button" className="menu-toggle" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
            {props.menuLabel}
          </button>
        </div>
        <div className="side-body" id="menu" onClick={(event) => {
          // A chosen door closes the menu; on a wide screen it is always open and nothing changes.
          if ((event.target as Element).closest('a')) setOpen(false)
        }}>
          <nav aria-label={props.menuLabel}>
            <ul>
              {props.entries.map((entry) => (
                <li key={entry.href}>
                  <Anchor href={entry.href} aria-current={entry.current ? 'page' : undefined}>
                    <Pictogram name={entry.pictogram} />
                    {entry.text}
                    {entry.count !== undefined && <span className="n">{entry.count}</span>}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
          {props.user && (
            <div className="me">
              <b>{props.user.name}</b>
              {props.user.role}
              {props.logOut && <div>{props.logOut}</div>}
            </div>
          )}
        </div>
      </header>
      <main id={mainId} className="main">{props.children}</main>
    </div>
  )
}

/** The head of a desk page: where one is, the answer as heading, and at the far end a link or a deadline. */
export function DeskHead(props: { trail?: ReactNode; title: ReactNode; children?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="desk-head">
      <div>
        {props.trail && <p className="small">{props.trail}</p>}
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.children && <p>{props.children}</p>}
      </div>
      {props.aside}
    </div>
  )
}

/** Two columns on a wide screen, the second one narrow; one below the other on a phone. */
export function DeskColumns(props: { children: ReactNode; aside: ReactNode; asideLabel: string; wideAside?: boolean }) {
  return (
    <div className={`cols split${props.wideAside ? ' wide-aside' : ''}`}>
      <div className="stack sheets">{props.children}</div>
      <aside className="stack sheets" aria-label={props.asideLabel}>{props.aside}</aside>
    </div>
  )
}
