import { LinkProvider, ToastRegion } from '@medspil/ui'
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { RouterAnchor } from './frame/anchor.tsx'
import { KommuneFrame } from './frame/kommune-frame.tsx'
import { Alone, BrokenPage, NotFoundPage } from './frame/stray-pages.tsx'
import { withWords } from './language.ts'
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

// A login that failed before any kommune was known begins again where one is chosen.
const strayLoginRoute = createRoute({ getParentRoute: () => rootRoute, path: '/login-fejl', component: KommunerPage })

/** Every page of a kommune hangs below this one. */
export const kommuneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$kommune',
  component: KommuneFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: (problem) => <Alone><BrokenPage {...problem} /></Alone>,
})

// Start comes with the first load. Each room adds its routes here with `.lazy(() => withWords(import('./<room>/….lazy.ts')).then(…))`,
// so that Start costs neither their words nor their fields.
const startRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/', component: StartPage })

const findRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find' }).lazy(() => withWords(import('./find/find.lazy.ts')).then((room) => room.Route))
const offerRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find/$offerId' }).lazy(() => withWords(import('./offer/offer.lazy.ts')).then((room) => room.Route))
const signupRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/find/$offerId/tilmeld' }).lazy(() => withWords(import('./signup/signup.lazy.ts')).then((room) => room.Route))
const mySignupRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/tilmelding/$signupId' }).lazy(() => withWords(import('./signup/my-signup.lazy.ts')).then((room) => room.Route))
const passRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/fritidspas/$childId' }).lazy(() => withWords(import('./fritidspas/pass.lazy.ts')).then((room) => room.Route))
const statementRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/fritidspas/$childId/opgoerelse' }).lazy(() => withWords(import('./fritidspas/statement.lazy.ts')).then((room) => room.Route))
const checkRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/pas' }).lazy(() => withWords(import('./fritidspas/check.lazy.ts')).then((room) => room.Route))
const programsRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie' }).lazy(() => withWords(import('./holiday/programs.lazy.ts')).then((room) => room.Route))
const programRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId' }).lazy(() => withWords(import('./holiday/program.lazy.ts')).then((room) => room.Route))
const ourHolidayRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/vores' }).lazy(() => withWords(import('./holiday/our-holiday.lazy.ts')).then((room) => room.Route))
const wishesRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/oensker' }).lazy(() => withWords(import('./holiday/wish/wish.lazy.ts')).then((room) => room.wishesRoute))
const drawRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/lodtraekning' }).lazy(() => withWords(import('./holiday/wish/wish.lazy.ts')).then((room) => room.drawRoute))
const friendsRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ferie/$programId/venner' }).lazy(() => withWords(import('./holiday/friends/friends.lazy.ts')).then((room) => room.Route))
const payRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/betal/$programId' }).lazy(() => withWords(import('./payment/pay.lazy.ts')).then((room) => room.Route))
const paymentRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/betaling/$paymentId' }).lazy(() => withWords(import('./payment/payment.lazy.ts')).then((room) => room.paymentRoute))
const receiptsRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/betalinger' }).lazy(() => withWords(import('./payment/payment.lazy.ts')).then((room) => room.receiptsRoute))
const svarRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/svar' }).lazy(() => withWords(import('./follow-up/svar.lazy.ts')).then((room) => room.Route))
const guideRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/guide' }).lazy(() => withWords(import('./guide-match/guide.lazy.ts')).then((room) => room.Route))
const careRoom = () => withWords(import('./care/care.lazy.ts'))
const daysRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/dage' }).lazy(() => careRoom().then((room) => room.daysRoute))
const careNoteRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/tilmelding/$signupId/oplysninger' }).lazy(() => careRoom().then((room) => room.careNoteRoute))
const afterwardsRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/efter/$signupId' }).lazy(() => careRoom().then((room) => room.afterwardsRoute))
const leisureRoutes = [payRoute, paymentRoute, receiptsRoute, daysRoute, careNoteRoute, afterwardsRoute, guideRoute, svarRoute, findRoute, offerRoute, signupRoute, mySignupRoute, passRoute, statementRoute, checkRoute, programsRoute, programRoute, wishesRoute, drawRoute, friendsRoute, ourHolidayRoute]

const applicationRoom = () => withWords(import('./application/application.lazy.ts'))
const applyRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ansoeg' }).lazy(() => applicationRoom().then((room) => room.applyRoute))
const questionRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ansoeg/$ordning/$question' }).lazy(() => applicationRoom().then((room) => room.questionRoute))
const checkAnswersRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/ansoeg/$ordning/tjek' }).lazy(() => applicationRoom().then((room) => room.checkRoute))
const receiptRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/kvittering/$applicationId' }).lazy(() => applicationRoom().then((room) => room.receiptRoute))
const quickTestRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/kan-vi-faa-det' }).lazy(() => withWords(import('./quick-test/quick-test.lazy.ts')).then((room) => room.Route))
const courseRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/forloeb' }).lazy(() => withWords(import('./home/home.lazy.ts')).then((room) => room.courseRoute))
const applicationRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/forloeb/$applicationId' }).lazy(() => withWords(import('./home/home.lazy.ts')).then((room) => room.applicationRoute))
const papersRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/papirer' }).lazy(() => withWords(import('./letter/letter.lazy.ts')).then((room) => room.papersRoute))
const letterRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/papirer/$letterId' }).lazy(() => withWords(import('./letter/letter.lazy.ts')).then((room) => room.letterRoute))
const whoLookedRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/hvem-har-set' }).lazy(() => withWords(import('./looked/looked.lazy.ts')).then((room) => room.Route))
const withoutMitIdRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/uden-mitid' }).lazy(() => withWords(import('./home/help.lazy.ts')).then((room) => room.withoutMitIdRoute))
const accessibilityRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/was' }).lazy(() => withWords(import('./home/help.lazy.ts')).then((room) => room.accessibilityRoute))
const loginFailedRoute = createRoute({ getParentRoute: () => kommuneRoute, path: '/login-fejl' }).lazy(() => withWords(import('./home/help.lazy.ts')).then((room) => room.loginFailedRoute))
const ownRoutes = [
  quickTestRoute, applyRoute, questionRoute, checkAnswersRoute, receiptRoute, courseRoute, applicationRoute, papersRoute, letterRoute,
  whoLookedRoute, withoutMitIdRoute, accessibilityRoute, loginFailedRoute,
]

/** The pages of the family app. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([kommunerRoute, strayLoginRoute, kommuneRoute.addChildren([startRoute, ...ownRoutes, ...leisureRoutes])]),
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
