import { createContext, use } from 'react'
import type { AnchorHTMLAttributes, ComponentType, ReactNode } from 'react'

/** What every link of this package is given; `href` is a path of the app or a full address (tel:, https:). */
export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; children?: ReactNode }

const PlainAnchor = (props: AnchorProps) => <a {...props} />
const AnchorContext = createContext<ComponentType<AnchorProps>>(PlainAnchor)

/** Lets an app put its router's link behind every link of this package, which itself knows no router. */
export function LinkProvider(props: { component: ComponentType<AnchorProps>; children: ReactNode }) {
  return <AnchorContext value={props.component}>{props.children}</AnchorContext>
}

/** A link by the app's router, or a plain `<a>` where there is none. */
export function Anchor(props: AnchorProps) {
  const Component = use(AnchorContext)
  return <Component {...props} />
}
