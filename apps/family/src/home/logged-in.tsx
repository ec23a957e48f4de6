import { Trans } from '@lingui/react/macro'
import { LinkRow, Page, Waiting } from '@medspil/ui'
import type { ReactNode } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'
import { LoginButton } from './problem-notice.tsx'
import { useMe } from './use-me.ts'

/** A page for those who are logged in; others are asked to log in and come back to it. */
export function LoggedIn(props: { title: string; children: ReactNode }) {
  const me = useMe()
  const { withoutMitId } = usePaths()
  if (me.id) return <>{props.children}</>
  if (me.id === undefined) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  return (
    <Page>
      <PageTitle title={props.title} />
      <div className="stack">
        <h1>{props.title}</h1>
        <p className="lead"><Trans>Log ind, så kun I kan se det.</Trans></p>
        <LoginButton />
        <LinkRow href={withoutMitId}><Trans>Uden MitID?</Trans></LinkRow>
      </div>
    </Page>
  )
}
