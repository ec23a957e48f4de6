import type { Day } from '@medspil/domain/day'
import type { HolidayKind, ProgramPlan, ProgramState, RefundStep } from '@medspil/domain/holiday-program'
import { instant, type LimitStage, type TravelMinutes } from '@medspil/domain/signup'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'
import { fromJson, toJson } from '../json.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** A programme as the kommune works with it, drafts too. */
export interface DeskProgram { id: string; ordningId: string; state: ProgramState; plan: ProgramPlan & { publicChance: string | null }; copiedFromId: string | null; invitedAt: Date | null }

/** A holiday of the kommune's own table. */
export interface StoredHoliday { id: string; schoolYear: string; holiday: HolidayKind; fromDay: Day; toDay: Day }

/** The school holidays, newest first. */
export async function loadSchoolHolidays(tx: Tx): Promise<StoredHoliday[]> {
  const rows = await tx.db.schoolHoliday.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: { fromDay: 'desc' } })
  return rows.map(({ id, schoolYear, holiday, fromDay, toDay }) => ({ id, schoolYear, holiday: holiday as HolidayKind, fromDay: dayOf(fromDay), toDay: dayOf(toDay) }))
}

/** Sets the days of a holiday, whether or not the school year had it. @returns the days it had before */
export async function saveSchoolHoliday(tx: Tx, holiday: StoredHoliday): Promise<{ fromDay: Day; toDay: Day } | null> {
  const { id, schoolYear, holiday: kind } = holiday
  const days = { fromDay: dateOf(holiday.fromDay), toDay: dateOf(holiday.toDay) }
  const before = await tx.db.schoolHoliday.findUnique({ where: { kommuneId_schoolYear_holiday: { kommuneId: tx.kommuneId, schoolYear, holiday: kind } } })
  if (before) await tx.db.schoolHoliday.updateMany({ where: { kommuneId: tx.kommuneId, id: before.id }, data: days })
  else await tx.db.schoolHoliday.createMany({ data: [{ kommuneId: tx.kommuneId, id, schoolYear, holiday: kind, ...days }] })
  return before && { fromDay: dayOf(before.fromDay), toDay: dayOf(before.toDay) }
}

/** Every programme, newest holiday first. */
export async function loadDeskPrograms(tx: Tx): Promise<DeskProgram[]> {
  return (await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }] })).map(programOf)
}

/** One programme in whatever state; null when there is none. @param lock holds the row until the end, so that two people cannot move it at once */
export async function loadDeskProgram(tx: Tx, id: string, lock = false): Promise<DeskProgram | null> {
  if (lock) await tx.db.$queryRaw`select 1 from holiday_program h where h.kommune_id = ${tx.kommuneId}::uuid and h.id = ${id}::uuid for no key update`
  const row = await tx.db.holidayProgram.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  return row && programOf(row)
}

/** A new draft. */
export async function addProgram(tx: Tx, program: { id: string; ordningId: string; ordningVersionId: string; copiedFromId: string | null; plan: DeskProgram['plan'] }): Promise<void> {
  const { plan, ...rest } = program
  await tx.db.holidayProgram.createMany({ data: [{ kommuneId: tx.kommuneId, ...rest, state: 'draft', ...columnsOf(plan) }] })
}

/** Another plan for a draft. */
export async function changeProgram(tx: Tx, id: string, program: { ordningId: string; ordningVersionId: string; plan: DeskProgram['plan'] }): Promise<void> {
  const { plan, ...rest } = program
  await tx.db.holidayProgram.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { ...rest, ...columnsOf(plan) } })
}

/** Notes that organisers were asked, the first time. */
export async function markInvited(tx: Tx, id: string): Promise<void> {
  await tx.db.holidayProgram.updateMany({ where: { kommuneId: tx.kommuneId, id, invitedAt: null }, data: { invitedAt: tx.now.at } })
}

/** How many children have asked for anything in a programme: a wish, a number or a place, also an ended one. Read in the kommune's name. */
export async function countProgramChildren(tx: Tx, programId: string): Promise<number> {
  const rows = await tx.db.$queryRaw<{ n: number }[]>`select count(distinct s.child_id)::int as n from signup s where s.kommune_id = ${tx.kommuneId}::uuid and s.program_id = ${programId}::uuid`
  return rows[0]!.n
}

/** When each organiser was last sent a link to describe activities for a programme. Read in the kommune's name. */
export async function loadAsked(tx: Tx, programId: string): Promise<Map<string, Date>> {
  const rows = await tx.db.$queryRaw<{ foreningId: string; at: Date }[]>`
    select j.payload->>'foreningId' as "foreningId", max(j.at) as at from outbox_job j
    where j.kommune_id = ${tx.kommuneId}::uuid and j.name = 'tell-forening' and j.payload->>'purpose' in ('describe-activities', 'activities-reminder') and j.payload->>'subjectId' = ${programId} group by 1`
  return new Map(rows.map(({ foreningId, at }) => [foreningId, at]))
}

/**
 * Links to describe activities that end before a moment, of organisers with nothing described yet or something that is not
 * approved. A link that was ended, or whose time is over, is nobody's to save. For the worker.
 */
export async function loadEndingLinks(tx: Tx, before: Date): Promise<{ id: string; foreningId: string; programId: string }[]> {
  return tx.db.$queryRaw<{ id: string; foreningId: string; programId: string }[]>`
    select l.id, l.forening_id as "foreningId", l.subject_id as "programId" from link l
    where l.kommune_id = ${tx.kommuneId}::uuid and l.purpose = 'program-activities' and l.revoked_at is null and l.expires_at > ${tx.now.at} and l.expires_at <= ${before}
      and (not exists (select 1 from offer o where o.kommune_id = l.kommune_id and o.forening_id = l.forening_id and o.program_id = l.subject_id and o.state <> 'withdrawn')
        or exists (select 1 from offer o where o.kommune_id = l.kommune_id and o.forening_id = l.forening_id and o.program_id = l.subject_id and o.state in ('draft', 'in-moderation', 'sent-back')))
    order by l.id`
}

type Row = Prisma.HolidayProgramGetPayload<object>
const moment = (at: Date) => instant(at.toISOString())

function programOf(row: Row): DeskProgram {
  const { id, ordningId, copiedFromId, invitedAt, name, mostWishes, loserNumbers, publicChance, seatMinutes, payHours, offerHours, careOpensDays, careErasedDays, noShowText } = row
  return {
    id, ordningId, copiedFromId, invitedAt, state: row.state as ProgramState,
    plan: {
      name, mostWishes, loserNumbers, publicChance, seatMinutes, payHours, offerHours, careOpensDays, careErasedDays, noShowText, holiday: row.holiday as HolidayKind, fromDay: dayOf(row.fromDay), toDay: dayOf(row.toDay),
      way: row.way as ProgramPlan['way'], opensAt: moment(row.opensAt), closesAt: moment(row.closesAt), wishesOpenAt: row.wishesOpenAt && moment(row.wishesOpenAt), wishesCloseAt: row.wishesCloseAt && moment(row.wishesCloseAt),
      stages: fromJson<LimitStage[]>(row.stages), refundRule: fromJson<RefundStep[]>(row.refundRule), travelMinutes: fromJson<TravelMinutes>(row.travelMinutes),
      groupTooLarge: row.groupTooLarge as ProgramPlan['groupTooLarge'], answerBy: dayOrNull(row.answerBy),
    },
  }
}

function columnsOf({ fromDay, toDay, opensAt, closesAt, wishesOpenAt, wishesCloseAt, stages, refundRule, travelMinutes, answerBy, ...plain }: DeskProgram['plan']) {
  return {
    ...plain, fromDay: dateOf(fromDay), toDay: dateOf(toDay), opensAt: new Date(opensAt), closesAt: new Date(closesAt), wishesOpenAt: wishesOpenAt && new Date(wishesOpenAt), wishesCloseAt: wishesCloseAt && new Date(wishesCloseAt),
    stages: toJson(stages), refundRule: toJson(refundRule), travelMinutes: toJson(travelMinutes), answerBy: answerBy && dateOf(answerBy),
  }
}
