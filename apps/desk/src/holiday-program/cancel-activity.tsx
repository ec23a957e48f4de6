import { useOnce, useTRPC } from '@medspil/client'
import type { CancelProgress } from '@medspil/contracts/holiday-program/cancel'
import { Button, Dialog, formatMoney, Notice, ProgressBar, Sheet, TextArea } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Loaded, Problem } from '../frame/problem.tsx'

/** How often the page asks while families are told, ms. */
const askEvery = 2000

/** Roles that may cancel an activity for everybody. */
const mayCancel: readonly string[] = ['fritidsvejleder', 'leader']

const isRunning = ({ cancelledAt, places, waiting, told, ended, refundsLeft }: CancelProgress): boolean => cancelledAt !== null && (places + waiting > 0 || told < ended || refundsLeft > 0)

const childrenText = (n: number): string => (n === 1 ? '1 barn' : `${n} børn`)

/** Aflys aktiviteten: what it means first, then the reason, then how far everybody has been told and paid back. */
export function CancelActivity({ offerId }: { offerId: string }) {
  const { role } = useActor()
  const trpc = useTRPC()
  const progress = useQuery({
    ...trpc.holidayProgram.cancelProgress.queryOptions({ offerId }, { refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? askEvery : false) }),
    enabled: mayCancel.includes(role),
  })
  if (!mayCancel.includes(role)) return null
  return <Sheet title="Aflysning"><Loaded query={progress}>{(known) => (known.cancelledAt === null ? <Before known={known} /> : <After known={known} />)}</Loaded></Sheet>
}

function Before({ known }: { known: CancelProgress }) {
  const [asking, setAsking] = useState(false)
  return (
    <div className="stack">
      <p>Bliver aktiviteten ikke til noget, får alle besked med det samme, og alle får det hele tilbage.</p>
      <div><Button kind="secondary" onClick={() => setAsking(true)}>Aflys aktiviteten</Button></div>
      <Dialog open={asking} title={`Aflys ${known.title}?`} closeLabel="Luk" onClose={() => setAsking(false)}><Ask known={known} onDone={() => setAsking(false)} /></Dialog>
    </div>
  )
}

/** The consequences in figures, and the words that families will read. */
function Ask({ known, onDone }: { known: CancelProgress; onDone: () => void }) {
  const { offerId, places, waiting, started, toRefund } = known
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const cancel = useOnce(`holidayProgram.cancelActivity:${offerId}:${reason}`, trpc.holidayProgram.cancelActivity.mutationOptions())
  const isShort = reason.trim().length < 10
  const send = () => {
    setTried(true)
    if (isShort) return document.getElementById('aflysning-grund')?.focus()
    cancel.mutate({ offerId, reason }, {
      onSuccess: (answer) => {
        cache.setQueryData(trpc.holidayProgram.cancelProgress.queryKey({ offerId }), answer)
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        onDone()
      },
    })
  }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <ul className="bullets">
        <li>{childrenText(places)} mister pladsen{waiting > 0 && `, og ${childrenText(waiting)} på ventelisten får besked`}.</li>
        <li>{toRefund > 0n ? `Familierne får ${formatMoney(toRefund)} tilbage på deres kort.` : 'Ingen har betalt med kort.'} Det, passene har sat af, er på passene igen.</li>
        {started > 0 && <li>{childrenText(started)} er begyndt og bliver ikke meldt ud af sig selv. Ring til dem.</li>}
        <li>Det kan ikke laves om.</li>
      </ul>
      <TextArea
        name="aflysning-grund" label="Hvorfor bliver den ikke til noget?" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)}
        hint="Familierne læser det, du skriver. Skriv ikke navne." error={tried && isShort ? 'Skriv en sætning, så familierne forstår det' : undefined}
      />
      <Problem error={cancel.error} />
      <div><Button type="submit" busy={cancel.isPending}>Aflys for alle</Button></div>
    </form>
  )
}

function After({ known }: { known: CancelProgress }) {
  const { reason, places, waiting, ended, told, refunded, refundsLeft, refundsFailed, refundSum, started } = known
  const all = places + waiting + ended
  const back = refunded + refundsLeft + refundsFailed
  return (
    <div className="stack">
      {isRunning(known) ? <p>Aktiviteten er aflyst. Vi er ved at sige det til alle.</p> : <Notice tone="ok"><p>Aktiviteten er aflyst, og alle har fået besked.</p></Notice>}
      <p>Grunden, som familierne kan læse: {reason}</p>
      {all > 0 && <ProgressBar label="Besked til familierne" done={told} of={all}>{told} af {all} har fået besked</ProgressBar>}
      {back > 0 && <ProgressBar label="Penge tilbage" done={refunded} of={back}>{refunded} af {back} har fået pengene tilbage, {formatMoney(refundSum)} i alt</ProgressBar>}
      {refundsFailed > 0 && <Notice tone="no"><p>{refundsFailed === 1 ? '1 tilbagebetaling' : `${refundsFailed} tilbagebetalinger`} kom ikke igennem. Økonomi kan se dem og betale på en anden måde.</p></Notice>}
      {started > 0 && <Notice tone="info"><p>{childrenText(started)} er begyndt og er ikke meldt ud. Ring til dem.</p></Notice>}
    </div>
  )
}
