import type { ActivityRow, ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { ActRow, Anchor, Chip, DataTable, Dialog, EmptyState, formatDay, formatDays, LinkRow, SelectField, Sheet, Tag, TextField } from '@medspil/ui'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { sayAges, sayGrades } from './activity/activity-words.ts'
import { ReservePlaces } from './reserve-places.tsx'
import { activityTag } from './words.ts'

type Part = 'all' | 'read' | 'few' | 'waiting' | 'free' | 'draft'

const parts: [Part, string, (row: ActivityRow) => boolean][] = [
  ['all', 'Alle', () => true], ['read', 'Skal læses', ({ listed }) => listed === 'in-moderation'], ['few', 'Under mindstetallet', ({ listed, minimum, taken, state }) => listed === 'published' && minimum !== null && taken < minimum && state !== 'cancelled' && state !== 'finished'],
  ['waiting', 'Venteliste', ({ waiting }) => waiting > 0], ['free', 'Mange ledige', ({ listed, capacity, taken, state }) => listed === 'published' && state !== 'finished' && taken * 2 < capacity], ['draft', 'Kladder', ({ listed }) => listed === 'draft' || listed === 'sent-back'],
]
const step = 50

/** Every activity of a programme in one table: to find, to sort out, and to keep places in. */
export function ActivityTable({ program, mayWrite }: { program: ProgramFile; mayWrite: boolean }) {
  const { kommune, role } = useActor()
  const [part, setPart] = useState<Part>('all')
  const [sought, setSought] = useState('')
  const [area, setArea] = useState('')
  const [most, setMost] = useState(step)
  const [reserving, setReserving] = useState<ActivityRow | null>(null)
  const root = `/${kommune.key}/ferie/${program.programId}`
  const mayOpen = mayWrite || role === 'leader'
  const { activities } = program
  const fits = parts.find(([key]) => key === part)?.[2] ?? (() => true)
  const words = sought.trim().toLocaleLowerCase('da')
  const shown = activities.filter((row) => fits(row) && (area === '' || row.area === area) && `${row.title} ${row.organiserName} ${row.area}`.toLocaleLowerCase('da').includes(words))
  const areas = [...new Set(activities.map((row) => row.area))].sort((a, b) => a.localeCompare(b, 'da'))
  return (
    <Sheet title="Aktiviteter" remark={`${shown.length} vist`} flush>
      <div className="pad table-tools">
        {activities.length === 0 && <EmptyState pictogram="ude" title="Ingen aktiviteter endnu"><p>Spørg arrangørerne, eller skriv en selv.</p></EmptyState>}
        {activities.length > 0 && (
          <>
            <ul className="filters" aria-label="Vis">
              {parts.map(([key, text, test]) => <li key={key}><Chip on={part === key} onToggle={() => { setPart(key); setMost(step) }}>{text} ({activities.filter(test).length})</Chip></li>)}
            </ul>
            <div className="pair">
              <TextField label="Find en aktivitet" name="find" type="search" value={sought} onChange={(typed) => setSought(typed.target.value)} />
              <SelectField name="omraade" label="Område" value={area} onChange={setArea} options={[{ value: '', text: 'Hele kommunen' }, ...areas.map((value) => ({ value, text: value }))]} />
            </div>
            {shown.length === 0 && <EmptyState pictogram="soeg" title="Ingen aktiviteter her"><p>Vælg Alle, eller søg på noget andet.</p></EmptyState>}
          </>
        )}
        {mayWrite && <LinkRow href={`${root}/aktivitet/ny`} pictogram="pen">Skriv en aktivitet</LinkRow>}
      </div>
      {shown.length > 0 && (
        <DataTable
          stacks caption="Aktiviteter"
          columns={[
            { key: 'title', head: 'Aktivitet' }, { key: 'state', head: 'Status' }, { key: 'days', head: 'Dage' }, { key: 'for', head: 'For' }, { key: 'taken', head: 'Taget', end: true }, { key: 'waiting', head: 'Venter', end: true },
            { key: 'minimum', head: 'Mindst', end: true }, { key: 'reserved', head: 'Reserveret' },
          ]}
          lines={shown.slice(0, most).map((row) => ({ key: row.offerId, cells: cellsOf(row, mayOpen ? `${root}/aktivitet/${row.offerId}` : null, role === 'fritidsvejleder' ? setReserving : null) }))}
        />
      )}
      {shown.length > most && <div className="pad"><ActRow onClick={() => setMost(most + step)}>Vis {Math.min(step, shown.length - most)} mere af {shown.length - most}</ActRow></div>}
      <Dialog open={reserving !== null} closeLabel="Luk" title={reserving ? `Reserverede pladser: ${reserving.title}` : ''} onClose={() => setReserving(null)}>
        {reserving && <ReservePlaces activity={reserving} onDone={() => setReserving(null)} />}
      </Dialog>
    </Sheet>
  )
}

function cellsOf(row: ActivityRow, href: string | null, onReserve: ((row: ActivityRow) => void) | null) {
  const { title, organiserName, area, sessions, ageFrom, ageTo, grades, capacity, taken, waiting, minimum, reserved, reservedTaken, reservedUntil, state } = row
  const [first, last] = [sessions[0]?.day ?? '', sessions.at(-1)?.day ?? '']
  const [tone, word] = activityTag(row)
  return [
    <>{href ? <Anchor href={href}>{title}</Anchor> : title}<br /><small>{organiserName}, {area}</small></>,
    <Tag tone={tone} sign={tone === 'plain' ? 'papir' : undefined}>{word}</Tag>,
    <>{first === last ? formatDay(first, 'da', 'short') : formatDays(first, last, 'da', 'short')}{sessions.length > 1 && <><br /><small>{sessions.length} gange</small></>}</>,
    grades ? sayGrades(grades) : sayAges({ from: ageFrom, to: ageTo }), state === 'finished' ? `${capacity} i alt` : `${taken} af ${capacity}`, waiting === 0 ? '–' : waiting, minimum === null ? '–' : state === 'finished' ? minimum : taken >= minimum ? `${minimum}, nået` : `${minimum}, mangler ${minimum - taken}`,
    <span className="in-cell">
      {reserved === 0 ? 'Ingen' : <span>{reservedTaken} af {reserved} brugt{reservedUntil && <><br /><small>til {formatDay(reservedUntil, 'da', 'day')}</small></>}</span>}
      {onReserve && row.listed === 'published' && state !== 'cancelled' && state !== 'finished' && <ActRow aria-label={`${reserved === 0 ? 'Reserver' : 'Ret'} pladser på ${title}`} onClick={() => onReserve(row)}>{reserved === 0 ? 'Reserver' : 'Ret'}</ActRow>}
    </span>,
  ]
}
