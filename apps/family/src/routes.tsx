import { LinkProvider, ToastRegion } from '@medspil/ui'
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { RouterAnchor } from './frame/anchor.tsx'
import { KommuneFrame } from './frame/kommune-frame.tsx'
import { Alone, BrokenPage, NotFoundPage } from './frame/stray-pages.tsx'
import { KommunerPage } from './start/kommuner-page.tsx'
import { StartPage } from './start/start-page.tsx'

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

/** Every page of a kommune hangs below this one. */
export const kommuneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$kommune',
  component: KommuneFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: (problem) => <Alone><BrokenPage {...problem} /></Alone>,
})

// Start comes with the first load. Each room adds its routes here with `.lazy(() => import('./<room>/….lazy.tsx'))`,
// so that a page costs only its own words and fields.
const startRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/', component: StartPage })

const findRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find' }).lazy(() => import('./find/find.lazy.ts').then((room) => room.Route))
const offerRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find/$offerId' }).lazy(() => import('./offer/offer.lazy.ts').then((room) => room.Route))
const signupRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find/$offerId/tilmeld' }).lazy(() => import('./signup/signup.lazy.ts').then((room) => room.Route))
const mySignupRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/tilmelding/$signupId' }).lazy(() => import('./signup/my-signup.lazy.ts').then((room) => room.Route))
const passRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/fritidspas/$childId' }).lazy(() => import('./fritidspas/pass.lazy.ts').then((room) => room.Route))
const statementRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/fritidspas/$childId/opgoerelse' }).lazy(() => import('./fritidspas/statement.lazy.ts').then((room) => room.Route))
const checkRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/pas' }).lazy(() => import('./fritidspas/check.lazy.ts').then((room) => room.Route))
const programsRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie' }).lazy(() => import('./holiday/programs.lazy.ts').then((room) => room.Route))
const programRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId' }).lazy(() => import('./holiday/program.lazy.ts').then((room) => room.Route))
const leisureRoutes = [findRoute, offerRoute, signupRoute, mySignupRoute, passRoute, statementRoute, checkRoute, programsRoute, programRoute]

/** The pages of the family app. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([kommunerRoute, kommuneRoute.addChildren([startRoute, ...leisureRoutes])]),
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
