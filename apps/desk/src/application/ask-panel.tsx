import { useOnce, useTRPC } from '@medspil/client'
import type { CaseView } from '@medspil/contracts/application'
import { Button, DateFields, dayFromParts, Dialog, noDate, TextArea } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'

/** One question to the family with a date; the application waits for the answer. */
export function AskPanel(props: { view: CaseView; onChanged: (view: CaseView) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <div><Button kind="secondary" onClick={() => setIsOpen(true)}>Spørg familien</Button></div>
      <Dialog open={isOpen} title={`Spørg ${props.view.childFirstName}s familie`} closeLabel="Luk" onClose={() => setIsOpen(false)}>
        <Ask
          view={props.view}
          onDone={(after) => {
            setIsOpen(false)
            props.onChanged(after)
          }}
        />
      </Dialog>
    </>
  )
}

function Ask(props: { view: CaseView; onDone: (view: CaseView) => void }) {
  const { applicationId, criteria } = props.view
  const missing = criteria.filter(({ result }) => result === 'unknown').flatMap((criterion) => criterion.missing)
  const [question, setQuestion] = useState('')
  const [by, setBy] = useState(noDate)
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const ask = useOnce(`application.askForInfo:${applicationId}`, trpc.application.askForInfo.mutationOptions())
  const day = dayFromParts(by)
  const noDay = day === null || day <= todayHere()
  const send = () => {
    setAsked(true)
    if (question.trim() !== '' && day !== null && !noDay) ask.mutate({ applicationId, question: question.trim(), by: day }, { onSuccess: props.onDone })
  }
  return (
    <div className="stack">
      <TextArea
        name="spoergsmaal" label="Dit spørgsmål" maxLength={2000} value={question}
        hint={missing.length > 0 ? `Der mangler: ${missing.join(', ')}.` : 'Et spørgsmål ad gangen, i korte ord.'}
        error={asked && question.trim() === '' ? 'Skriv spørgsmålet' : undefined} onChange={(event) => setQuestion(event.target.value)}
      />
      <DateFields
        name="svar-senest" label="Svar senest" texts={{ day: 'Dag', month: 'Måned', year: 'År' }} value={by} onChange={setBy}
        error={asked && noDay ? 'Skriv en dag, der ikke er kommet endnu' : undefined}
      />
      <Problem error={ask.error} />
      <Button busy={ask.isPending} onClick={send}>Send spørgsmålet</Button>
    </div>
  )
}
