import type { AnchorProps } from '@medspil/ui'
import { Link } from '@tanstack/react-router'

// Login and letters are pages of the server, not of this app.
const servedElsewhere = /^\/(login|letters|program-pdf|l)(\/|#|$)/

/** Paths of the desk go through the router, without a new page; phone numbers, files and other sites do not. */
export function RouterAnchor(props: AnchorProps) {
  const { href, target, download, ...rest } = props
  const ours = href.startsWith('/') && !target && download === undefined && !servedElsewhere.test(href)
  return ours ? <Link to={href} activeOptions={{ exact: true }} {...rest} /> : <a href={href} target={target} download={download} {...rest} />
}
