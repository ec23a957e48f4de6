import { accessRouter } from '../access/router.ts'
import { applicationRouter } from '../application/router.ts'
import { attendanceRouter } from '../attendance/router.ts'
import { careRouter } from '../care/router.ts'
import { followUpRouter } from '../follow-up/router.ts'
import { foreningRouter } from '../forening/router.ts'
import { fritidspasRouter } from '../fritidspas/router.ts'
import { guideMatchRouter } from '../guide-match/router.ts'
import { holidayProgramRouter } from '../holiday-program/router.ts'
import { letterRouter } from '../letter/router.ts'
import { offerRouter } from '../offer/router.ts'
import { ordningRouter } from '../ordning/router.ts'
import { paymentRouter } from '../payment/router.ts'
import { poolRouter } from '../pool/router.ts'
import { reportRouter } from '../report/router.ts'
import { signupRouter } from '../signup/router.ts'
import { subsidyRouter } from '../subsidy/router.ts'
import { createCallerFactory, router } from './procedure.ts'

/** Every procedure, by room. */
export const appRouter = router({
  access: accessRouter,
  application: applicationRouter,
  attendance: attendanceRouter,
  care: careRouter,
  followUp: followUpRouter,
  forening: foreningRouter,
  fritidspas: fritidspasRouter,
  guideMatch: guideMatchRouter,
  holidayProgram: holidayProgramRouter,
  letter: letterRouter,
  offer: offerRouter,
  ordning: ordningRouter,
  payment: paymentRouter,
  pool: poolRouter,
  report: reportRouter,
  signup: signupRouter,
  subsidy: subsidyRouter,
})

/** The router's shape: all that the frontends know of it. */
export type AppRouter = typeof appRouter

/** Calls procedures as a given actor, without HTTP: for tests and the seed. */
export const createCaller = createCallerFactory(appRouter)
