import { stopReasons, type RecordInput } from '@medspil/contracts/follow-up'
import { ActRow, Button, ButtonRow, ChoiceGroup, TextArea } from '@medspil/ui'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { stopWords } from './task-words.ts'

type StopReason = Extract<RecordInput['outcome'], { kind: 'stopped' }>['why']

/** Why the child stopped, before it is recorded. A few words may be added; no diagnosis is asked for. */
export function StopForm(props: { firstName: string; busy: boolean; onSave: (why: StopReason, note: string | null) => void; onClose: () => void }) {
  const [why, setWhy] = useState<StopReason | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (why) return props.onSave(why, note.trim() || null)
    setMissing(true)
    document.getElementById('stop-why')?.focus()
  }
  return (
    <form className="panel stack" onSubmit={send} noValidate>
      <ChoiceGroup
        name="stop-why" label={`Hvorfor er ${props.firstName} stoppet?`} value={why} onChange={setWhy} error={missing && !why ? 'Vælg det, der ligner mest.' : undefined}
        choices={stopReasons.map((value) => ({ value, text: stopWords[value] }))}
      />
      <TextArea name="stop-note" label="Et par ord, hvis det hjælper den næste" hint="Skriv ikke om helbred eller andre børn." rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <ButtonRow>
        <Button type="submit" kind="secondary" busy={props.busy}>Gem, og find noget andet</Button>
        <ActRow onClick={props.onClose}>Luk</ActRow>
      </ButtonRow>
    </form>
  )
}
