import type { TeamCare } from '@medspil/contracts/care'
import { Pictogram } from '@medspil/ui'
import { useSpoken } from '../language.tsx'

/** One child's care note, as the activity's adults read it. */
export type CareNote = TeamCare['notes'][number]

/**
 * What the adults must know of one child: folded to the words of what there is, since others look over a shoulder, and one
 * tap from the facts and the phone.
 */
export function CareOfChild({ note }: { note: CareNote }) {
  const { words: { day: words } } = useSpoken()
  const signs = [note.allergies && words.allergies, note.medicine && words.medicine, !note.photoConsent && words.photoNo].filter(Boolean)
  return (
    <details className="care">
      <summary><Pictogram name="husk" size="small" /><span>{signs.length > 0 ? signs.join(' · ') : words.other}</span></summary>
      <dl>
        <CareFacts note={note} />
        {note.emergencyPhone && (
          <div>
            <dt>{words.phone}</dt>
            <dd><a className="link-row" href={`tel:${note.emergencyPhone.replaceAll(/[^+\d]/g, '')}`}><Pictogram name="telefon" /><span dir="ltr">{note.emergencyPhone}</span></a></dd>
          </div>
        )}
      </dl>
    </details>
  )
}

function CareFacts({ note }: { note: CareNote }) {
  const { words: { day: words } } = useSpoken()
  const facts = [[words.allergies, note.allergies], [words.medicine, note.medicine], [words.fetchedBy, note.fetchedBy]] as const
  return (
    <>
      {facts.map(([name, text]) => text && <div key={name}><dt>{name}</dt><dd><bdi>{text}</bdi></dd></div>)}
      <div><dt>{words.photo}</dt><dd>{note.photoConsent ? words.photoYes : words.photoNo}</dd></div>
    </>
  )
}
