import type { TeamList } from '@medspil/contracts/attendance'
import { formatDay, formatTimes } from '@medspil/ui'
import { useSpoken } from '../language.tsx'
import type { CareNote } from './care-of-child.tsx'

/**
 * The same list on A4, shown only by the printer. With care notes on it, it says by which day it must be shredded, and has a
 * line to sign that it was.
 */
export function PaperList({ team, day, notes, shredOn }: { team: TeamList; day: string; notes: ReadonlyMap<string, CareNote> | null; shredOn: string | null }) {
  const { language, words: { day: words, team: teamWords } } = useSpoken()
  return (
    <section className="paper" aria-hidden="true">
      <h2>{team.title}</h2>
      <p>{formatDay(day, language, 'weekday')} {formatTimes(team.timeFrom, team.timeTo, language)} · {team.place} · {words.children(team.children.length)}</p>
      <table>
        <thead>
          <tr>
            <th>{words.name}</th><th>{teamWords.present}</th>
            {notes && <><th>{words.allergies}</th><th>{words.medicine}</th><th>{words.fetchedBy}</th><th>{words.phone}</th><th>{words.photo}</th></>}
          </tr>
        </thead>
        <tbody>{team.children.map((child) => <PaperRow key={child.rowId} child={child} hasNotes={notes !== null} note={notes?.get(child.rowId)} />)}</tbody>
      </table>
      {notes && shredOn && (
        <>
          <p><b>{words.shred(formatDay(shredOn, language))}</b></p>
          <p>{words.shredded} ____________________  ______________________________</p>
        </>
      )}
    </section>
  )
}

function PaperRow({ child, hasNotes, note }: { child: TeamList['children'][number]; hasNotes: boolean; note: CareNote | undefined }) {
  const { words: { day: words } } = useSpoken()
  return (
    <tr>
      <td className="who"><b><bdi>{child.displayName}</bdi></b>{child.saidAbsent && <small>{words.saidAbsent}</small>}</td><td className="box" />
      {hasNotes && (
        <>
          {note
            ? (
              <>
                <td>{note.allergies ?? words.nothing}</td><td>{note.medicine ?? words.nothing}</td><td>{note.fetchedBy}</td>
                <td className="tel" dir="ltr">{note.emergencyPhone}</td><td>{note.photoConsent ? words.photoYes : words.photoNo}</td>
              </>
            )
            : <td colSpan={5}>{words.unsaid}</td>}
        </>
      )}
    </tr>
  )
}
