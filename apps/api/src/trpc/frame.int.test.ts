import { initTRPC } from '@trpc/server'
import { Done } from '@medspil/contracts/shared'
import { mutationInput } from '@medspil/contracts/shared'
import { newId, type Tx } from '@medspil/db'
import { noteSecurity } from '@medspil/db/access'
import type { Actor } from '@medspil/domain/access'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeKommune, makeStaff } from '@medspil/testing/factories'
import * as z from 'zod/mini'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../errors.ts'
import { fakeGateways } from '../testing.ts'
import { type Context, createCallerFactory, kommuneMutation, router } from './procedure.ts'

const test = withDatabase()
const now = at('2026-11-20')
let kommuneId: string
let caseworker: Actor
let neighbour: Actor

beforeAll(async () => {
  kommuneId = (await makeKommune(test().admin)).id
  await test().database.asActor(job(kommuneId), { now, procedure: 'test' }, async (tx) => {
    caseworker = await makeStaff(tx, 'caseworker')
    neighbour = await makeStaff(tx, 'caseworker')
  })
})

const Note = mutationInput({ word: z.string() })
const note = (tx: Tx, word: string) => noteSecurity(tx, newId(), word, {})
/** Procedures of the real frame, with acts that a test can see. */
const acts = router({
  note: kommuneMutation.input(Note).output(Done).mutation(async ({ ctx, input }) => { await note(ctx.tx, input.word); return { done: true } }),
  refuse: kommuneMutation.input(Note).output(Done).mutation(async ({ ctx, input }) => { await note(ctx.tx, input.word); throw new Refused({ reason: 'link-used-up' }) }),
  misshape: kommuneMutation.input(Note).output(Done).mutation(async ({ ctx, input }) => { await note(ctx.tx, input.word); return { done: false } as never }),
})
const contextOf = (actor: Actor): Context => ({ actor, database: test().database, asActor: test().database.asActor, clock: () => now, gateways: fakeGateways().gateways, familyOrigin: 'https://family.example', sessionHash: null })
const callAs = (actor: Actor) => createCallerFactory(acts)(contextOf(actor))
const rows = async (word: string) => (await test().admin.query('select count(*)::int as n from security_event where event = $1', [word])).rows[0].n as number

describe('Én transaktion pr. kald', () => {
  it('en procedure, der kaster, efterlader ingen række', async () => {
    await expect(callAs(caseworker).refuse({ word: 'refused', requestId: newId() })).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
    await expect(callAs(caseworker).misshape({ word: 'misshaped', requestId: newId() })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect([await rows('refused'), await rows('misshaped')]).toEqual([0, 0])
  })

  it('rød tvilling: uden at kaste videre bliver rækken stående', async () => {
    const t = initTRPC.context<Context>().create()
    const forgetful = t.procedure.use(({ ctx, next, path }) => ctx.asActor(ctx.actor, { now, procedure: path }, (tx) => next({ ctx: { tx } })))
    const twin = t.router({ refuse: forgetful.mutation(async ({ ctx }) => { await note(ctx.tx, 'left-behind'); throw new Error('too late') }) })
    await expect(t.createCallerFactory(twin)(contextOf(caseworker)).refuse()).rejects.toThrow()
    expect(await rows('left-behind')).toBe(1)
  })

  it('en fremmed slags aktør når ikke frem, og det bliver noteret', async () => {
    const visitor: Actor = { kind: 'visitor', kommuneId, id: null }
    await expect(callAs(visitor).note({ word: 'by-visitor', requestId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect([await rows('by-visitor'), await rows('denied')]).toEqual([0, 1])
  })
})

describe('Samme id, samme svar', () => {
  it('gør arbejdet én gang, også når ti kommer på én gang', async () => {
    const input = { word: 'once', requestId: newId() }
    const answers = await Promise.all(Array.from({ length: 10 }, () => callAs(caseworker).note(input)))
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ done: true })))
    expect(await rows('once')).toBe(1)
  })

  it('afviser andet indhold under samme id', async () => {
    const requestId = newId()
    await callAs(caseworker).note({ word: 'first', requestId })
    await expect(callAs(caseworker).note({ word: 'second', requestId })).rejects.toMatchObject({ message: 'same-id-other-content' })
    expect(await rows('second')).toBe(0)
  })

  it('kender ikke en andens id', async () => {
    const input = { word: 'shared', requestId: newId() }
    await callAs(caseworker).note(input)
    await callAs(neighbour).note(input)
    expect(await rows('shared')).toBe(2)
  })

  it('en afvist prøve bruger ikke id’et op', async () => {
    const requestId = newId()
    await expect(callAs(caseworker).refuse({ word: 'tried', requestId })).rejects.toThrow()
    await callAs(caseworker).note({ word: 'tried', requestId })
    expect(await rows('tried')).toBe(1)
  })
})
