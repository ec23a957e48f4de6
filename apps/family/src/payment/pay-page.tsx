import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useOnce, useTRPC, whyMissing, whyNotOf } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { ActRow, Anchor, BackLink, Button, EmptyState, FloorHead, LinkButton, LinkRow, Money, Notice, Page, Panel, SummaryList, useToast, Waiting } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'
import { SeatTime, useSecondsLeft } from '../signup/held-seat.tsx'
import { HolidayDays } from '../signup/holiday-days.tsx'

/** Betal: every place that is held for the family in one programme, one sum, one button, and how long it lasts. */
export function PayPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Betal`}><Pay /></LoggedIn>
}

const isHeld = ({ state }: SignupView): boolean => state === 'seat-held' || state === 'awaiting-payment'

function Pay() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  // Coming back from Stripe by the browser's own button must show what is true now.
  const mine = useQuery({ ...trpc.signup.mine.queryOptions({}), refetchOnMount: 'always', refetchInterval: 30_000 })
  const held = (mine.data ?? []).filter((signup) => isHeld(signup) && signup.offer.programId === programId)
  const missing = held.length === 0 ? whyMissing(mine) : null
  if (hasNoPage(mine) || missing === 'unanswered') return <UnansweredPage onRetry={() => void mine.refetch()} />
  if (!mine.data || missing === 'asking') return <Page><Waiting><Trans>Henter jeres pladser</Trans></Waiting></Page>
  return (
    <>
      <PageTitle title={t`Betal`} />
      <FloorHead>
        <BackLink href={paths.ourHoliday(programId)}><Trans>Jeres ferie</Trans></BackLink>
        <h1><Trans>Betal for pladserne</Trans></h1>
      </FloorHead>
      <Page>
        {held.length > 0 ? <HeldPlaces held={held} receivedAt={mine.dataUpdatedAt} /> : (
          <EmptyState pictogram="check" title={<Trans>Der er ikke noget at betale nu</Trans>}>
            <LinkButton href={paths.receipts}><Trans>Se jeres kvitteringer</Trans></LinkButton>
          </EmptyState>
        )}
      </Page>
    </>
  )
}

function HeldPlaces({ held, receivedAt }: { held: readonly SignupView[]; receivedAt: number }) {
  const trpc = useTRPC()
  const ids = held.map(({ id }) => id).sort()
  const start = useOnce(`payment.start:${ids.join()}`, trpc.payment.start.mutationOptions())
  const paths = usePaths()
  const sum = held.reduce((all, { familyPays }) => all + familyPays, 0n)
  const left = useSecondsLeft(Math.min(...held.map(({ heldSeconds }) => heldSeconds ?? 0)), receivedAt)
  const whyNot = whyNotOf(start.error)
  // The answer says where to pay; a payment that has ended meanwhile says so on its own page.
  const pay = () => start.mutate({ signupIds: ids }, { onSuccess: ({ id, url }) => window.location.assign(url ?? paths.payment(id)) })
  return (
    <div className="stack">
      <SummaryList lines={held.map((signup) => ({
        key: signup.id,
        question: <><bdi>{signup.childFirstName}</bdi>: <Anchor href={paths.signup(signup.id)}><bdi lang="da">{signup.offer.title}</bdi></Anchor></>,
        answer: <PlacePrice signup={signup} />,
      }))}
      />
      <Panel look="turn">
        <SeatTime left={left} sum={sum} />
        {left > 0 && <Button wide busy={start.isPending} onClick={pay}><Trans>Betal med kort eller MobilePay</Trans></Button>}
        {left > 0 && <p className="small"><Trans>I betaler på en side hos Stripe. Der står ikke jeres barns navn, hverken dér eller på kontoudtoget.</Trans></p>}
        {start.isPending && <p role="status"><Trans>Åbner betalingssiden</Trans></p>}
        {start.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Betalingssiden svarer ikke. Pladsen er jeres imens. Tryk igen.</Trans>}</p></Notice>}
        <MoreTime held={held} left={left} />
      </Panel>
      <p><LinkRow href={paths.receipts}><Trans>Se jeres kvitteringer</Trans></LinkRow></p>
    </div>
  )
}

function PlacePrice({ signup }: { signup: SignupView }) {
  const { firstDay, lastDay } = signup.offer
  return (
    <>
      <Money ore={signup.familyPays} />
      {signup.passPays > 0n && <><br /><Trans>Passet betaler <Money ore={signup.passPays} /></Trans></>}
      <br /><span className="small"><HolidayDays firstDay={firstDay} lastDay={lastDay} /></span>
    </>
  )
}

/** More time (WCAG 2.2.1) for the place that is lost first; children who go together share one time, and the next press is for the next. */
function MoreTime({ held, left }: { held: readonly SignupView[]; left: number }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [first] = [...held].sort((a, b) => (a.heldSeconds ?? 0) - (b.heldSeconds ?? 0))
  const extend = useOnce(`signup.extendSeat:${first?.id ?? ''}`, trpc.signup.extendSeat.mutationOptions())
  const whyNot = whyNotOf(extend.error)
  if (!first?.mayExtend || left === 0) return null
  const more = () => extend.mutate({ signupId: first.id }, {
    onSuccess: () => {
      toast(<Trans>I har fået mere tid</Trans>)
      void queries.invalidateQueries()
    },
  })
  return (
    <>
      <ActRow pictogram="ur" onClick={more}><Trans>Giv os mere tid</Trans></ActRow>
      {extend.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
    </>
  )
}
