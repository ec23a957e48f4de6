import type { TodayView, UpcomingView } from '@medspil/contracts/follow-up'
import { DataTable, formatDay, formatTime, Sheet } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { addDays, type Day } from '@medspil/domain/day'
import { sayCheck } from './task-words.ts'

/** The four plain words of a course, as families read them too. */
export const statusNames: Record<keyof TodayView['counts'], string> = { received: 'Modtaget', granted: 'Godkendt', 'under-way': 'I gang', 'after-three-months': 'Efter 3 måneder' }
const statuses = Object.keys(statusNames) as (keyof TodayView['counts'])[]

/** How many stand where, and what happens without anybody. */
export function TodayAside({ view }: { view: TodayView }) {
  return (
    <>
      <Sheet title="Dine forløb" flush>
        <DataTable
          caption="Dine åbne forløb efter status" columns={[{ key: 'status', head: 'Status' }, { key: 'count', head: 'Børn', end: true }]}
          lines={statuses.map((status) => ({ key: status, cells: [statusNames[status], <b key="n" className="count">{view.counts[status]}</b>] }))}
        />
      </Sheet>
      <Sheet title="Sker af sig selv">
        {view.upcoming.length === 0
          ? <p className="small">Ikke noget de næste dage.</p>
          : <ul className="plain stack upcoming">{view.upcoming.map((one, at) => <li key={at}><b>{sayDay(one, view.day)}</b><br />{sayWhat(one)}</li>)}</ul>}
      </Sheet>
    </>
  )
}

function sayDay({ on, hour }: UpcomingView, today: string): string {
  const day = on === today ? 'I dag' : on === addDays(today as Day, 1) ? 'I morgen' : formatDay(on, 'da', 'weekday')
  const time = hour !== null && on === today ? ` ${formatTime(`${String(hour).padStart(2, '0')}:00`)}` : ''
  return day.charAt(0).toUpperCase() + day.slice(1) + time
}

function sayWhat({ what, children, childName, activity, checkId }: UpcomingView): string {
  if (what === 'first-training') return `Første træning: ${childName ?? ''}${activity ? `, ${activity}` : ''}`
  const check = checkId ? ` (${sayCheck(checkId).toLowerCase()})` : ''
  return childName ? `${childName}s familie får sms: Hvordan går det?${check}` : `${counted(children, 'familie', 'familier')} får sms: Hvordan går det?${check}`
}
