import type { AdmissionFacts, AdmissionRule, LimitStage, SignupState, TravelMinutes } from '@medspil/domain/signup'
import type { ProgramState } from '@medspil/domain/holiday-program'
import { instant, living } from '@medspil/domain/signup'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dayOf, dayOrNull } from '../days.ts'
import { fromJson } from '../json.ts'
import type { Prisma } from '../prisma-client/client.ts'
import type { BatchOffer } from './batch-facts.ts'

/** An offer as the batch decides on it, with the name a family knows it by, read without a lock. */
export interface AheadOffer extends BatchOffer { title: string; noShowText: string }

/** A child that looks ahead: what admission asks, and its living sign-ups with the offers they are at. */
export interface AheadChild { id: string; name: string; facts: AdmissionFacts; signups: { id: string; offerId: string; state: SignupState; reserved: boolean }[] }

const withAll = { occurrences: { orderBy: [{ day: 'asc' }, { timeFrom: 'asc' }] }, forening: { include: { declarations: { select: { declaredOn: true }, orderBy: { declaredOn: 'desc' }, take: 1 } } } } as const satisfies Prisma.OfferInclude

/** Reads what one activity (null: none) and these children's sign-ups stand on, as the batch would, but holding nobody up; logged as read. */
export async function loadAhead(tx: Tx, offerId: string | null, childIds: readonly string[], why: string): Promise<{ offers: AheadOffer[]; children: AheadChild[] }> {
  const { kommuneId } = tx
  const people = await tx.db.person.findMany({ where: { kommuneId, id: { in: [...childIds] } }, select: { id: true, name: true, birthDay: true, gradeValue: true, gradeAsOf: true } })
  await logRead(tx, people.map(({ id }) => id), why, ['name', 'age', 'signup'])
  const signups = await tx.db.signup.findMany({ where: { kommuneId, childId: { in: [...childIds] }, state: { in: [...living] } }, select: { id: true, childId: true, offerId: true, state: true, reserved: true } })
  const offers = await tx.db.offer.findMany({ where: { kommuneId, id: { in: [...new Set([...(offerId === null ? [] : [offerId]), ...signups.map((one) => one.offerId)])] } }, include: withAll })
  const programs = await tx.db.holidayProgram.findMany({ where: { kommuneId, id: { in: offers.flatMap(({ programId }) => programId ?? []) } } })
  return {
    offers: offers.map((offer) => offerOf(offer, programs.find(({ id }) => id === offer.programId) ?? null)),
    children: people.map(({ id, name, birthDay, gradeValue, gradeAsOf }) => {
      const asOf = dayOrNull(gradeAsOf)
      return {
        id, name, facts: { birthDay: dayOf(birthDay), grade: gradeValue === null || asOf === null ? null : { value: gradeValue, asOf } },
        signups: signups.filter(({ childId }) => childId === id).map(({ state, ...one }) => ({ ...one, state: state as SignupState })),
      }
    }),
  }
}

type OfferRow = Prisma.OfferGetPayload<{ include: typeof withAll }>
type ProgramRow = Prisma.HolidayProgramGetPayload<object>

function offerOf({ forening, occurrences, ...row }: OfferRow, program: ProgramRow | null): AheadOffer {
  return {
    id: row.id, title: row.title, foreningId: row.foreningId, programId: row.programId, state: row.state, cancelled: row.cancelledAt !== null,
    capacity: row.capacity, taken: row.taken, reserved: row.reserved, reservedTaken: row.reservedTaken, reservedUntil: row.reservedUntil && dayOf(row.reservedUntil), minimum: row.minimum, waiting: 0, waitingLast: Number(row.waitingLast),
    admits: row.admits as AdmissionRule, seasonFrom: dayOf(row.seasonFrom), seasonTo: dayOf(row.seasonTo),
    weekday: row.weekday, timeFrom: row.timeFrom, timeTo: row.timeTo, price: String(row.price),
    occurrences: occurrences.map((one) => ({ day: dayOf(one.day), from: one.timeFrom, to: one.timeTo, place: one.place, area: row.area })),
    forening: { approval: forening.approval, approvedOn: forening.approvedOn && dayOf(forening.approvedOn), declaredOn: forening.declarations[0] ? dayOf(forening.declarations[0].declaredOn) : null, providerType: forening.providerType },
    program: program && {
      state: program.state as ProgramState, opensAt: instant(program.opensAt.toISOString()), closesAt: instant(program.closesAt.toISOString()), stages: fromJson<LimitStage[]>(program.stages), offerHours: program.offerHours,
      travel: fromJson<TravelMinutes>(program.travelMinutes), groupTooLarge: program.groupTooLarge as 'pass-over', seatMinutes: program.seatMinutes, payHours: program.payHours, refundRule: fromJson<{ untilDays: number; percent: number }[]>(program.refundRule),
    },
    noShowText: program?.noShowText ?? '',
  }
}
