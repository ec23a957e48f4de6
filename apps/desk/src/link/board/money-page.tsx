import { useOnce, useTRPC } from '@medspil/client'
import type { MoneyLine, MoneyView, PaymentReadiness } from '@medspil/contracts/forening'
import { ActRow, Button, DataTable, formatDay, formatDays, formatMoney, Notice } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { leaveWithLink } from '../link-token.ts'
import { Loaded, Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'

/** The treasurer's page: what was paid, for which child or holiday activity and period, and what is missing. Prints on A4. */
export default function MoneyPage({ payment }: { payment: PaymentReadiness }) {
  const money = useQuery(useTRPC().forening.money.queryOptions())
  useTitle('Penge')
  return <Loaded query={money}>{(view) => <Money view={view} payment={payment} />}</Loaded>
}

function Money({ view, payment }: { view: MoneyView; payment: PaymentReadiness }) {
  const missing = [...new Set(view.unpaid.flatMap((line) => (line.missing ? [sayMissing(line.missing)] : [])))]
  return (
    <div className="stack money">
      <h1>{view.waiting === 0n ? 'Alt er betalt' : <>{formatMoney(view.waiting)} er på vej</>}</h1>
      <p>{view.foreningName}, CVR {view.cvr}. {formatMoney(view.paid)} er betalt indtil nu.</p>
      {missing.length > 0 && <Notice tone="judge"><b>Det mangler, før resten kan betales:</b><ul>{missing.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      {view.unpaid.length > 0 && <><h2>Ikke betalt endnu</h2><Lines caption="Ikke betalt endnu" lines={view.unpaid} say={(line) => (line.missing ? 'Venter på jer' : progress[line.state])} /></>}
      {view.askedBack.length > 0 && (
        <>
          <h2>Kommunen beder om at få tilbage</h2>
          <DataTable
            caption="Kommunen beder om at få tilbage"
            columns={[{ key: 'ref', head: 'Tekst på kontoudtog og grund' }, { key: 'sum', head: 'Beløb', end: true }]}
            lines={view.askedBack.map(({ clawbackId, reference, cause, state, deadline, amount }) => ({
              key: clawbackId,
              cells: [
                <><b>{reference}</b><small>{causes[cause] ?? cause}. {state === 'proposed' ? `Ring eller skriv til kommunen senest ${formatDay(deadline, 'da', 'day')}` : backs[state]}</small></>, formatMoney(amount),
              ],
            }))}
          />
        </>
      )}
      {view.payouts.map((payout) => (
        <section key={payout.payoutId} className="stack-s">
          <h2>Betalt {payout.paidOn ? formatDay(payout.paidOn) : ''}: {formatMoney(payout.total)}</h2>
          <p className="small">Udbetaling {payout.reference}</p>
          <Lines caption={`Udbetaling ${payout.reference}`} lines={payout.lines} />
        </section>
      ))}
      <div className="acts"><ActRow pictogram="papir" onClick={() => print()}>Print siden</ActRow></div>
      <PayeeChange payment={payment} />
    </div>
  )
}

function Lines(props: { caption: string; lines: readonly MoneyLine[]; say?: (line: MoneyLine) => string }) {
  return (
    <DataTable
      caption={props.caption}
      columns={[{ key: 'ref', head: 'Tekst på kontoudtog, barn og hold' }, { key: 'sum', head: 'Beløb', end: true }]}
      lines={props.lines.map((line) => ({
        key: line.claimId,
        cells: [
          <><b>{line.reference}</b><small>{line.displayName !== null && <><bdi>{line.displayName}</bdi>, </>}{line.offerTitle}, {formatDays(line.periodFrom, line.periodTo)}{line.displayName !== null && '. Fritidspas'}{props.say && <><br />{props.say(line)}</>}</small></>,
          formatMoney(line.amount),
        ],
      }))}
    />
  )
}

const progress: Record<MoneyLine['state'], string> = {
  due: 'Venter på jeres svar', confirmed: 'Kommunen ser på det', checked: 'Klar til betaling', 'in-payout': 'På vej til banken', paid: 'Betalt', disputed: 'Kommunen ringer til jer', rejected: 'Betales ikke', reversed: 'Faldet bort',
}
const causes: Record<string, string> = { 'never-came': 'Barnet kom aldrig', withdrew: 'Barnet stoppede', overpaid: 'Der er betalt for meget', 'declared-wrongly': 'Oplysningerne var forkerte' }
const backs: Record<MoneyView['askedBack'][number]['state'], string> = {
  proposed: 'Venter på jeres svar', answered: 'Kommunen læser jeres svar', agreed: 'I er enige', dropped: 'Frafaldet', decided: 'Afgjort', collected: 'Betalt tilbage',
}

function sayMissing(reason: string): string {
  const known: Record<string, string> = {
    'forening-declaration-missing': 'Årets erklæring om børneattester.', 'forening-not-approved': 'Kommunens godkendelse af foreningen.', 'forening-suspended': 'Godkendelsen er sat på pause. Ring til kommunen.',
    'forening-stripe-not-ready': 'Jeres konto er ikke klar. Gør den færdig nederst på siden.', 'forening-payment-details-missing': 'Jeres betalingsoplysninger.', 'forening-named-receiver-missing': 'En navngiven modtager. Ring til kommunen.',
  }
  return known[reason] ?? 'Kommunen har et spørgsmål og ringer til jer.'
}

/** The change of where money goes, given to Stripe and never to us. */
function PayeeChange({ payment }: { payment: PaymentReadiness }) {
  const open = useOnce('forening.openPayee', useTRPC().forening.openPayee.mutationOptions())
  const leave = () => open.mutate({}, {
    onSuccess: ({ url }) => {
      leaveWithLink()
      location.assign(url)
    },
  })
  return (
    <details className="row-more">
      <summary className="row"><b>Hvor går pengene hen?</b></summary>
      <div className="stack-s">
        <p>{payment.rail === 'nemkonto' ? `Kommunen betaler til NemKonto på CVR ${payment.cvr}. Kontoen skifter I i jeres bank.` : payment.isReady ? 'Jeres konto til kortbetalinger er klar.' : 'Jeres konto til kortbetalinger er ikke klar endnu.'}</p>
        <p className="small">Betaler familier selv med kort, skal I have en konto hos Stripe. I giver oplysningerne der, ikke her. Efter et skift skal to i kommunen godkende den første udbetaling.</p>
        <Problem error={open.error} />
        <div><Button kind="secondary" busy={open.isPending} onClick={leave}>{payment.rail === 'stripe' ? 'Ret oplysningerne hos Stripe' : 'Opret konto til kortbetalinger'}</Button></div>
      </div>
    </details>
  )
}
