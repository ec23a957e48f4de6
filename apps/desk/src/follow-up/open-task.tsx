import { useOnce, useTRPC } from '@medspil/client'
import type { RecordInput, TaskView } from '@medspil/contracts/follow-up'
import { ActRow, Button, FirstTask, LinkButton, LinkRow, phoneInPairs } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { HandOver } from './hand-over.tsx'
import { MeetingDots } from './meeting-dots.tsx'
import { OfferIdeas } from './offer-ideas.tsx'
import { StopForm } from './stop-form.tsx'
import { kindOf, languageNames, sayCall, sayWhen, sayWhy } from './task-words.ts'
import type { Done } from './undo-done.tsx'

/** The task one is at: whom to ring, why, and what came of it, recorded where one stands. */
export function OpenTask({ task, today, label, onDone }: { task: TaskView; today: string; label: string; onDone: (done: Done) => void }) {
  const { kommune, role } = useActor()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const record = useOnce(`follow-up.record:${task.taskId}`, trpc.followUp.record.mutationOptions())
  const [asking, setAsking] = useState<'stop' | 'colleague' | 'offers' | null>(null)
  const kind = kindOf(task)
  const phone = kind === 'forening' ? task.activity?.foreningPhone : task.call?.phone
  const finish = (outcome: Done['outcome'], places: Done['places'] = []) => {
    onDone({ taskId: task.taskId, childId: task.childId, firstName: task.firstName, outcome, places })
    void queries.invalidateQueries(trpc.followUp.pathFilter())
  }
  const save = (outcome: RecordInput['outcome'], note: string | null = null) => {
    if (!record.isPending) record.mutate({ taskId: task.taskId, outcome, note }, { onSuccess: ({ places }) => finish(outcome.kind, places) })
  }
  // What was pressed is gone with the form, so the keyboard goes back to the task.
  const close = () => {
    setAsking(null)
    document.getElementById('opgave')?.focus()
  }
  return (
    <div id="opgave" tabIndex={-1} className="open-task">
      <FirstTask
        label={`${label} · ${sayWhen(task)}`} title={sayCall(task)}
        act={kind === 'offer' ? <Button pictogram="soeg" onClick={() => setAsking('offers')}>Foreslå tre tilbud</Button> : phone && (
          <LinkButton href={`tel:${phone.replaceAll(' ', '')}`} pictogram="telefon">Ring <span dir="ltr">{phoneInPairs(phone)}</span></LinkButton>
        )}
        more={
          <>
            {kind === 'family' && (
              <>
                <ActRow pictogram="check" onClick={() => save({ kind: 'active' })}>{task.firstName} er med</ActRow>
                <ActRow pictogram="kryds" aria-expanded={asking === 'stop'} onClick={() => setAsking('stop')}>Er stoppet</ActRow>
                <ActRow pictogram="telefon" onClick={() => save({ kind: 'not-reached' })}>Ingen svarede</ActRow>
              </>
            )}
            {kind !== 'family' && <ActRow pictogram="check" onClick={() => save({ kind: 'done' })}>Det er klaret</ActRow>}
            {role === 'fritidsvejleder' && <ActRow pictogram="pil" aria-expanded={asking === 'colleague'} onClick={() => setAsking('colleague')}>Giv opgaven videre</ActRow>}
            <LinkRow href={`/${kommune.key}/boern/${task.childId}`} pictogram="familie">Se forløbet</LinkRow>
          </>
        }
      >
        <p>{sayWhy(task, today)}</p>
        <MeetingDots meetings={task.meetings} />
        <p className="small">{sayAround(task)}</p>
      </FirstTask>
      <Problem error={record.error} />
      {asking === 'stop' && <StopForm firstName={task.firstName} busy={record.isPending} onSave={(why, note) => save({ kind: 'stopped', why }, note)} onClose={close} />}
      {asking === 'colleague' && <HandOver taskId={task.taskId} onGiven={() => finish('handed-over')} onClose={close} />}
      {asking === 'offers' && <OfferIdeas childId={task.childId} title={`Kunne passe til ${task.firstName}`} />}
    </div>
  )
}

/** Who answers, in which language, and which team it is about. */
function sayAround({ call, childName, age, activity, because }: TaskView): string {
  const child = `${childName}, ${age} år`
  const where = activity && ` · ${activity.title}, ${activity.foreningName}`
  if (kindOf({ because }) === 'forening' || !call) return [child, where].filter(Boolean).join('')
  const language = call.language === 'da' ? '' : ` · ${call.name.split(' ')[0]} får beskeder på ${languageNames[call.language] ?? call.language}`
  return [child, where, language].filter(Boolean).join('')
}
