import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, MedspilProvider, useTRPC } from '@medspil/client'
import { FloorHero, mainId, Page, RowList, SkipLink, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Languages } from '../frame/languages.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { pathsOf } from '../paths.ts'

/** The door without a kommune: which one do you live in? */
export function KommunerPage() {
  const { t } = useLingui()
  const title = t`Hvor bor I?`
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <MedspilProvider baseUrl="" kommuneKey={null} app="family">
      <SkipLink><Trans>Gå til indhold</Trans></SkipLink>
      <Languages />
      <main id={mainId}>
        <FloorHero>
          <h1><Trans>Hvor bor I?</Trans></h1>
          <p className="lead"><Trans>Vælg jeres kommune. Så ser I, hvad I kan få.</Trans></p>
        </FloorHero>
        <Kommuner />
      </main>
    </MedspilProvider>
  )
}

function Kommuner() {
  const kommuner = useQuery(useTRPC().access.kommuner.queryOptions())
  if (hasNoPage(kommuner)) return <UnansweredPage onRetry={() => void kommuner.refetch()} />
  return (
    <Page>
      {kommuner.isPending && <Waiting><Trans>Henter siden</Trans></Waiting>}
      {kommuner.data && (
        <RowList
          rows={kommuner.data.map(({ key, name }) => ({
            key,
            pictogram: 'sted',
            disc: true,
            text: <bdi lang="da">{name}</bdi>,
            href: pathsOf(key).start,
          }))}
        />
      )}
    </Page>
  )
}
