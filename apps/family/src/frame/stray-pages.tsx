import { Trans, useLingui } from '@lingui/react/macro'
import { incidentOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { Button, LinkRow, mainId, Page } from '@medspil/ui'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { usePaths } from '../paths.ts'

/** No such page, or none for this reader: the two look the same on purpose. */
export function NotFoundPage() {
  const { t } = useLingui()
  const { start } = usePaths()
  return (
    <Stray title={t`Siden findes ikke`}>
      <p><Trans>Måske er adressen skrevet forkert. Måske er siden flyttet.</Trans></p>
      <LinkRow href={start === '//' ? '/' : start}><Trans>Gå til forsiden</Trans></LinkRow>
    </Stray>
  )
}

/** The server did not answer. */
export function UnansweredPage(props: { onRetry: () => void }) {
  const { t } = useLingui()
  return (
    <Stray title={t`Vi kan ikke hente siden`}>
      <p><Trans>Ingen forbindelse. Dine svar er gemt.</Trans></p>
      <Button onClick={props.onRetry}><Trans>Prøv igen</Trans></Button>
    </Stray>
  )
}

/** Something broke while the page was shown. */
export function BrokenPage(props: { error: unknown; reset: () => void }) {
  const { t } = useLingui()
  const incident = incidentOf(props.error as AppError)
  return (
    <Stray title={t`Noget gik i stykker hos os`}>
      <p><Trans>Det er ikke din skyld. Dine svar er gemt.</Trans></p>
      {incident && <p><Trans>Ring til os, hvis det sker igen. Sig nummer <b dir="ltr">{incident}</b>.</Trans></p>}
      <Button onClick={props.reset}><Trans>Prøv igen</Trans></Button>
    </Stray>
  )
}

function Stray(props: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = props.title
  }, [props.title])
  return <Page><div className="stack"><h1>{props.title}</h1>{props.children}</div></Page>
}

/** For a stray page where no kommune's frame could be drawn. */
export function Alone(props: { children: ReactNode }) {
  return <main id={mainId}>{props.children}</main>
}
