import { firstNameOf } from '@medspil/domain/first-name'
import type { CalendarFile, CalendarOf } from '@medspil/contracts/attendance'
import { type HolidayPlace, loadOwnPlaces, loadSheltered } from '@medspil/db/care-days'
import { meetingId, type Meeting } from '@medspil/domain/attendance'
import ical from 'ical-generator'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

const zone = 'Europe/Copenhagen'

/** The zone's own rules, which a calendar must bring along (RFC 5545, 3.6.5): summer time from the last Sunday of March to that of October. */
const zoneRules = [
  'BEGIN:VTIMEZONE', `TZID:${zone}`,
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/**
 * The meetings of my children's holiday activities as a calendar file: first name and title, never a surname. A calendar is
 * shared and leaves our hands, so a child whose place is kept secret gets neither place nor organiser (law.md 5).
 * @throws NotFound when there is nothing to put in it
 */
export async function calendarFile(shell: Shell, of: CalendarOf): Promise<CalendarFile> {
  await allow(shell, 'attendance.own-days')
  const { tx, now } = shell
  const places = await loadOwnPlaces(tx, of)
  if (places.length === 0) throw new NotFound('attendance.own-days')
  const sheltered = await loadSheltered(tx, places.map(({ childId }) => childId))
  const calendar = ical({ name: 'Medspil', prodId: { company: 'Medspil', product: 'Medspil', language: 'DA' }, timezone: { name: zone, generator: () => zoneRules } })
  for (const place of places) for (const meeting of place.meetings) calendar.createEvent(entryOf(place, meeting, sheltered.has(place.childId), now.at))
  return { fileName: 'medspil.ics', text: calendar.toString() }
}

function entryOf({ signupId, childName, offer }: HolidayPlace, meeting: Meeting, isSheltered: boolean, stamp: Date) {
  return {
    // The same meeting fetched twice is one in the family's calendar.
    id: `${signupId}-${meetingId(meeting).replaceAll(/[^0-9T]/g, '')}@medspil`, stamp, start: wallTime(meeting.day, meeting.timeFrom), end: wallTime(meeting.day, meeting.timeTo), timezone: zone,
    summary: `${firstNameOf(childName)}: ${offer.title}`, ...(isSheltered ? { description: 'Stedet står i Medspil.' } : { location: meeting.place, description: offer.foreningName }),
  }
}

/** A date whose local parts are the meeting's: the library writes those parts beside the zone's name, wherever this machine stands. */
function wallTime(day: string, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(year, month - 1, date, hours, minutes)
}
