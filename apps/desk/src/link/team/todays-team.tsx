import type { TeamList } from '@medspil/contracts/attendance'
import { Button, EmptyState, formatDay, formatTime, MarkList, MarkRow, Notice, UndoBar } from '@medspil/ui'
import { useState } from 'react'
import { useSpoken } from '../language.tsx'
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
  const { language, words: { team: words } } = useSpoken()
  useTitle(words.title)
  const { queue, isOffline, refused, mark } = useMarks(team.offerId)
  const [last, setLast] = useState<{ signupId: string; name: string; before: Mark; now: Mark } | null>(null)
  const [isDone, setDone] = useState(false)
  const { day } = team
  if (day === null || team.children.length === 0) return <Nobody team={team} />
  const rows = team.children.map((child) => ({ ...child, mark: shownMark(child.mark, queue, child.signupId, day) }))
  const count = (kind: Mark) => rows.filter(({ mark: one }) => one === kind).length
  const set = rows.length - count(null)
  const put = (signupId: string, name: string, before: Mark, now: Mark) => {
    if (before === now) return
    mark({ signupId, day, mark: now ?? 'unknown' })
    setLast({ signupId, name, before, now })
    setDone(false)
  }
  return (
    <div className="team">
      <p className="when">{sayWhen(team, day, language)}</p>
      <h1>{team.title}</h1>
      <p aria-live="polite"><b>{words.set(set, rows.length)}</b>{set < rows.length && ` ${words.notSet(rows.length - set)}`}</p>
      <div role="status">
        {(isOffline || isKept) && (queue.length > 0 || isKept) && (
          <Notice tone="info" sign="intetnet"><b>{words.noNet}</b> {queue.length > 0 ? words.kept(queue.length) : words.lastSeen}</Notice>
        )}
      </div>
      {refused && <Problem error={refused} />}
      {!team.isOpen && <Notice tone="info">{words.closed}</Notice>}
      {team.isOpen
        ? (
          <MarkList>
            {rows.map((row) => (
              <MarkRow
                key={row.signupId} name={row.displayName} value={row.mark} presentText={words.present} absentText={words.absent}
                onMark={(now) => put(row.signupId, row.displayName, row.mark, now)}
              />
            ))}
          </MarkList>
        )
        : <ul className="roll closed">{rows.map((row) => <li key={row.signupId}><span className="nm"><bdi>{row.displayName}</bdi></span><span>{words[row.mark ?? 'unset']}</span></li>)}</ul>}
      {last && (
        <UndoBar undoText={words.undo} onUndo={() => { put(last.signupId, last.name, last.now, last.before); setLast(null) }}>
          {(last.now === 'present' ? words.isPresent : words.isAbsent)(<bdi>{last.name}</bdi>)}
        </UndoBar>
      )}
      {team.isOpen && (isDone
        ? <Notice tone="ok" role="status"><p><b>{words.thanks}</b> {words.total(count('present'), count('absent'), rows.length - set)} {(isOffline || isKept) && queue.length > 0 ? words.sentLater : words.sent}</p></Notice>
        : <div className="done"><Button wide onClick={() => setDone(true)}>{words.finish}</Button></div>)}
      {team.isOpen && <p className="small">{words.until(formatDay(nextDay(day), language, 'weekday'))}</p>}
      {!isKept && <NeverCame team={team} />}
    </div>
  )
}

function Nobody({ team }: { team: TeamList }) {
  const { language, words: { team: words } } = useSpoken()
  return (
    <EmptyState pictogram="kalender" title={team.title}>
      <p>{team.day === null ? words.notBegun : words.nobody}</p>
      {team.nextDay && <p>{words.next(formatDay(team.nextDay, language, 'weekday'))}</p>}
    </EmptyState>
  )
}

const sayWhen = (team: TeamList, day: string, language: string) => {
  const text = `${formatDay(day, language, 'weekday')} ${formatTime(team.timeFrom, language)}`
  return text[0]?.toUpperCase() + text.slice(1)
}
const nextDay = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
