import { useOnce, useTRPC } from '@medspil/client'
import type { PayoutView } from '@medspil/contracts/subsidy'
import { ActRow, Button, Dialog, Money, TextArea, useToast } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { foreningerWord, linesWord } from './words.ts'

/** The sum and the one act: release these lines. Beside it the way back to the one who prepared. */
export function ReleasePanel({ view, onChanged }: { view: PayoutView; onChanged: (view: PayoutView) => void }) {
  const trpc = useTRPC()
  const say = useToast()
  const [returning, setReturning] = useState(false)
  const approve = useOnce(`subsidy.approve:${view.payoutId}`, trpc.subsidy.approve.mutationOptions())
  const withdraw = useOnce(`subsidy.void:${view.payoutId}`, trpc.subsidy.void.mutationOptions())
  const count = view.groups.reduce((all, { lines }) => all + lines.length, 0)
  const firstName = view.preparedBy.split(' ')[0]
  const done = (message: string) => (answer: PayoutView) => {
    onChanged(answer)
    say(message)
  }
  return (
    <section className="sheet">
      <div className="pad money-sum">
        <h2 className="small">I alt</h2>
        <p className="figure-num"><Money ore={view.total} /></p>
        <p className="small">{linesWord(count)} til {foreningerWord(view.groups.length)}</p>
        {view.mayApprove && (
          <>
            <Button wide busy={approve.isPending} onClick={() => approve.mutate({ payoutId: view.payoutId, linesHash: view.linesHash }, { onSuccess: done(`${linesWord(count)} er frigivet`) })}>
              Frigiv {linesWord(count)}
            </Button>
            <p className="small">Du skal logge ind igen, hvis det er over 5 minutter siden. Du frigiver præcis de linjer, du ser her.</p>
          </>
        )}
        <Problem error={approve.error ?? withdraw.error} />
        {view.maySendBack && <div><ActRow onClick={() => setReturning(true)}>Send tilbage til {firstName}</ActRow></div>}
        {view.mayVoid && (
          <>
            <p className="small">En anden skal frigive den.</p>
            <div><ActRow onClick={() => withdraw.mutate({ payoutId: view.payoutId }, { onSuccess: done('Udbetalingen er trukket tilbage') })}>Træk udbetalingen tilbage</ActRow></div>
          </>
        )}
        <div><ActRow onClick={() => print()}>Udskriv</ActRow></div>
      </div>
      <Dialog open={returning} title={`Send tilbage til ${firstName}`} closeLabel="Luk" onClose={() => setReturning(false)}>
        <SendBack payoutId={view.payoutId} onDone={(answer) => {
          setReturning(false)
          done(`Sendt tilbage til ${firstName}`)(answer)
        }} />
      </Dialog>
    </section>
  )
}

/** Why it goes back; the reason stands on the payout, and its lines can be prepared again. */
function SendBack({ payoutId, onDone }: { payoutId: string; onDone: (view: PayoutView) => void }) {
  const trpc = useTRPC()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const sendBack = useOnce(`subsidy.sendBack:${payoutId}`, trpc.subsidy.sendBack.mutationOptions())
  return (
    <form noValidate className="stack" onSubmit={(event) => {
      event.preventDefault()
      setAsked(true)
      if (note.trim()) sendBack.mutate({ payoutId, note }, { onSuccess: onDone })
    }}>
      <TextArea
        name="tilbage-fordi" label="Hvad skal ændres?" hint="Skriv ingen navne på børn." value={note} onChange={(event) => setNote(event.target.value)}
        error={asked && !note.trim() ? 'Skriv, hvad der skal ændres' : undefined}
      />
      <Problem error={sendBack.error} />
      <div><Button type="submit" busy={sendBack.isPending}>Send tilbage</Button></div>
    </form>
  )
}
