import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { PaymentView } from '@medspil/contracts/payment'
import { BackLink, DayText, FloorHead, LinkButton, LinkRow, Money, Notice, Page, Waiting } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'
import { Receipt } from './receipt.tsx'

/** How often the page asks while the answer or money back is on its way, ms, and when Stripe itself is asked anew. */
const askEvery = 2000
const askBackEvery = 10_000
const askStripeAfter = 8000
/** Money back that has neither arrived nor failed. */
const onItsWay: ReadonlySet<PaymentView['refunds'][number]['state']> = new Set(['due', 'sent', 'unknown'] as const)

/** Where a payer comes back to, paid or not: it waits for what is true, says it in one sentence, and is the receipt afterwards. */
export function PaymentPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Betaling`}><Payment /></LoggedIn>
}

/** Whether an answer is still on its way: money that is not placed, or a bank that has not said yes or no. */
export const isUnsettled = ({ state, lines }: PaymentView): boolean => state === 'open' || state === 'processing' || (state === 'paid' && lines.some(({ outcome }) => outcome === null))

function Payment() {
  const { paymentId } = useParams({ strict: false }) as { paymentId: string }
  const trpc = useTRPC()
  const queries = useQueryClient()
  const found = useQuery({ ...trpc.payment.show.queryOptions({ paymentId }), refetchOnMount: 'always', refetchInterval: ({ state: { data } }) => (!data ? false : isUnsettled(data) ? askEvery : data.refunds.some(({ state }) => onItsWay.has(state)) && askBackEvery) })
  const check = useOnce(`payment.check:${paymentId}`, trpc.payment.check.mutationOptions())
  const { mutate } = check
  const isWaiting = found.data !== undefined && isUnsettled(found.data)
  useEffect(() => {
    if (!isWaiting) {
      void queries.invalidateQueries({ queryKey: trpc.signup.mine.queryKey() })
      return
    }
    const timer = setInterval(() => mutate({ paymentId }), askStripeAfter)
    return () => clearInterval(timer)
  }, [isWaiting, mutate, paymentId, queries, trpc])
  if (hasNoPage(found)) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data) return <Page><Waiting><Trans>Henter betalingen</Trans></Waiting></Page>
  return <Told payment={found.data} />
}

function Told({ payment }: { payment: PaymentView }) {
  const paths = usePaths()
  const title = useTitle(payment)
  const isReceipt = payment.state === 'paid'
  return (
    <>
      <PageTitle title={title} />
      <FloorHead>
        <BackLink href={paths.receipts}><Trans>Jeres betalinger</Trans></BackLink>
        <h1>{title}</h1>
      </FloorHead>
      <Page>
        <p role="status" className="sr-only">{title}</p>
        <div className="stack">
          <WhatNow payment={payment} />
          {isReceipt && <Receipt payment={payment} />}
        </div>
      </Page>
    </>
  )
}

function useTitle({ state, lines }: PaymentView): string {
  const { t } = useLingui()
  if (state === 'open') return t`Betalingen er ikke gennemført endnu`
  if (state === 'processing') return t`Banken svarer senere`
  if (state === 'failed') return t`Betalingen gik ikke igennem`
  if (state === 'expired') return t`Betalingen er lukket`
  if (lines.some(({ outcome }) => outcome === null)) return t`Vi gør pladsen klar`
  if (lines.every(({ outcome }) => outcome === 'given-back')) return t`I får pengene tilbage`
  return t`Betalt`
}

function WhatNow({ payment: { state, url, lines, refunds, amount, programId } }: { payment: PaymentView }) {
  const paths = usePaths()
  const tooLate = lines.filter(({ outcome, signupState }) => outcome === 'given-back' && signupState === 'lapsed')
  if (state === 'open') {
    return (
      <>
        <p><Trans>Har I lige betalt, kommer svaret om et øjeblik. Siden følger selv med.</Trans></p>
        {url && <LinkButton wide kind="secondary" href={url}><Trans>Gå til betalingen igen</Trans></LinkButton>}
      </>
    )
  }
  if (state === 'processing') return <p><Trans>Jeres bank har ikke svaret endnu. Det kan tage en dag. Pladsen er jeres så længe, og vi skriver, når svaret er kommet.</Trans></p>
  if (state === 'failed' || state === 'expired') {
    return (
      <>
        <p><Trans>Der er ikke trukket penge. Er pladsen stadig holdt, kan I betale igen.</Trans></p>
        <p><LinkButton wide href={paths.ourHoliday(programId)}><Trans>Se jeres ferie</Trans></LinkButton></p>
      </>
    )
  }
  const byBank = refunds.find((refund) => refund.state === 'paid-otherwise')
  const isPlaced = lines.some(({ outcome }) => outcome === 'placed')
  if (byBank?.paidOn && !isPlaced) return <Notice tone="ok"><p><Trans>Pengene kunne ikke sendes til kortet. Kommunen betalte <Money ore={byBank.amount} /> tilbage på en anden måde: <DayText day={byBank.paidOn} />.</Trans></p></Notice>
  if (tooLate.length > 0) return <Notice tone="info"><p><Trans>Tiden var gået, og pladsen var givet videre, da I betalte. I får pengene tilbage af sig selv. Det tager normalt få dage, før de står på kontoen.</Trans></p></Notice>
  return isPlaced ? <><p className="lead"><Trans>Betalingen på <Money ore={amount} /> er kommet. I skal ikke gøre mere.</Trans></p><p><LinkRow pictogram="kalender" href={paths.ourHoliday(programId)}><Trans>Se jeres ferie</Trans></LinkRow></p></> : null
}
