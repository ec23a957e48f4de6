import { serve } from '@hono/node-server'
import { newId, openDatabase, openKeyring } from '@medspil/db'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import * as z from 'zod/mini'

/**
 * The same job as one would write it first: tRPC, zod and an interactive Prisma transaction of five queries, as the
 * database's administrator without login, policies, rule or stored answer. The bench holds the product against it.
 */
const database = openDatabase(process.env['PLAIN_DATABASE_URL'] ?? '', openKeyring([process.env['MASTER_KEY'] ?? '']), 10)
const t = initTRPC.create()
const Wanted = z.strictObject({ requestId: z.uuid(), childId: z.uuid(), offerId: z.uuid(), acceptsClash: z.boolean() })

const router = t.router({
  'signup.request': t.procedure.input(Wanted).mutation(({ input: { requestId, childId, offerId } }) =>
    database.prisma.$transaction(async (tx) => {
      // The update locks the row, so that what it returns is still true at the insert.
      const [offer] = await tx.offer.updateManyAndReturn({ where: { id: offerId }, data: { state: 'published' } })
      if (!offer) throw new Error('no such offer')
      const { kommuneId, programId, price } = offer
      const known = await tx.signup.findFirst({ where: { kommuneId, childId, offerId } })
      if (known) return { signupId: known.id, state: known.state, existing: true }
      const place = offer.taken < offer.capacity
      const state = place ? 'confirmed' : 'waiting'
      await tx.signup.createMany({ data: [{ kommuneId, id: requestId, offerId, childId, programId, displayName: 'Alma P.', state, place, price, passPays: 0n, familyPays: price, requestedKind: 'family', createdAt: new Date() }] })
      await tx.auditEvent.createMany({ data: [{ kommuneId, id: newId(), at: new Date(), actorKind: 'family', actorName: 'Berit', event: 'signup.place-given', subjectId: requestId, childId, facts: { offerId } }] })
      await tx.outboxJob.createMany({ data: [{ kommuneId, id: newId(), at: new Date(), name: 'tell-family', payload: { childId } }] })
      return { signupId: requestId, state, existing: false }
    }, { maxWait: 60_000, timeout: 60_000 })),
})

const app = new Hono()
app.all('/trpc/*', (c) => fetchRequestHandler({ endpoint: '/trpc', req: c.req.raw, router, allowMethodOverride: true }))
serve({ fetch: app.fetch, port: Number(process.env['PORT']) }, () => process.stdout.write('plain-server-started\n'))
