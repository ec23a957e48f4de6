import { LinkProvider, ToastRegion } from '@medspil/ui'
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { RouterAnchor } from './frame/anchor.tsx'
import { KommuneFrame } from './frame/kommune-frame.tsx'
import { Alone, BrokenPage, NotFoundPage } from './frame/stray-pages.tsx'
import { HomePage } from './home/home-page.tsx'
import { KommunerPage } from './home/kommuner-page.tsx'

const rootRoute = createRootRoute({
  component: () => (
    <LinkProvider component={RouterAnchor}>
      <ToastRegion><Outlet /></ToastRegion>
    </LinkProvider>
  ),
  notFoundComponent: () => <Alone><NotFoundPage /></Alone>,
  errorComponent: (problem) => <Alone><BrokenPage {...problem} /></Alone>,
})

const kommunerRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: KommunerPage })

/** Every page of a kommune hangs below this one; the paths are those of `menu.ts`. */
export const kommuneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$kommune',
  component: KommuneFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: (problem) => <Alone><BrokenPage {...problem} /></Alone>,
})

// Each room adds its routes here with `.lazy(() => import('./<room>/….lazy.tsx'))`, charts and tables included.
const homeRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/', component: HomePage })

const giveRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/giv' }).lazy(() => import('./give/give-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/mine-boern' }).lazy(() => import('./give/my-children-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const applicationRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/indbakke' }).lazy(() => import('./application/inbox-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/indbakke/$applicationId' }).lazy(() => import('./application/case-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const followUpRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/i-dag' }).lazy(() => import('./follow-up/today-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/boern' }).lazy(() => import('./course/children-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/boern/$childId/ferie' }).lazy(() => import('./signup/childs-program-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/boern/$childId' }).lazy(() => import('./course/child-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const figuresRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/tal' }).lazy(() => import('./report/figures-page.lazy.tsx').then(({ Route }) => Route))
const programFiguresRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/tal/ferie' }).lazy(() => import('./report/program-figures-page.lazy.tsx').then(({ Route }) => Route))

const accessRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/rolle' }).lazy(() => import('./access/role-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/aabn-barn' }).lazy(() => import('./access/open-child-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/stikproeve' }).lazy(() => import('./access/spot-check-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const ordningRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ordninger' }).lazy(() => import('./ordning/ordninger-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ordninger/version/$versionId' }).lazy(() => import('./ordning/version-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ordninger/version/$versionId/kladde' }).lazy(() => import('./ordning/draft-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ordninger/sammenlign/$beforeId/$afterId' }).lazy(() => import('./ordning/compare-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const foreningRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/foreninger' }).lazy(() => import('./forening/foreninger-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/foreninger/$foreningId' }).lazy(() => import('./forening/forening-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const poolRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/pulje' }).lazy(() => import('./pool/pool-page.lazy.tsx').then(({ Route }) => Route))

const subsidyRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/udbetaling' }).lazy(() => import('./subsidy/payouts-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/udbetaling/tilbagekrav' }).lazy(() => import('./subsidy/clawbacks-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/udbetaling/$payoutId' }).lazy(() => import('./subsidy/payout-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/regnskab' }).lazy(() => import('./subsidy/health-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const guideMatchRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/boern/$childId/guide' }).lazy(() => import('./guide-match/find-guide-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/guider' }).lazy(() => import('./guide-match/guides-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ture' }).lazy(() => import('./guide-match/my-trips-page.lazy.tsx').then(({ Route }) => Route)),
] as const

const holidayProgramRoutes = [
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie' }).lazy(() => import('./holiday-program/programmes-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/ny' }).lazy(() => import('./holiday-program/new-program-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId' }).lazy(() => import('./holiday-program/program-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/plan' }).lazy(() => import('./holiday-program/plan-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/overblik' }).lazy(() => import('./holiday-program/overview-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/haefte' }).lazy(() => import('./holiday-program/leaflet-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/aktivitet/$offerId' }).lazy(() => import('./holiday-program/activity-page.lazy.tsx').then(({ Route }) => Route)),
] as const

// Outside the frame: whoever comes here is not logged in.
const whyInAddress = (search: Record<string, unknown>): { hvorfor?: string } => (typeof search.hvorfor === 'string' ? { hvorfor: search.hvorfor } : {})
const loginFailedRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/$kommune/login-fejl', validateSearch: whyInAddress })
    .lazy(() => import('./access/login-failed-page.lazy.tsx').then(({ Route }) => Route)),
  createRoute({ getParentRoute: () => rootRoute, path: '/login-fejl', validateSearch: whyInAddress })
    .lazy(() => import('./access/login-failed-nowhere.lazy.tsx').then(({ Route }) => Route)),
] as const

/** The pages of the desk. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    kommunerRoute,
    ...loginFailedRoutes,
    kommuneRoute.addChildren([homeRoute, ...giveRoutes, ...applicationRoutes, ...foreningRoutes, ...followUpRoutes, figuresRoute, programFiguresRoute, ...accessRoutes, ...ordningRoutes, ...subsidyRoutes, poolRoute, ...holidayProgramRoutes, ...guideMatchRoutes]),
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  trailingSlash: 'preserve',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
