import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { expect, test as it } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { holder, plantForeningWorld } from '../forening/forening.test-kit.ts'
import { later, today } from '../signup/signup.test-kit.ts'
import { callerAs, startApi } from '../testing.ts'
import { kayak, summerPlan } from './program.test-kit.ts'

const test = withDatabase()

/** A programme with one activity, not published yet. */
async function draft() {
  const world = await plantForeningWorld(test())
  const staff = await test().database.asActor(job(world.kommuneId), { now: today, procedure: 'test' }, (tx) => makeStaff(tx, 'fritidsvejleder')) as StaffMember
  const desk = callerAs(test().database, staff, { now: today })
  const { programId } = await desk.holidayProgram.save({ requestId: newId(), programId: null, ordningId: world.ordningId, plan: summerPlan() })
  const { offerId } = await callerAs(test().database, holder(world, 'forening-desk', world.foreningId), { now: today }).holidayProgram.saveActivity({ requestId: newId(), programId, ...kayak() })
  await desk.forening.moderateOffer({ requestId: newId(), offerId, verdict: { kind: 'publish' } })
  const { key } = (await test().admin.query('select key from kommune where id = $1', [world.kommuneId])).rows[0] as { key: string }
  return { desk, programId, offerId, key }
}

it('programmet kan hentes som PDF af alle, når det er udgivet, og kladden af ingen', async () => {
  const { desk, programId, key } = await draft()
  const api = await startApi({ database: test().database, clock: () => today })
  const get = (file = `${programId}.pdf`, kommune = key) => openBrowser().get(`${api.family}/program-pdf/${kommune}/${file}`)
  try {
    expect((await get()).status).toBe(404)
    await desk.holidayProgram.move({ requestId: newId(), programId, to: 'published' })
    const answer = await get()
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.text.slice(0, 5)).toBe('%PDF-')
    expect(answer.text).toMatch(/pdfuaid/)
    expect([(await get(`${newId()}.pdf`)).status, (await get(undefined, 'ukendt')).status]).toEqual([404, 404])
  } finally {
    await api.stop()
  }
})

it('det sættes én gang, til der står noget andet; og én adresse kan ikke blive ved', async () => {
  const { desk, programId, offerId, key } = await draft()
  await desk.holidayProgram.move({ requestId: newId(), programId, to: 'published' })
  // The moment stands in the bytes, so the same bytes at a later one were not set again.
  let hours = 0
  const api = await startApi({ database: test().database, clock: () => later(hours += 1) })
  const get = () => openBrowser().get(`${api.family}/program-pdf/${key}/${programId}.pdf`)
  try {
    const [one, other] = await Promise.all([get(), get()])
    expect([one.status, other.text === one.text, (await get()).text === one.text]).toEqual([200, true, true])
    await test().admin.query("update offer set title = 'Kano i mørke' where id = $1", [offerId])
    const changed = await get()
    expect([changed.status, changed.text === one.text, (await get()).text === changed.text]).toEqual([200, false, true])
    const statuses = []
    for (let n = 0; n < 120; n += 20) statuses.push(...(await Promise.all(Array.from({ length: 20 }, get))).map(({ status }) => status))
    expect([statuses[0], statuses.at(-1), statuses.filter((status) => status === 429).length]).toEqual([200, 429, 5])
  } finally {
    await api.stop()
  }
})
