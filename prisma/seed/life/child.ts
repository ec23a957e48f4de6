import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, addYears, type Day } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { makeChildAccess, makeFamily } from '@medspil/testing/factories'
import { nameFamily } from './names.ts'
import { followTeam } from './team.ts'
import type { Timeline } from './timeline.ts'
import { asJob, employee, foreningDesk, type Ground, on, type World } from './world.ts'

/** How families meet one ordning in the made-up year. */
export interface Door {
  ordningKey: string
  /** Who comes: the family itself, or a fagperson who gives. */
  by: 'family' | 'fagperson'
  /** What is asked for. */
  supports: ('guidance' | 'kontingent' | 'kit' | 'camp')[]
  months: number | null
  ages: { from: number; to: number }
}

const areas = ['Område 1', 'Område 2', 'Område 3']
const nothing = { activities: [], days: [], withWhom: null, note: null }

/** One child's way from being met to being gone or still there. It happens by the same verbs that people use. */
export async function liveOn(world: World, ground: Ground, timeline: Timeline, door: Door, met: Day): Promise<void> {
  const { chance } = world
  const made = nameFamily(chance)
  const age = chance.between(door.ages.from, door.ages.to)
  const birthDay = addDays(addYears(met, -age), -chance.between(1, 360))
  const { childId, guardianId } = await asJob(world, ground, met, (tx) => makeFamily(tx,
    { name: made.child, gender: made.gender, birthDay, area: chance.pick(areas), school: 'Engskolen' }, { name: made.guardian, language: made.language, area: chance.pick(areas) }))
  const family: Actor = { kind: 'family', kommuneId: ground.kommuneId, id: guardianId, name: made.guardian, birthDay: addYears(met, -35), personKey: `seed:${guardianId}` }

  const granted = door.by === 'fagperson' ? await giveByFagperson(world, ground, door, met, childId, made.child) : await applyByFamily(world, ground, door, met, childId, family)
  if (granted === null || granted > world.today) return
  if (!door.supports.includes('kontingent')) return
  // Some passes are never used: the hole that follow-up is for.
  if (chance.yes(0.14)) return
  timeline.at(addDays(granted, chance.between(2, 40)), () => signUp(world, ground, timeline, childId, family, age))
}

/** A fagperson gives or nominates, and where it takes a decision the caseworker decides. @returns the day it was granted; null when it was not */
export async function giveByFagperson(world: World, ground: Ground, door: Door, met: Day, childId: string, name: string): Promise<Day | null> {
  const fagperson = await employee(world, ground, 'fagperson')
  await asJob(world, ground, met, (tx) => makeChildAccess(tx, { childId, staffId: fagperson.id, why: 'found' }))
  const first = firstNameOf(name)
  const { outcome, applicationId } = await on(world, met, fagperson).application.give({
    requestId: newId(), childId, ordningKey: door.ordningKey, supports: door.supports.map((kind) => ({ kind })), months: door.months,
    chips: [...chips[door.ordningKey] ?? []],
    line: `${first} vil gerne i gang, men kender ingen på holdet.`, childView: `${first} vil gerne gå til noget sammen med andre.`, wishes: nothing, openCase: true,
    consent: { givenById: null, givenBy: 'Mor', givenOn: met, how: 'oral', textShown: 'Må jeg sende det til kommunen?' },
  })
  return outcome === 'granted' ? met : decide(world, ground, met, applicationId)
}

const chips: Record<string, string[]> = { 'hel-fritid': ['not-active', 'needs-help-to-start'], 'guide-to-move': ['not-active', 'economy-is-barrier', 'decisive-for-start'], 'aktiv-sommer': ['needs-support'] }

async function applyByFamily(world: World, ground: Ground, door: Door, met: Day, childId: string, family: Actor): Promise<Day | null> {
  const { applicationId, state } = await on(world, met, family).application.submit({
    requestId: newId(), childId, ordningKey: door.ordningKey, supports: door.supports.map((kind) => ({ kind })), start: null, months: door.months, activity: null,
    answers: { activity: 'none', paidByOthers: [], statements: [] }, wishes: nothing, childView: 'Jeg vil gerne prøve.', language: 'da',
  })
  return state === 'granted' ? met : decide(world, ground, met, applicationId)
}

/** The caseworker opens it some days later; what was met in the last days still lies in the inbox. */
async function decide(world: World, ground: Ground, met: Day, applicationId: string): Promise<Day | null> {
  const day = addDays(met, world.chance.between(2, 8))
  if (day >= world.today) return null
  const caseworker = on(world, day, await employee(world, ground, 'caseworker')).application
  let view = await caseworker.read({ applicationId })
  const isRefused = world.chance.yes(0.08)
  for (const { criterionId } of view.criteria.filter(({ question, judgement }) => question !== null && judgement === null)) {
    view = await caseworker.judge({ requestId: newId(), applicationId, criterionId, result: isRefused ? 'not-met' : 'met', reason: isRefused ? 'Familien går allerede til flere ting og betaler selv.' : 'Barnet kender ingen endnu, og en fast plads hjælper i gang.' })
  }
  if (isRefused) view = await caseworker.exemptHearing({ requestId: newId(), applicationId, reason: 'Familien har selv fortalt det hele i telefonen i dag.' }).catch(() => view)
  const isMet = (id: string) => view.criteria.some(({ criterionId, judgement }) => criterionId === id && judgement?.result === 'met')
  const given = isRefused ? [] : view.lines.filter(({ blockedBy, waitsFor, offered }) => offered && blockedBy.length === 0 && waitsFor.every(isMet)).map(({ kind, asked, most }) => ({ kind, amount: asked ?? most }))
  const isWhole = given.length === view.lines.length
  const decided = await caseworker.decide({
    requestId: newId(), applicationId, given, weighed: '', whatWouldChange: isWhole ? '' : 'Ring til os, hvis noget ændrer sig.', childView: view.childView,
    reasons: isWhole ? null : { rules: 'Passet er for børn, der ikke går til noget.', considerations: 'Vi har lagt vægt på, hvad barnet går til nu.', facts: 'Familien har fortalt, at barnet går til to ting.' },
  })
  return decided.fritidspasId || decided.result !== 'refused' ? day : null
}

async function signUp(world: World, ground: Ground, timeline: Timeline, childId: string, family: Actor, age: number): Promise<void> {
  const { chance } = world
  const today = timelineDay(world)
  const offers = await asJob(world, ground, today, (tx) => tx.db.offer.findMany({
    where: { kommuneId: ground.kommuneId, programId: null, state: 'published', ageFrom: { lte: age }, ageTo: { gte: age }, seasonFrom: { lte: new Date(`${addDays(today, 21)}T00:00:00Z`) }, seasonTo: { gte: new Date(`${addDays(today, 45)}T00:00:00Z`) } },
    select: { id: true, foreningId: true, weekday: true, seasonFrom: true, seasonTo: true, price: true }, orderBy: { title: 'asc' },
  }))
  if (offers.length === 0) return
  const offer = chance.pick(offers)
  const receipt = await on(world, today, family).signup.request({ requestId: newId(), childId, offerId: offer.id, acceptsClash: false }).catch(refusedOrThrow)
  if (receipt?.state !== 'requested' && receipt?.state !== 'confirmed') return
  const answerOn = addDays(today, chance.between(1, 6))
  timeline.at(answerOn, async () => {
    const desk = foreningDesk(ground, offer.foreningId)
    if (chance.yes(0.05)) { await on(world, answerOn, desk).forening.answerSignup({ requestId: newId(), signupId: receipt.signupId, answer: { kind: 'full' } }); return }
    const periodFrom = [answerOn, offer.seasonFrom.toISOString().slice(0, 10) as Day].sort().at(-1) ?? answerOn
    await on(world, answerOn, desk).forening.answerSignup({ requestId: newId(), signupId: receipt.signupId, answer: { kind: 'yes', fee: offer.price, periodFrom, periodTo: offer.seasonTo.toISOString().slice(0, 10) } })
    await followTeam(world, ground, timeline, { childId, family, signupId: receipt.signupId, offerId: offer.id, foreningId: offer.foreningId, weekday: offer.weekday ?? 1, from: periodFrom })
  })
}

/** A refusal is part of life (a full team, an empty purse); anything else is a fault. */
function refusedOrThrow(error: unknown): null {
  if ((error as { code?: string }).code === 'UNPROCESSABLE_CONTENT') return null
  throw error
}

let clock: Day | null = null
/** The day the simulation stands on; set by the loop, so that events need no argument. */
export const setTimelineDay = (d: Day): void => { clock = d }
const timelineDay = (world: World): Day => clock ?? world.begins
