import { useOnce, useTRPC } from '@medspil/client'
import type { CaseView, Decided, DecisionDraft, LetterPreview } from '@medspil/contracts/application'
import { ActRow, Button, ButtonRow, Dialog, ErrorSummary, Notice, Sheet, Waiting } from '@medspil/ui'
import type { FieldProblem } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { draftOf, missingJudgements, missingTexts, outcomeOf, suggestedLine, suggestedTexts } from './decision-draft.ts'
import type { DecisionTexts, LineChoice, TypedJudgements } from './decision-draft.ts'
import { sayFault } from './fault-words.ts'
import { LetterPaper } from './letter-preview.tsx'
import { LetterTexts } from './letter-texts.tsx'
import { LinesPanel } from './lines-panel.tsx'
import { ResultTag } from './result-tag.tsx'
import { usePreview } from './use-preview.ts'

/** The decision and its letter: what the lines say, what the family will read, and the button that sends it. */
export function DecisionPanel(props: {
  view: CaseView
  typed: TypedJudgements
  /** The decision that this one replaces; null for the first. */
  replacesId: string | null
  onDecided: (decided: Decided) => void
}) {
  const { view, typed, replacesId } = props
  const [changed, setChanged] = useState<Readonly<Record<number, LineChoice>>>({})
  const [written, setWritten] = useState<Partial<DecisionTexts>>({})
  const [isWriting, setIsWriting] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [isConfirming, setIsConfirming] = useState(false)

  const choices = view.lines.map((line, at) => changed[at] ?? suggestedLine(line, view.criteria, typed))
  const texts: DecisionTexts = { ...suggestedTexts(view, typed), ...written }
  const outcome = outcomeOf(view.lines, choices)
  const draft = draftOf(view, choices, texts)
  const judgedTimes = view.criteria.map(({ judgement }) => judgement?.at ?? '').join()
  const preview = usePreview(draft, judgedTimes)
  const marked = [...Object.values(typed).map(({ reason }) => reason), ...Object.values(written)]

  const missing: FieldProblem[] = [...missingJudgements(view, choices, typed), ...missingTexts(view, choices, texts)]
  const problems = attempt > 0 ? missing : []
  const trySend = () => {
    setAttempt(attempt + 1)
    if (missing.some(({ id }) => id.startsWith('brev-'))) setIsWriting(true)
    if (missing.length === 0) setIsConfirming(true)
  }
  return (
    <>
      <Sheet title={replacesId ? 'Ny afgørelse' : 'Afgørelse'} remark={<ResultTag result={outcome} />}>
        <ErrorSummary title="Der mangler noget" attempt={attempt} problems={problems} />
        <LinesPanel lines={view.lines} choices={choices} onChange={(at, choice) => setChanged({ ...changed, [at]: choice })} />
        {replacesId && outcome === 'refused' && <Notice tone="info">Nej til alle linjer stopper den hjælp, barnet har.</Notice>}
        <div className="send">
          <Button wide onClick={trySend}>Send afgørelsen</Button>
          <p className="small">Brevet går til Digital Post. Familien ser det i dag.</p>
        </div>
      </Sheet>
      <section className="stack">
        <div className="line">
          <h2>Brevet, som familien får det</h2>
          <ActRow aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>{isWriting ? 'Luk teksten' : 'Ret teksten'}</ActRow>
        </div>
        {isWriting && (
          <LetterTexts
            texts={texts} childName={view.childFirstName} isNo={outcome !== 'granted'} hearingAnswered={Boolean(view.hearing?.answer)}
            problems={problems} onChange={(field, text) => setWritten({ ...written, [field]: text })}
          />
        )}
        {preview.error && <Problem error={preview.error} />}
        {preview.data ? <Letter preview={preview.data} marked={marked} criteria={view.criteria} /> : preview.isPending && <Waiting>Skriver brevet</Waiting>}
      </section>
      <Dialog open={isConfirming} title={`Send til ${view.childFirstName}s familie?`} closeLabel="Luk" onClose={() => setIsConfirming(false)}>
        <Confirm {...props} draft={draft} choices={choices} onClose={() => setIsConfirming(false)} />
      </Dialog>
    </>
  )
}

function Letter(props: { preview: LetterPreview; marked: readonly string[]; criteria: CaseView['criteria'] }) {
  const { blocks, faults } = props.preview
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="info" role="status">
          <p><b>Brevet er ikke færdigt.</b></p>
          <ul className="bullets">{faults.map((fault) => <li key={`${fault.fault} ${fault.about}`}>{sayFault(fault, props.criteria)}</li>)}</ul>
        </Notice>
      )}
      <LetterPaper blocks={blocks} marked={props.marked} />
    </>
  )
}

function Confirm(props: {
  view: CaseView
  draft: DecisionDraft
  choices: readonly LineChoice[]
  replacesId: string | null
  onDecided: (decided: Decided) => void
  onClose: () => void
}) {
  const { view, draft, replacesId, onDecided } = props
  const trpc = useTRPC()
  const decide = useOnce(`application.decide:${view.applicationId}`, trpc.application.decide.mutationOptions())
  const reconsider = useOnce(`application.reconsider:${view.applicationId}`, trpc.application.reconsider.mutationOptions())
  const sending = replacesId === null ? decide : reconsider
  const send = () => (replacesId === null
    ? decide.mutate(draft, { onSuccess: onDecided })
    : reconsider.mutate({ ...draft, replacesId }, { onSuccess: onDecided }))
  return (
    <div className="stack">
      <div><LinesPanel lines={view.lines} choices={props.choices} onChange={null} /></div>
      <p>Afgørelsen kan ikke rettes bagefter. Er den forkert, skal du træffe en ny.</p>
      <Problem error={sending.error} />
      <ButtonRow>
        <Button busy={sending.isPending} onClick={send}>Send til familien</Button>
        <Button kind="secondary" onClick={props.onClose}>Vent med det</Button>
      </ButtonRow>
    </div>
  )
}
