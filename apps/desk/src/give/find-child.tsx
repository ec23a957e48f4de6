import { newId, useTRPC } from '@medspil/client'
import type { FoundChild } from '@medspil/contracts/application'
import { Button, ErrorSummary, Notice, TextField } from '@medspil/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

const field = 'cpr'
const help = 'Skriv barnets CPR-nummer, 10 cifre'

/**
 * The one place where the number is typed. It goes to the server, and from here on the child is a name: the number is
 * kept nowhere.
 */
export function FindChild(props: { onFound: (child: FoundChild) => void }) {
  const trpc = useTRPC()
  const [cpr, setCpr] = useState('')
  const [attempt, setAttempt] = useState(0)
  const find = useMutation(trpc.application.findChild.mutationOptions({
    onSuccess: (child) => {
      setCpr('')
      props.onFound(child)
    },
  }))
  const wrong = attempt > 0 && !/^\d{6}[ -]?\d{4}$/.test(cpr.trim())
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAttempt(attempt + 1)
        // Each look-up is an act of its own in the family's log, so none of them repeats an earlier one.
        if (/^\d{6}[ -]?\d{4}$/.test(cpr.trim())) find.mutate({ cpr: cpr.trim(), purpose: 'grant', requestId: newId() })
      }}
    >
      <ErrorSummary title="Der mangler noget" attempt={attempt} problems={wrong ? [{ id: field, text: help }] : []} />
      <Problem error={find.error} notFound="Vi finder ikke et barn med det nummer i kommunen. Tjek nummeret, og prøv igen." />
      <TextField
        name={field} label="Barnets CPR-nummer" hint="Opslaget bliver skrevet ned. Familien kan se det." error={wrong ? help : undefined}
        inputMode="numeric" autoComplete="off" maxLength={11} value={cpr} onChange={(event) => setCpr(event.target.value)}
      />
      <div><Button type="submit" pictogram="soeg" busy={find.isPending}>Find barnet</Button></div>
      <Notice tone="info">Kun børn, du selv arbejder med, og kun når familien har sagt ja.</Notice>
    </form>
  )
}
