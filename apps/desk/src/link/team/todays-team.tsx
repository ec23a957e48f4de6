import type { TeamList } from '@medspil/contracts/attendance'
import type { TeamCare } from '@medspil/contracts/care'
import { ActRow, Button, EmptyState, formatDay, formatTime, formatTimes, MarkList, MarkRow, Notice, SelectField, Tag, UndoBar, useHeadingAfter } from '@medspil/ui'
import { useState } from 'react'
import { useSpoken } from '../language.tsx'
import { Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import type { LinkWords } from '../words/words.ts'
import { CareOfChild } from './care-of-child.tsx'
import { shownMark } from './mark-queue.ts'
import { NeverCame } from './never-came.tsx'
import { PaperList } from './paper-list.tsx'
import { useMarks } from './use-marks.ts'

type Mark = 'present' | 'absent' | null

/**
 * Who came today: one tap for each child, the same row for all, also without a network.
 * @param props.isKept the list is the one this phone kept, since the server does not answer
 * @param props.care what the adults of a holiday activity must know; left out where there is none, or no answer
 * @param props.onMeeting shows another meeting of the same activity
 */
export function TodaysTeam({ team, care, isKept = false, onMeeting }: {
  team: TeamList; care?: TeamCare | undefined; isKept?: boolean; onMeeting?: (meeting: { day: string; timeFrom: string }) => void
}) {
  const { language, words: { team: words, day: dayWords } } = useSpoken()
  useTitle(words.title)
  const { queue, isOffline, refused, mark } = useMarks(team.offerId)
  const [last, setLast] = useState<{ rowId: string; name: string; before: Mark; now: Mark } | null>(null)
  const [isDone, setDone] = useState(false)
  useHeadingAfter(`${isDone} ${last === null}`)
  const { day } = team
  if (day === null || team.children.length === 0) return <Nobody team={team} />
  const timeFrom = team.isHoliday ? team.timeFrom : undefined
  const rows = team.children.map((child) => ({ ...child, mark: shownMark(child.mark, queue, child.rowId, day, timeFrom) }))
  const notes = new Map((care?.notes ?? []).map((note) => [note.rowId, note]))
  const away = rows.filter(({ saidAbsent }) => saidAbsent).length
  const count = (kind: Mark) => rows.filter(({ mark: one }) => one === kind).length
  const set = rows.length - count(null)
  const put = (rowId: string, name: string, before: Mark, now: Mark) => {
    if (before === now) return
    mark({ rowId, day, ...(timeFrom !== undefined && { timeFrom }), mark: now ?? 'unknown' })
    setLast({ rowId, name, before, now })
    setDone(false)
  }
  const moreOf = (row: (typeof rows)[number]) => {
    const note = notes.get(row.rowId)
    return (row.saidAbsent || note) && <>{row.saidAbsent && <Tag tone="wait">{dayWords.saidAbsent}</Tag>}{note && <CareOfChild note={note} />}</>
  }
  return (
    <div className="team">
      <p className="when">{sayWhen(team, day, language)}</p>
      <h1>{team.title}</h1>
      {team.isHoliday && <p className="when">{team.place}</p>}
      {team.isAhead
        ? <p><b>{dayWords.children(rows.length)}.</b> {away > 0 && dayWords.away(away)}</p>
        : <p aria-live="polite"><b>{words.set(set, rows.length)}</b>{set < rows.length && ` ${words.notSet(rows.length - set)}`} {away > 0 && dayWords.away(away)}</p>}
      {onMeeting && team.meetings.length > 1 && <MeetingChoice team={team} onMeeting={onMeeting} />}
      {team.isAhead && <Notice tone="info">{dayWords.ahead(formatDay(day, language, 'weekday'))}</Notice>}
      {!team.isOpen && !team.isAhead && <Notice tone="info">{words.closed}</Notice>}
      {team.isHoliday && onMeeting && <p className="small">{sayCare(care, dayWords, language, team.isAhead || team.isOpen)}</p>}
      {team.isOpen
        ? (
          <MarkList>
            {rows.map((row) => (
              <MarkRow
                key={row.rowId} name={row.displayName} value={row.mark} presentText={words.present} absentText={words.absent}
                onMark={(now) => put(row.rowId, row.displayName, row.mark, now)} more={moreOf(row)}
              />
            ))}
          </MarkList>
        )
        : <ul className="roll closed">{rows.map((row) => <li key={row.rowId}><span className="nm"><bdi>{row.displayName}</bdi></span><span>{!team.isAhead && words[row.mark ?? 'unset']}</span>{moreOf(row) && <div className="more">{moreOf(row)}</div>}</li>)}</ul>}
      {/* Below the rows: a word that comes and goes above them would move the next mark from under the thumb. */}
      <div role="status">
        {(isOffline || isKept) && (queue.length > 0 || isKept) && (
          <Notice tone="info" sign="intetnet"><b>{words.noNet}</b> {queue.length > 0 ? words.kept(queue.length) : words.lastSeen}</Notice>
        )}
      </div>
      {refused && <Problem error={refused} />}
      {last && !isDone && (
        <UndoBar undoText={words.undo} onUndo={() => { put(last.rowId, last.name, last.now, last.before); setLast(null) }}>
          {(last.now === 'present' ? words.isPresent : words.isAbsent)(<bdi>{last.name}</bdi>)}
        </UndoBar>
      )}
      {team.isOpen && (isDone
        ? <Notice tone="ok" role="status"><p><b>{words.thanks}</b> {words.total(count('present'), count('absent'), rows.length - set)} {(isOffline || isKept) && queue.length > 0 ? words.sentLater : words.sent}</p></Notice>
        : <div className="done"><Button wide onClick={() => setDone(true)}>{words.finish}</Button></div>)}
      {team.isOpen && <p className="small">{words.until(formatDay(nextDay(day), language, 'weekday'))}</p>}
      {!isKept && <p><ActRow pictogram="papir" onClick={() => print()}>{dayWords.print}</ActRow></p>}
      {!isKept && !team.isHoliday && <NeverCame team={team} />}
      <PaperList team={team} day={day} notes={care?.isOpen ? notes : null} shredOn={care?.shredOn ?? null} />
    </div>
  )
}

/** Another day, or another meeting of the same day. */
function MeetingChoice({ team, onMeeting }: { team: TeamList; onMeeting: (meeting: { day: string; timeFrom: string }) => void }) {
  const { language, words: { day: words } } = useSpoken()
  const valueOf = ({ day, timeFrom }: { day: string | null; timeFrom: string }) => `${day} ${timeFrom}`
  return (
    <SelectField
      name="dag" label={words.choose} value={valueOf(team)} options={team.meetings.map((one) => ({ value: valueOf(one), text: `${formatDay(one.day, language, 'weekday')} ${formatTimes(one.timeFrom, one.timeTo, language)}` }))}
      onChange={(value) => { const [day = '', timeFrom = ''] = value.split(' '); onMeeting({ day, timeFrom }) }}
    />
  )
}

/** Why nothing is said of allergies right now, or that it stays off the phone. */
function sayCare(care: TeamCare | undefined, words: LinkWords['day'], language: string, isComing: boolean): string {
  if (!care) return words.notKept
  if (care.isOpen) return care.notes.length > 0 ? words.notKept : ''
  return isComing && care.opensOn ? words.careFrom(formatDay(care.opensOn, language)) : words.careOver
}

function Nobody({ team }: { team: TeamList }) {
  const { language, words: { team: words } } = useSpoken()
  return (
    <div className="team">
      <h1>{team.title}</h1>
      <EmptyState pictogram="kalender" title={team.day !== null ? words.nobody : team.isHoliday ? words.notSent : words.notBegun}>
        {team.nextDay && <p>{words.next(formatDay(team.nextDay, language, 'weekday'))}</p>}
      </EmptyState>
    </div>
  )
}

const sayWhen = (team: TeamList, day: string, language: string) => {
  const text = `${formatDay(day, language, 'weekday')} ${team.isHoliday ? formatTimes(team.timeFrom, team.timeTo, language) : formatTime(team.timeFrom, language)}`
  return text[0]?.toUpperCase() + text.slice(1)
}
const nextDay = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
