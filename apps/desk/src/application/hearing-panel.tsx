import { useOnce, useTRPC } from '@medspil/client'
import type { CaseView } from '@medspil/contracts/application'
import { ActRow, Button, DayText, Dialog, Sheet, TextArea } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** Facts against the family that it has not seen: show them first, or write why that is not needed (forvaltningsloven § 19). */
export function HearingPanel(props: { view: CaseView; onChanged: (view: CaseView) => void }) {
  const { view, onChanged } = props
  const [isExempting, setIsExempting] = useState(false)
  const trpc = useTRPC()
  const hear = useOnce(`application.startHearing:${view.applicationId}`, trpc.application.startHearing.mutationOptions())
  const unseen = view.criteria.filter(({ criterionId }) => view.hearingNeeded.includes(criterionId))
  return (
    <Sheet title="Familien skal høres først">
      <div className="stack">
        <p>Dette taler imod, og familien har ikke set det:</p>
        <ul className="bullets">
          {unseen.map(({ criterionId, says, facts }) => <li key={criterionId}>{says}. {facts.map((fact) => fact.says).join(' ')}</li>)}
        </ul>
        {view.hearingBy && <p>Familien kan svare til og med den <DayText day={view.hearingBy} />.</p>}
        <Problem error={hear.error} />
        {view.acts.includes('hear') && (
          <Button
            kind="secondary" wide busy={hear.isPending}
            onClick={() => hear.mutate({ applicationId: view.applicationId, criteria: view.hearingNeeded }, { onSuccess: onChanged })}
          >
            Hør familien
          </Button>
        )}
        {view.acts.includes('exempt') && <ActRow onClick={() => setIsExempting(true)}>Familien skal ikke høres</ActRow>}
      </div>
      <Dialog open={isExempting} title="Hvorfor skal familien ikke høres?" closeLabel="Luk" onClose={() => setIsExempting(false)}>
        <Exempt
          view={view}
          onDone={(after) => {
            setIsExempting(false)
            onChanged(after)
          }}
        />
      </Dialog>
    </Sheet>
  )
}

function Exempt(props: { view: CaseView; onDone: (view: CaseView) => void }) {
  const { applicationId } = props.view
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const exempt = useOnce(`application.exemptHearing:${applicationId}`, trpc.application.exemptHearing.mutationOptions())
  const send = () => {
    setAsked(true)
    if (reason.trim() !== '') exempt.mutate({ applicationId, reason: reason.trim() }, { onSuccess: props.onDone })
  }
  return (
    <div className="stack">
      <TextArea
        name="undtagelse" label="Din begrundelse" hint="Den står i brevet til familien." maxLength={2000} value={reason}
        error={asked && reason.trim() === '' ? 'Skriv, hvorfor familien ikke skal høres' : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Problem error={exempt.error} />
      <Button busy={exempt.isPending} onClick={send}>Gem begrundelsen</Button>
    </div>
  )
}
