import { newId } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { job, withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { expect, test as it } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { holder, plantForeningWorld } from '../forening/forening.test-kit.ts'
import { today } from '../signup/signup.test-kit.ts'
import { callerAs, startApi } from '../testing.ts'
import { kayak, summerPlan } from './program.test-kit.ts'

const test = withDatabase()

it('programmet kan hentes som PDF af alle, når det er udgivet, og kladden af ingen', async () => {
  const world = await plantForeningWorld(test())
  const staff = await test().database.asActor(job(world.kommuneId), { now: today, procedure: 'test' }, (tx) => makeStaff(tx, 'fritidsvejleder')) as StaffMember
  const desk = callerAs(test().database, staff, { now: today })
  const { programId } = await desk.holidayProgram.save({ requestId: newId(), programId: null, ordningId: world.ordningId, plan: summerPlan() })
  const { offerId } = await callerAs(test().database, holder(world, 'forening-desk', world.foreningId), { now: today }).holidayProgram.saveActivity({ requestId: newId(), programId, ...kayak() })
  await desk.forening.moderateOffer({ requestId: newId(), offerId, verdict: { kind: 'publish' } })
  const api = await startApi({ database: test().database, clock: () => today })
  const { key } = (await test().admin.query('select key from kommune where id = $1', [world.kommuneId])).rows[0] as { key: string }
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
