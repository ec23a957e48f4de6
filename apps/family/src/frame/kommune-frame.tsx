import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, MedspilProvider, useTRPC } from '@medspil/client'
import { Footer, hardSpaces, Header, mainId, midSentence, Page, PhoneLink, SkipLink, useKommuneColour, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { usePaths } from '../paths.ts'
import { ConnectionNotice } from './connection-notice.tsx'
import { KommuneProvider } from './kommune.tsx'
import { Languages } from './languages.tsx'
import { Alone, NotFoundPage, UnansweredPage } from './stray-pages.tsx'

/** All pages of one kommune, with a client and a cache of its own. */
export function KommuneFrame() {
  const { kommune: key } = useParams({ from: '/$kommune' })
  return (
    <MedspilProvider key={key} baseUrl="" kommuneKey={key} app="family">
      <Frame />
    </MedspilProvider>
  )
}

function Frame() {
  const { t } = useLingui()
  const paths = usePaths()
  const trpc = useTRPC()
  const kommune = useQuery(trpc.access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  const { pathname } = useLocation()
  const atStart = `${pathname}/`.startsWith(paths.start) && pathname.length <= paths.start.length
  // Start says whom it is for from the beginning: asked together with the kommune, so that nothing below it moves.
  useQuery(trpc.ordning.published.queryOptions(undefined, { enabled: atStart }))
  useKommuneColour(kommune.data?.colour)

  if (kommune.isPending) return <Alone><Page><Waiting><Trans>Henter siden</Trans></Waiting></Page></Alone>
  if (hasNoPage(kommune)) {
    return <Alone>{isNotFound(kommune.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void kommune.refetch()} />}</Alone>
  }

  const { name, phone, phoneHours } = kommune.data
  const hours = midSentence(hardSpaces(phoneHours))
  return (
    <KommuneProvider value={kommune.data}>
      <SkipLink><Trans>Gå til indhold</Trans></SkipLink>
      <Header kommune={kommune.data} homeHref={paths.start} phoneLabel={t`Ring til os`} />
      {atStart && <Languages />}
      <ConnectionNotice />
      <main id={mainId}><Outlet /></main>
      <Footer
        kommuneName={name}
        links={[
          { href: paths.whoLooked, text: <Trans>Hvem har set vores oplysninger</Trans> },
          { href: paths.accessibility, text: <Trans>Tilgængelighedserklæring</Trans> },
        ]}
      >
        <Trans>Ring på <PhoneLink phone={phone} />. Vi er her <bdi lang="da">{hours}</bdi>.</Trans>
      </Footer>
      {!atStart && <Languages />}
    </KommuneProvider>
  )
}
