import { type Day, type Weekday } from '@medspil/domain/day'
import type { Forening } from '@medspil/domain/forening'
import type { OfferState } from '@medspil/domain/offer'
import { type AdmissionFacts, type AdmissionRule, openShare } from '@medspil/domain/signup'
import { ore, type Ore } from '@medspil/ledger'
import type { Tx } from './as-actor.ts'
import { logRead } from './audit.ts'
import { dateOf, dayOf, dayOrNull } from './days.ts'
import { fromJson } from './json.ts'
import type { Prisma } from './prisma-client/client.ts'

export { countProgramWaiting, listActivities, type ListedActivity } from './offer/list-activities.ts'

/** An offer as it stands, with the forening behind it. Price in øre. */
export interface StoredOffer {
  id: string; programId: string | null; title: string; activity: string; description: string; pictogram: string
  ageFrom: number; ageTo: number; admits: AdmissionRule; weekday: Weekday | null; timeFrom: string; timeTo: string
  place: string; area: string; travel: string; price: Ore; priceKind: string; firstDay: Day; lastDay: Day
  /** Without the places kept for supported children: nobody outside the programme may see that there are any. */
  capacity: number; taken: number; trialFree: boolean; supportNeeds: string[]; state: OfferState; cancelled: boolean
  foreningId: string; foreningName: string; providerType: string; forening: Forening
  occurrences: { day: Day; timeFrom: string; timeTo: string; place: string }[]
  equipment: string; accessibility: string; languages: string[]; minimum: number | null; minimumDecidedOn: Day | null
}

/** What a family gets back that says no at least so many days before the first meeting; per cent of its own share. */
export interface StoredRefundStep { untilDays: number; percent: number }

/** Choices that the database can make; the rest is the rules'. */
export interface OfferSearch { programId: string | null; age?: number | undefined; weekday?: number | undefined; area?: string | undefined; text?: string | undefined }

/** Most offers in a plain list. */
const listSize = 300

const withForening = (today: Date) => ({
  forening: { include: { declarations: { select: { declaredOn: true }, orderBy: { declaredOn: 'desc' }, take: 1 } } },
  occurrences: { where: { day: { gte: today } }, orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] },
} as const satisfies Prisma.OfferInclude)

/** Published offers whose season is not over, by title. Public: nothing of a child. */
export async function searchOffers(tx: Tx, search: OfferSearch): Promise<StoredOffer[]> {
  const { programId, age, weekday, area, text } = search
  const words = text?.trim().split(/\s+/).filter(Boolean) ?? []
  const today = dateOf(tx.now.day)
  const rows = await tx.db.offer.findMany({
    where: {
      kommuneId: tx.kommuneId, programId, state: 'published', ...(programId === null && { seasonTo: { gte: today } }),
      ...(age !== undefined && { ageFrom: { lte: age }, ageTo: { gte: age } }), ...(weekday !== undefined && { weekday }), ...(area !== undefined && { area }),
      AND: words.map((word) => ({ OR: [
        { title: { contains: word, mode: 'insensitive' } }, { activity: { contains: word, mode: 'insensitive' } },
        { place: { contains: word, mode: 'insensitive' } }, { forening: { name: { contains: word, mode: 'insensitive' } } },
      ] })),
    },
    include: withForening(today), orderBy: [{ title: 'asc' }, { id: 'asc' }], take: listSize,
  })
  return rows.map(offerOf)
}

/** One offer in whatever state; null when there is none. */
export async function loadOffer(tx: Tx, id: string): Promise<StoredOffer | null> {
  const row = await tx.db.offer.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: withForening(dateOf(tx.now.day)) })
  return row && offerOf(row)
}

/** The published refund table of a holiday programme. */
export async function loadRefundSteps(tx: Tx, programId: string): Promise<StoredRefundStep[]> {
  const row = await tx.db.holidayProgram.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: programId } }, select: { refundRule: true } })
  return row ? fromJson<StoredRefundStep[]>(row.refundRule) : []
}

/** The areas that have published offers, by name. */
export async function loadOfferAreas(tx: Tx): Promise<string[]> {
  const rows = await tx.db.offer.findMany({ where: { kommuneId: tx.kommuneId, state: 'published', programId: null }, distinct: ['area'], select: { area: true }, orderBy: { area: 'asc' } })
  return rows.map(({ area }) => area)
}

/** Whose offer it is; null when there is none. */
export async function loadOfferForening(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.offer.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { foreningId: true } })
  return row?.foreningId ?? null
}

/** What fitting asks about a child, and its living sign-ups by offer; logged as read. Null when it is not the actor's to see. */
export async function loadChildForOffers(tx: Tx, childId: string, why: string): Promise<{ facts: AdmissionFacts; signupByOffer: ReadonlyMap<string, string> } | null> {
  const person = await tx.db.person.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: childId } }, select: { birthDay: true, gradeValue: true, gradeAsOf: true } })
  if (!person) return null
  await logRead(tx, [childId], why, ['age', 'signup'])
  const signups = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, childId, OR: [{ place: true }, { state: 'waiting' }] }, select: { id: true, offerId: true },
  })
  const gradeAsOf = dayOrNull(person.gradeAsOf)
  return {
    facts: { birthDay: dayOf(person.birthDay), grade: person.gradeValue === null || gradeAsOf === null ? null : { value: person.gradeValue, asOf: gradeAsOf } },
    signupByOffer: new Map(signups.map(({ id, offerId }) => [offerId, id])),
  }
}

type Row = Prisma.OfferGetPayload<{ include: ReturnType<typeof withForening> }>

function offerOf({ forening, occurrences, ...row }: Row): StoredOffer {
  return {
    id: row.id, programId: row.programId, title: row.title, activity: row.activity, description: row.description, pictogram: row.pictogram,
    ageFrom: row.ageFrom, ageTo: row.ageTo, admits: row.admits as AdmissionRule, weekday: row.weekday as Weekday | null, timeFrom: row.timeFrom, timeTo: row.timeTo,
    place: row.place, area: row.area, travel: row.travel, price: ore(row.price), priceKind: row.priceKind, firstDay: dayOf(row.seasonFrom), lastDay: dayOf(row.seasonTo),
    ...openShare(row), trialFree: row.trialFree, supportNeeds: row.supportNeeds, state: row.state as OfferState, cancelled: row.cancelledAt !== null,
    foreningId: forening.id, foreningName: forening.name, providerType: forening.providerType,
    forening: {
      state: forening.approval as Forening['state'], since: forening.approvedOn ? dayOf(forening.approvedOn) : dayOf(row.seasonFrom), limitedTo: null,
      providerType: forening.providerType, declaredOn: dayOrNull(forening.declarations[0]?.declaredOn ?? null),
      payment: { rail: 'stripe', accountId: forening.stripeAccountId, missing: [] },
    },
    occurrences: occurrences.map((one) => ({ day: dayOf(one.day), timeFrom: one.timeFrom, timeTo: one.timeTo, place: one.place })),
    equipment: row.equipment, accessibility: row.accessibility, languages: row.languages, minimum: row.minimum, minimumDecidedOn: dayOrNull(row.minimumDecidedOn),
  }
}
