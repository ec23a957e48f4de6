import type { FindChildInput, FoundChild, OpenDoor } from '@medspil/contracts/application'
import { audit, type Tx } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { type ChildFacts, endLookUps, letStaffIn, loadChild, loadGuardians } from '@medspil/db/application'
import { Cpr } from '@medspil/db/cpr'
import { loadOrdninger, type StoredOrdning } from '@medspil/db/ordning'
import { decideAccess, isStaff, type StaffMember } from '@medspil/domain/access'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import type { OrdningRules } from '@medspil/domain/ordning'
import { NotFound } from '../errors.ts'
import { monthsToChoose, publishedOn, supportsOf, togetherOf } from '../ordning/index.ts'
import { answerOnce } from '../trpc/once.ts'
import type { Context } from '../trpc/procedure.ts'
import { doorFor } from './doors.ts'
import { saveRegisteredChild } from './save-registered.ts'

/** Milliseconds for which a look-up opens the child to the fagperson; an act keeps it open. */
const lookUpLasts = 24 * 3_600_000

/**
 * Finds the child a fagperson stands with, by CPR, and what this profession can do for it. The registry is asked before any
 * transaction. A child of another kommune, an adult and an unknown number are one and the same answer.
 * @throws NotFound; Unavailable when the registry does not answer
 */
export async function findChild(ctx: Context, input: FindChildInput): Promise<FoundChild> {
  const { actor } = ctx
  if (decideAccess(actor, 'application.find-child') !== 'allowed' || !isStaff(actor)) throw new NotFound('application.find-child')
  const cpr = Cpr.parse(input.cpr)
  const found = cpr && (await ctx.gateways.personRegistry.lookUp(cpr, `application.${input.purpose}`))
  const call = { now: ctx.clock(), procedure: 'application.findChild' }
  const childId = found && (await ctx.asActor({ kind: 'login', kommuneId: actor.kommuneId, id: null }, call, async (tx) => {
    const { key } = await loadKommune(tx)
    const isHere = found.person.kommuneKey === key && completedYears(found.person.birthDay, call.now.day) < 18
    return isHere ? saveRegisteredChild(tx, found, key) : null
  }))
  if (!childId) throw new NotFound('application.find-child')
  return ctx.asActor(actor, call, async (tx) =>
    (await answerOnce(tx, call.procedure, input, async () => ({ ok: true as const, data: await openFor(tx, actor, childId, input.purpose) }))).data)
}

async function openFor(tx: Tx, fagperson: StaffMember, childId: string, purpose: FindChildInput['purpose']): Promise<FoundChild> {
  await endLookUps(tx, fagperson.id, new Date(tx.now.at.getTime() - lookUpLasts))
  await letStaffIn(tx, childId, fagperson.id, 'found')
  const child = await loadChild(tx, childId, purpose === 'grant' ? 'vil give fritidspas' : 'vil indstille')
  if (!child) throw new NotFound()
  await audit(tx, 'application.child-found', { id: childId, childId }, { purpose })
  return viewOf(tx, child, fagperson.profession ?? '')
}

async function viewOf(tx: Tx, child: ChildFacts, profession: string): Promise<FoundChild> {
  const doors: OpenDoor[] = []
  const closed: FoundChild['closed'] = []
  for (const ordning of await loadOrdninger(tx)) {
    const answer = publishedOn(ordning, tx)
    if (!answer.ok) continue
    const { rules } = answer.version
    // Whether the open case is theirs is asked on the form, so a door that waits for it stands open here.
    const asker = { kind: 'fagperson', profession, openCase: true } as const
    const open = supportsOf(rules).filter(({ kind }) => doorFor(rules, [kind], asker).ok)
    const door = doorFor(rules, (open.length > 0 ? open : supportsOf(rules)).map(({ kind }) => kind), asker)
    if (door.ok && door.door !== 'offered') doors.push(openDoor(ordning, rules, child, { door: door.door, consent: door.consent === 'written' ? 'written' : 'oralOrWritten', supports: open }))
    else if (!door.ok) closed.push({ ordningKey: ordning.key, ordningName: ordning.name, whyNot: door.whyNot.reason, listed: 'listed' in door.whyNot ? door.whyNot.listed : [] })
  }
  const guardians = await loadGuardians(tx, child.id)
  return {
    childId: child.id, name: child.name, age: completedYears(child.birthDay, tx.now.day), school: child.school,
    guardians: guardians.map(({ id, name }) => ({ personId: id, name })), doors, closed,
  }
}

function openDoor(ordning: StoredOrdning, rules: OrdningRules, child: ChildFacts, may: Pick<OpenDoor, 'door' | 'consent' | 'supports'>): OpenDoor {
  const name = firstNameOf(child.name)
  return {
    ordningKey: ordning.key, ordningName: ordning.name, ...may, together: togetherOf(rules), months: monthsToChoose(rules),
    chips: rules.criteria.filter(({ rule }) => rule.kind === 'judged' || rule.kind === 'activity' || rule.kind === 'throughSchool').map(({ id, says }) => ({ criterionId: id, says })),
    consentText: may.door === 'grants'
      ? `Må jeg give ${name} hjælp fra ${ordning.name}? Så får kommunen ${name}s navn og det, jeg har skrevet. I kan altid sige nej igen.`
      : `Må jeg fortælle kommunen, at ${name} kan have glæde af ${ordning.name}? Så får kommunen ${name}s navn og det, jeg har skrevet. I kan altid sige nej igen.`,
  }
}
