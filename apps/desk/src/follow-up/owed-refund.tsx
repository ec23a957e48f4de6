import { useOnce, useTRPC } from '@medspil/client'
import type { OwedRefundView } from '@medspil/contracts/payment'
import { looksLikeCpr } from '@medspil/contracts/shared'
import { Button, DateFields, dayFromParts, formatDay, formatMoney, partsFromDay, phoneInPairs, SummaryList, TextField } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Loaded, Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { hasOwedChanged } from './owed-changed.ts'

/** What was just noted as paid. */
export interface Noted { taskId: string; amount: bigint }

/**
 * Whom money is owed to, and why; then that it was paid in another way. Opening it is a look that the family can see.
 * @param props.end ends the task, where nothing is owed any more
 */
export function OwedRefund({ taskId, end, onNoted }: { taskId: string; end: ReactNode; onNoted: (noted: Noted) => void }) {
  // Asked once: every answer is a line in the family's log of who looked.
  const owed = useQuery({ ...useTRPC().payment.owed.queryOptions({ taskId }), staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <Loaded query={owed}>
      {(view) => (
        <div className="stack">
          <SummaryList lines={linesOf(view)} />
          <p className="small">Familien kan se, at du har set det.</p>
          <ToDo owed={view} end={end} onNoted={onNoted} />
        </div>
      )}
    </Loaded>
  )
}

function ToDo({ owed, end, onNoted }: { owed: OwedRefundView; end: ReactNode; onNoted: (noted: Noted) => void }) {
  if (owed.amount === 0n) return <><p>Familien har fået pengene siden. Der er ikke mere at betale.</p>{end}</>
  if (owed.bankStillLooks) return <p>Familiens bank ser på betalingen, fordi familien har gjort indsigelse. Betal ikke noget, før banken har svaret.</p>
  return <NotePaid owed={owed} onNoted={onNoted} />
}

const whyWords: Record<OwedRefundView['why'], string> = {
  'sent-back': 'Familiens bank sendte pengene retur. Kortet kan være lukket.',
  'never-arrived': 'Stripe fik aldrig besked, og det bliver ikke sendt igen.',
  'dispute-lost': 'Familien har gjort indsigelse i banken og fik ret.',
  refused: 'Stripe tog ikke imod tilbagebetalingen.',
}

function linesOf({ number, title, failedOn, why, amount, family }: OwedRefundView) {
  return [
    { key: 'beloeb', question: 'Skal have tilbage', answer: formatMoney(amount) },
    { key: 'hvem', question: 'Betalte', answer: family ? <Payer payer={family.payer} /> : 'Familien er beskyttet. Den, der arbejder med barnet, kan se, hvem den er.' },
    { key: 'barn', question: 'For', answer: family ? `${family.childFirstName} til ${title}` : title },
    { key: 'hvorfor', question: 'Kom ikke frem', answer: `${formatDay(failedOn)}. ${whyWords[why]}` },
    { key: 'nummer', question: 'Betalingsnummer', answer: number },
    { key: 'stripe', question: 'Hos Stripe', answer: family ? <AtStripe payment={family.stripePaymentId} refund={family.stripeRefundId} /> : 'Vises ikke, fordi betaleren står i Stripe.' },
  ]
}

type Family = NonNullable<OwedRefundView['family']>

function Payer({ payer: { name, phone, mail } }: { payer: Family['payer'] }) {
  return (
    <>
      {name}
      {phone && <><br /><a href={`tel:${phone.replaceAll(' ', '')}`} dir="ltr">{phoneInPairs(phone)}</a></>}
      {mail && <><br /><a href={`mailto:${mail}`}>{mail}</a></>}
      {!phone && !mail && <><br />Må ikke kontaktes, eller har hverken telefon eller mail.</>}
    </>
  )
}

function AtStripe({ payment, refund }: { payment: string | null; refund: string | null }) {
  if (!payment) return <>Ingen betaling</>
  return <><a href={`https://dashboard.stripe.com/payments/${payment}`} rel="noreferrer">{payment}</a>{refund && <><br />{refund}</>}</>
}

/** Day and reference, and a button that says the amount: pressed, the share is settled and the family can see the day. */
function NotePaid({ owed: { taskId, amount, from }, onNoted }: { owed: OwedRefundView; onNoted: (noted: Noted) => void }) {
  const today = todayHere()
  const [date, setDate] = useState(() => partsFromDay(today))
  const [reference, setReference] = useState('')
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const day = dayFromParts(date)
  const words = reference.trim()
  const note = useOnce(`payment.notePaidOtherwise:${taskId}:${day}:${words}`, trpc.payment.notePaidOtherwise.mutationOptions())
  const problems = {
    'betalt-dag': day === null ? 'Skriv dag, måned og år' : day < from || day > today ? `Skriv en dag fra den ${formatDay(from)} til i dag` : undefined,
    'betalt-nummer': words === '' ? 'Skriv det, der finder betalingen igen' : looksLikeCpr(words) ? 'Skriv ikke et CPR-nummer' : undefined,
  }
  const errorAt = (id: keyof typeof problems) => (asked ? problems[id] : undefined)
  const send = () => {
    setAsked(true)
    const first = Object.entries(problems).find(([, problem]) => problem)
    if (first) return document.getElementById(first[0])?.focus()
    if (day === null) return
    note.mutate({ taskId, amount, paidOn: day, reference: words }, {
      onSuccess: () => {
        onNoted({ taskId, amount })
        queries.removeQueries(trpc.payment.owed.pathFilter())
        void queries.invalidateQueries(trpc.followUp.deskTasks.pathFilter())
      },
      onError: (error) => { if (hasOwedChanged(error)) void queries.invalidateQueries(trpc.payment.owed.queryFilter({ taskId })) },
    })
  }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <h3>Betalt på anden måde</h3>
      <p>Se først hos Stripe, at pengene ikke er sendt fra kontrolpanelet. Betal dem så fra banken eller til NemKonto, og skriv det her. Familien kan se dagen på sin kvittering.</p>
      <DateFields name="betalt-dag" label="Hvilken dag blev de betalt?" texts={{ day: 'Dag', month: 'Måned', year: 'År' }} value={date} onChange={setDate} error={errorAt('betalt-dag')} />
      <TextField
        name="betalt-nummer" label="Bilag eller nummer" hint="Det, der finder betalingen i økonomisystemet. Skriv hverken navn eller CPR-nummer." autoComplete="off" maxLength={60}
        value={reference} onChange={(event) => setReference(event.target.value)} error={errorAt('betalt-nummer')}
      />
      <Problem error={note.error} />
      <div><Button type="submit" wide busy={note.isPending}>{formatMoney(amount)} er betalt</Button></div>
    </form>
  )
}
