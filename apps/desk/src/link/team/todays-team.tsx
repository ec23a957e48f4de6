import type { TeamList } from '@medspil/contracts/attendance'
import { Button, EmptyState, formatDay, formatTime, MarkList, MarkRow, Notice, UndoBar } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import { shownMark } from './mark-queue.ts'
import { NeverCame } from './never-came.tsx'
import { useMarks } from './use-marks.ts'

type Mark = 'present' | 'absent' | null

/**
 * Who came today: one tap for each child, the same row for all, also without a network.
 * @param props.isKept the list is the one this phone kept, since the server does not answer
 */
export function TodaysTeam({ team, isKept = false }: { team: TeamList; isKept?: boolean }) {
  useTitle('Dagens hold')
  const { queue, isOffline, refused, mark } = useMarks(team.offerId)
  const [last, setLast] = useState<{ signupId: string; name: string; before: Mark; now: Mark } | null>(null)
  const [isDone, setDone] = useState(false)
  const { day } = team
  if (day === null || team.children.length === 0) return <Nobody team={team} />
  const rows = team.children.map((child) => ({ ...child, mark: shownMark(child.mark, queue, child.signupId, day) }))
  const set = rows.filter((row) => row.mark !== null).length
  const put = (signupId: string, name: string, before: Mark, now: Mark) => {
    if (before === now) return
    mark({ signupId, day, mark: now ?? 'unknown' })
    setLast({ signupId, name, before, now })
    setDone(false)
  }
  return (
    <div className="team">
      <p className="when">{sayWhen(team, day)}</p>
      <h1>{team.title}</h1>
      <p aria-live="polite"><b className="num">{set} af {rows.length}</b> er sat.{set < rows.length && ` ${rows.length - set} mangler.`}</p>
      <div role="status">
        {(isOffline || isKept) && (queue.length > 0 || isKept) && (
          <Notice tone="info" sign="intetnet"><b>Intet net lige nu.</b> {queue.length > 0 ? sayKept(queue.length) : 'Det er listen, som den var sidst. Du kan sætte kryds.'}</Notice>
        )}
      </div>
      {refused && <Problem error={refused} />}
      {!team.isOpen && <Notice tone="info">Listen er lukket. Ring til kommunen, hvis noget skal rettes.</Notice>}
      {team.isOpen
        ? (
          <MarkList>
            {rows.map((row) => (
              <MarkRow
                key={row.signupId} name={row.displayName} value={row.mark} presentText="Mødt" absentText="Ikke mødt"
                onMark={(now) => put(row.signupId, row.displayName, row.mark, now)}
              />
            ))}
          </MarkList>
        )
        : <ul className="roll closed">{rows.map((row) => <li key={row.signupId}><span className="nm"><bdi>{row.displayName}</bdi></span><span>{sayMark(row.mark)}</span></li>)}</ul>}
      {last && (
        <UndoBar undoText="Fortryd" onUndo={() => { put(last.signupId, last.name, last.now, last.before); setLast(null) }}>
          <bdi>{last.name}</bdi> {last.now === 'present' ? 'er mødt' : 'er ikke mødt'}
        </UndoBar>
      )}
      {team.isOpen && (isDone
        ? <Notice tone="ok" role="status"><p><b>Tak.</b> {sayTotal(rows)} {(isOffline || isKept) && queue.length > 0 ? 'Det sendes, når der er net.' : 'Det er sendt.'}</p></Notice>
        : <div className="done"><Button wide onClick={() => setDone(true)}>Færdig for i dag</Button></div>)}
      {team.isOpen && <p className="small">Du kan rette frem til {formatDay(nextDay(day), 'da', 'weekday')} kl. 12.</p>}
      {!isKept && <NeverCame team={team} />}
    </div>
  )
}

function Nobody({ team }: { team: TeamList }) {
  return (
    <EmptyState pictogram="kalender" title={team.title}>
      <p>{team.day === null ? 'Holdet er ikke begyndt endnu.' : 'Ingen børn står på listen lige nu.'}</p>
      {team.nextDay && <p>Næste gang er {formatDay(team.nextDay, 'da', 'weekday')}.</p>}
    </EmptyState>
  )
}

const sayWhen = (team: TeamList, day: string) => {
  const text = `${formatDay(day, 'da', 'weekday')} ${formatTime(team.timeFrom)}`
  return text[0]?.toUpperCase() + text.slice(1)
}
const sayKept = (count: number) => (count === 1 ? '1 kryds er gemt på telefonen. Det sendes, når der er net.' : `${count} kryds er gemt på telefonen. De sendes, når der er net.`)
const sayMark = (mark: Mark) => (mark === 'present' ? 'Mødt' : mark === 'absent' ? 'Ikke mødt' : 'Ikke sat')
const sayTotal = (rows: readonly { mark: Mark }[]) => {
  const [present, absent] = [rows.filter(({ mark }) => mark === 'present').length, rows.filter(({ mark }) => mark === 'absent').length]
  return `${present} mødt, ${absent} ikke mødt${present + absent < rows.length ? `, ${rows.length - present - absent} ikke sat` : ''}.`
}
const nextDay = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
