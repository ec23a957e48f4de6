import { newId, useTRPC } from '@medspil/client'
import { Button, DeskHead, ErrorSummary, Notice, TextArea, TextField } from '@medspil/ui'
import type { FieldProblem } from '@medspil/ui'
import { useMutation } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Problem } from '../frame/problem.tsx'

export const Route = createLazyRoute('/$kommune/aabn-barn')({ component: OpenChildPage })

/** The door to a child one does not work with yet: a reason first, and the family can read it. */
function OpenChildPage() {
  const { kommune } = useActor()
  const navigate = useNavigate()
  const [cpr, setCpr] = useState('')
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  // A room's path is known to the router only once that room is built, so it travels as plain text.
  const open = useMutation(trpc.access.openChild.mutationOptions({
    onSuccess: ({ childId }) => void navigate({ to: `/${kommune.key}/boern/${childId}` as string }),
  }))
  const problems: FieldProblem[] = [
    ...(/^\d{6}-?\d{4}$/.test(cpr.trim()) ? [] : [{ id: 'cpr', text: 'Skriv barnets CPR-nummer, 10 cifre' }]),
    ...(reason.trim() === '' ? [{ id: 'grund', text: 'Skriv, hvorfor du åbner barnet' }] : []),
  ]
  const shown = attempt > 0 ? problems : []
  const errorOf = (id: string) => shown.find((problem) => problem.id === id)?.text
  return (
    <form
      noValidate
      className="stack desk-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAttempt(attempt + 1)
        // Each look is an act of its own in the family's log.
        if (problems.length === 0) open.mutate({ child: { cpr: cpr.trim() }, reason: reason.trim(), requestId: newId() })
      }}
    >
      <PageTitle title="Åbn et barn" />
      <ErrorSummary title="Der mangler noget" attempt={attempt} problems={shown} />
      <DeskHead title="Åbn et barn">For et barn, du ikke arbejder med endnu.</DeskHead>
      <Problem error={open.error} notFound="Vi finder ikke et barn med det nummer her. Tjek nummeret, og prøv igen." />
      <Notice tone="info" sign="oeje">Din begrundelse bliver gemt. Familien kan læse den, og lederen kan spørge til den.</Notice>
      <TextField
        name="cpr" label="Barnets CPR-nummer" inputMode="numeric" autoComplete="off" maxLength={11} error={errorOf('cpr')}
        value={cpr} onChange={(event) => setCpr(event.target.value)}
      />
      <TextArea
        name="grund" label="Hvorfor åbner du barnet?" hint="En linje. Fx: Mor ringer om en ansøgning." rows={2} maxLength={200} error={errorOf('grund')}
        value={reason} onChange={(event) => setReason(event.target.value)}
      />
      <div><Button type="submit" busy={open.isPending}>Åbn barnet</Button></div>
    </form>
  )
}
