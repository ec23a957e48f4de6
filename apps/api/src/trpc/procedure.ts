import { transformer } from '@medspil/contracts/transformer'
import type { AsActor, Database } from '@medspil/db'
import type { Actor, ActorKind } from '@medspil/domain/access'
import { initTRPC } from '@trpc/server'
import type { Clock } from '../clock.ts'
import { NotFound, Refused } from '../errors.ts'
import type { Gateways } from '../gateways/index.ts'
import { noteDenied } from '../access/security-log.ts'
import { answerOnce } from './once.ts'
import { Incident, toTrpcError } from './to-trpc-error.ts'

/** What a request brings: who asks and the doors it may use. The transaction is opened later, per procedure. */
export interface Context {
  actor: Actor
  database: Database
  asActor: AsActor
  clock: Clock
  /** Read before a transaction by the few procedures that need outside truth; never inside one. */
  gateways: Gateways
  /** Where families meet the product: `https://…`, for what is printed and says where to sign up. */
  familyOrigin: string
  /** For logout: the hash of the session cookie; null without a login. */
  sessionHash: Uint8Array | null
}

const t = initTRPC.context<Context>().create({
  transformer,
  errorFormatter: ({ shape, error }) => ({
    message: shape.message,
    code: shape.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      whyNot: error.cause instanceof Refused ? error.cause.whyNot : null,
      incident: error.cause instanceof Incident ? error.cause.number : null,
    },
  }),
})

const oneErrorShape = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const translated = toTrpcError(result.error)
  if (translated.cause instanceof NotFound && translated.cause.denied) await noteDenied(ctx, path, translated.cause.denied)
  throw translated
})

const onlyKinds = (kinds: readonly ActorKind[]) => t.middleware(({ ctx, next }) => {
  if (!kinds.includes(ctx.actor.kind)) throw new NotFound('kind')
  return next()
})

/** The one place where a transaction is opened. One per procedure call, since batching puts many calls into one request. */
const inOneTransaction = t.middleware(({ ctx, path, type, getRawInput, next }) => {
  const now = ctx.clock()
  return ctx.asActor(ctx.actor, { now, procedure: path }, async (tx) => {
    const run = async () => {
      const result = await next({ ctx: { tx, now, actor: ctx.actor } })
      // next() hands a failure back as a value: without this line the work would commit.
      if (!result.ok) throw result.error
      return result
    }
    return type === 'mutation' ? answerOnce(tx, path, await getRawInput(), run) : run()
  })
})

const base = t.procedure.use(oneErrorShape)
const everyone: readonly ActorKind[] = ['visitor', 'family', 'fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator', 'fritidsguide', 'forening', 'link']
const staff: readonly ActorKind[] = ['fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator']

/** Open to all who reach the page, logged in or not. */
export const publicQuery = base.use(onlyKinds(everyone)).use(inOneTransaction)
/** Guardians and young people. */
export const familyQuery = base.use(onlyKinds(['family'])).use(inOneTransaction)
export const familyMutation = familyQuery
/** The kommune's own people; which of them is the policy's table to say. */
export const kommuneQuery = base.use(onlyKinds(staff)).use(inOneTransaction)
export const kommuneMutation = kommuneQuery
/** Whoever holds a forening's link. */
export const foreningQuery = base.use(onlyKinds(['forening'])).use(inOneTransaction)
export const foreningMutation = foreningQuery
/** Whoever holds a link with a single question. */
export const linkQuery = base.use(onlyKinds(['link'])).use(inOneTransaction)
export const linkMutation = linkQuery
/** Fritidsguider. */
export const guideQuery = base.use(onlyKinds(['fritidsguide'])).use(inOneTransaction)
export const guideMutation = guideQuery
/** Everybody with a login. */
export const loggedInQuery = base.use(onlyKinds([...staff, 'family', 'fritidsguide'])).use(inOneTransaction)
export const loggedInMutation = loggedInQuery
/** Without a transaction of its own: for acts that first ask the outside world, or that queue in the sign-up batch. */
export const outsideMutation = (kinds: readonly ActorKind[]) => base.use(onlyKinds(kinds))

export const router = t.router
export const createCallerFactory = t.createCallerFactory
