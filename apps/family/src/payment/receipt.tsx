import { Trans } from '@lingui/react/macro'
import type { PaymentLineView, PaymentView } from '@medspil/contracts/payment'
import { Anchor, Button, DaysText, DayText, localParts, Money, Panel, SummaryList } from '@medspil/ui'
import { usePaths } from '../paths.ts'

/** The receipt: child, activity, organiser and days, what the pass paid and what we paid (interface.md), and what came back. */
export function Receipt({ payment }: { payment: PaymentView }) {
  const back = payment.refunds.filter(({ state }) => state !== 'failed')
  return (
    <div className="stack">
      <h2><Trans>Kvittering</Trans></h2>
      <p><bdi lang="da">{payment.programName}</bdi>{payment.paidAt && <> · <DayText day={localParts(payment.paidAt)[0]} /></>}</p>
      <SummaryList lines={payment.lines.map((line) => ({ key: line.signupId, question: <LineName line={line} />, answer: <LineMoney line={line} /> }))} />
      <Panel look="calm">
        <p><Trans>Betalt af dig: <b><Money ore={payment.amount} /></b></Trans></p>
        {back.map(({ amount, state, at, paidOn }) => (
          <p key={`${at} ${amount}`}>
            {state === 'paid-otherwise' ? <Trans>Betalt tilbage på en anden måde: <b><Money ore={amount} /></b></Trans>
              : state === 'settled' ? <Trans>Sendt tilbage: <b><Money ore={amount} /></b></Trans> : <Trans>På vej tilbage: <b><Money ore={amount} /></b></Trans>}{' '}
            <span className="small"><DayText day={paidOn ?? localParts(at)[0]} /></span>
          </p>
        ))}
        <p className="small"><Trans>Betalingsnummer</Trans> <bdi dir="ltr">{payment.number}</bdi></p>
      </Panel>
      <Button kind="secondary" pictogram="papir" onClick={() => window.print()}><Trans>Print kvitteringen</Trans></Button>
    </div>
  )
}

function LineName({ line }: { line: PaymentLineView }) {
  const paths = usePaths()
  return <><bdi>{line.childFirstName}</bdi>: <Anchor href={paths.signup(line.signupId)}><bdi lang="da">{line.offerTitle}</bdi></Anchor>, <bdi lang="da">{line.foreningName}</bdi></>
}

function LineMoney({ line }: { line: PaymentLineView }) {
  return (
    <>
      <Trans>Betalt af dig: <Money ore={line.amount} /></Trans>
      {line.passPays > 0n && <><br /><Trans>Betalt af fritidspas: <Money ore={line.passPays} /></Trans></>}
      {line.refunded > 0n && <><br /><Trans>Tilbage til dig: <Money ore={line.refunded} /></Trans></>}
      <br /><span className="small"><DaysText first={line.firstDay} last={line.lastDay} /></span>
    </>
  )
}
