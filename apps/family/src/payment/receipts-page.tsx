import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC, whyMissing } from '@medspil/client'
import { BackLink, DayText, EmptyState, FloorHead, LinkRow, localParts, Money, Page, SummaryList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'

/** Kvitteringer: everything one has paid oneself, newest first. */
export function ReceiptsPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Kvitteringer`}><Receipts /></LoggedIn>
}

function Receipts() {
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const found = useQuery(trpc.payment.receipts.queryOptions())
  const missing = found.data?.length === 0 ? whyMissing(found) : null
  if (hasNoPage(found) || missing === 'unanswered') return <UnansweredPage onRetry={() => void found.refetch()} />
  return (
    <>
      <PageTitle title={t`Kvitteringer`} />
      <FloorHead>
        <BackLink href={paths.papers}><Trans>Papirer</Trans></BackLink>
        <h1><Trans>Kvitteringer</Trans></h1>
      </FloorHead>
      <Page>
        {(!found.data || missing === 'asking') && <Waiting><Trans>Henter kvitteringerne</Trans></Waiting>}
        {missing === 'none' && <EmptyState pictogram="papir" title={<Trans>I har ikke betalt noget med kort endnu</Trans>} />}
        {found.data && found.data.length > 0 && (
          <SummaryList lines={found.data.map(({ id, programName, paidAt, amount, lines }) => ({
            key: id,
            question: <LinkRow href={paths.payment(id)}><bdi lang="da">{programName}</bdi>{paidAt && <>, <DayText day={localParts(paidAt)[0]} /></>}</LinkRow>,
            answer: <><Money ore={amount} />{lines.map(({ signupId, childFirstName, offerTitle }) => <p key={signupId} className="small"><bdi>{childFirstName}</bdi>: <bdi lang="da">{offerTitle}</bdi></p>)}</>,
          }))}
          />
        )}
      </Page>
    </>
  )
}
