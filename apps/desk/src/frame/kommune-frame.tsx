import { hasNoPage, isNotFound, loginAddress, logOut, MedspilProvider, useTRPC } from '@medspil/client'
import { ActRow, DeskFrame, Header, LinkRow, Notice, SkipLink, useKommuneColour, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { isDeskRole, menu, roleNames } from '../menu.ts'
import { ActorProvider } from './actor.tsx'
import { useMenuCounts } from './menu-counts.tsx'
import { Alone, LoginPage, NotFoundPage, UnansweredPage } from './stray-pages.tsx'

/** All pages of one kommune, with a client and a cache of its own. */
export function KommuneFrame() {
  const { kommune: key } = useParams({ from: '/$kommune' })
  return (
    <MedspilProvider key={key} baseUrl="" kommuneKey={key} app="desk">
      <Frame kommuneKey={key} />
    </MedspilProvider>
  )
}

function Frame({ kommuneKey }: { kommuneKey: string }) {
  const trpc = useTRPC()
  const { pathname } = useLocation()
  const kommune = useQuery(trpc.access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  const whoAmI = useQuery(trpc.access.whoAmI.queryOptions())
  const counts = useMenuCounts()
  useKommuneColour(kommune.data?.colour)

  if (kommune.isPending || whoAmI.isPending) return <Alone><Waiting>Henter siden</Waiting></Alone>
  if (kommune.isError && isNotFound(kommune.error)) return <Alone><NotFoundPage /></Alone>
  if (hasNoPage(kommune) || hasNoPage(whoAmI)) {
    return <Alone><UnansweredPage onRetry={() => void Promise.all([kommune.refetch(), whoAmI.refetch()])} /></Alone>
  }
  const { kind: role, id, name, title, otherRoles } = whoAmI.data
  if (!isDeskRole(role)) {
    const loginHref = loginAddress('staff', kommuneKey, pathname)
    return (
      <>
        <Header kommune={kommune.data} homeHref={`/${kommuneKey}/`} phoneLabel="Ring til kommunen" />
        <Alone><LoginPage loginHref={loginHref} /></Alone>
      </>
    )
  }
  const root = `/${kommuneKey}/`
  const entries = menu[role].map(({ path, text, pictogram }) => {
    const href = root + path
    return { href, text, pictogram, ...(counts[path] && { count: counts[path] }), current: pathname === href || pathname.startsWith(`${href}/`) }
  })
  return (
    <ActorProvider value={{ kommune: kommune.data, role, id, name: name ?? '', otherRoles }}>
      <SkipLink>Gå til indhold</SkipLink>
      <DeskFrame
        kommune={kommune.data}
        homeHref={root}
        menuLabel="Menu"
        entries={entries}
        user={{ name: name ?? '', role: title ? title[0]!.toUpperCase() + title.slice(1) : roleNames[role] }}
        logOut={
          <>
            {otherRoles.length > 0 && <LinkRow href={`${root}rolle`}>Skift rolle</LinkRow>}
            <ActRow onClick={() => void logOut().then(() => location.assign(root))}>Log ud</ActRow>
          </>
        }
      >
        <ConnectionNotice />
        <Outlet />
      </DeskFrame>
    </ActorProvider>
  )
}

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

function ConnectionNotice() {
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine)
  return <div role="status">{!online && <Notice tone="info" sign="intetnet">Ingen forbindelse. Det, du skriver nu, er ikke sendt.</Notice>}</div>
}
