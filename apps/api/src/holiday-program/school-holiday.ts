import type { SaveSchoolHoliday, SchoolHolidayView } from '@medspil/contracts/holiday-program/desk'
import { audit } from '@medspil/db'
import { loadSchoolHolidays, saveSchoolHoliday } from '@medspil/db/holiday-program'
import { day } from '@medspil/domain/day'
import { Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** The kommune's table of school holidays, newest first. */
export async function listSchoolHolidays(shell: Shell): Promise<SchoolHolidayView[]> {
  await allow(shell, 'holiday-program.desk')
  return loadSchoolHolidays(shell.tx)
}

/**
 * Sets the days of one holiday. Programmes that exist keep their own days: families were told them.
 * @throws Refused when the last day is before the first
 */
export async function setSchoolHoliday(shell: Shell, { requestId: id, schoolYear, holiday, ...days }: SaveSchoolHoliday): Promise<SchoolHolidayView[]> {
  await allow(shell, 'holiday-program.school-holidays')
  const { tx } = shell
  const [fromDay, toDay] = [day(days.fromDay), day(days.toDay)]
  if (toDay < fromDay) throw new Refused({ reason: 'holiday-days-turned' })
  const before = await saveSchoolHoliday(tx, { id, schoolYear, holiday, fromDay, toDay })
  await audit(tx, 'school-holiday.set', { id }, { schoolYear, holiday, fromDay, toDay, before: before && `${before.fromDay}/${before.toDay}` })
  return loadSchoolHolidays(tx)
}
