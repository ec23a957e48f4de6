import { audit, enqueue, loadEffects, saveEffect } from '@medspil/db'
import { loadActivities, loadBusyChildren, loadNotices, loadPlacesEnded, loadPlacesOn, loadPlacesOver, loadStillComing, saveEnd } from '@medspil/db/care-days'
import { loadMarks, saveStart } from '@medspil/db/attendance'
import { loadFamilyToTell } from '@medspil/db/forening'
import { endOfPlace, firstTraining, listDays, remindedDays, shownMarks } from '@medspil/domain/attendance'
import { addDays, type Day } from '@medspil/domain/day'
import { endAsNeverCame } from '../forening/index.ts'
import type { Tick } from '../jobs/ticks.ts'
import { closesAt } from './team.ts'

/** Local hours in which a family is told about tomorrow: after work, before the children sleep. */
const eveFrom = 16
const eveTo = 20
/** Local hour from which a list is sent, and a family asked what next. */
const morning = 8
/** Days after the last meeting in which a family is shown what to go on with. */
const afterDays = { from: 2, to: 14 }

/** Tells families on the eve of an activity that they have an appointment: each adult once a day, whatever the number of children. */
export const remindFamilies: Tick = (job) => job.inTx(async (tx) => {
  if (tx.now.hour < eveFrom || tx.now.hour >= eveTo) return
  const tomorrow = addDays(tx.now.day, 1)
  const places = (await loadPlacesOn(tx, tomorrow)).filter(({ meetings }) => remindedDays(meetings.map(({ day }) => day)).includes(tomorrow))
  const away = await loadNotices(tx, places.map(({ signupId }) => signupId))
  const keyOf = (signupId: string) => `tomorrow:${signupId}:${tomorrow}`
  const done = await loadEffects(tx, places.map(({ signupId }) => keyOf(signupId)))
  for (const place of places) {
    if (done.has(keyOf(place.signupId)) || away.get(place.signupId)?.has(tomorrow)) continue
    await saveEffect(tx, keyOf(place.signupId))
    for (const personId of await loadFamilyToTell(tx, place))
      if (await saveEffect(tx, `tomorrow:${personId}:${tomorrow}`)) await enqueue(tx, 'tell-family', { personId, childId: place.childId, purpose: 'tomorrow', subjectId: place.signupId })
  }
})

/** Sends an activity's organiser the link to its day list on the morning before its first meeting, and anew when that link would be too old. */
export const sendDayLists: Tick = (job) => job.inTx(async (tx) => {
  const { day: today, hour } = tx.now
  if (hour < morning) return
  const due = (await loadActivities(tx, today)).flatMap(({ id, foreningId, days }) => {
    const on = listDays(days).findLast((one) => one <= today)
    return on === undefined ? [] : [{ id, foreningId, key: `day-list:${id}:${on}` }]
  })
  const done = await loadEffects(tx, due.map(({ key }) => key))
  for (const { id, foreningId, key } of due) {
    if (!done.has(key) && await saveEffect(tx, key)) await enqueue(tx, 'tell-forening', { foreningId, purpose: 'team-list', subjectId: id })
  }
})

/**
 * Ends the places of an activity whose last list has closed: a child that came has had it, one that was away every time
 * without a word is a no-show, with the same consequences for money as when the forening says so itself.
 */
export const endActivities: Tick = (job) => job.inTx(async (tx) => {
  const over = (await loadPlacesOver(tx, tx.now.day)).filter(({ lastDay }) => tx.now.at > closesAt(lastDay))
  const ids = over.map(({ signupId }) => signupId)
  const [marks, notices] = [await loadMarks(tx, ids), await loadNotices(tx, ids)]
  for (const { signupId, childId, courseId, programId, state, meetings, lastDay } of over) {
    if (state !== 'confirmed' && state !== 'started') continue
    const shown = shownMarks(marks.get(signupId) ?? [])
    const came = firstTraining(shown)
    // It came before the forening had said yes, and the place was not begun by its marks.
    if (came && state === 'confirmed') await saveStart(tx, signupId, came.day)
    const end = endOfPlace(came ? 'started' : state, meetings, shown, notices.get(signupId) ?? new Set<Day>())
    if (end === 'no-show') await endAsNeverCame(tx, { id: signupId, courseId, childId, programId })
    await saveEnd(tx, signupId, end, lastDay)
    await audit(tx, end === 'no-show' ? 'signup.no-show' : 'signup.ended', { id: signupId, childId }, { lastDay })
  }
})

/** Asks the family of a child that came, and goes nowhere else, whether it would like to go on: once a programme. */
export const offerMore: Tick = (job) => job.inTx(async (tx) => {
  if (tx.now.hour < morning) return
  const ended = await loadPlacesEnded(tx, addDays(tx.now.day, -afterDays.to), addDays(tx.now.day, -afterDays.from))
  const busy = await loadBusyChildren(tx, ended.map(({ childId }) => childId))
  const coming = await loadStillComing(tx, ended)
  const keyOf = ({ childId, programId: of }: { childId: string; programId: string }) => `afterwards:${childId}:${of}`
  const done = await loadEffects(tx, ended.map(keyOf))
  for (const place of ended) {
    if (done.has(keyOf(place)) || busy.has(place.childId) || coming.has(`${place.programId}/${place.childId}`) || !(await saveEffect(tx, keyOf(place)))) continue
    for (const personId of await loadFamilyToTell(tx, place)) await enqueue(tx, 'tell-family', { personId, childId: place.childId, purpose: 'afterwards', subjectId: place.signupId })
  }
})
