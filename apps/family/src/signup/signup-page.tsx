import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC, whyNotOf } from '@medspil/client'
import type { OfferDetail } from '@medspil/contracts/offer'
import type { ChildAhead, SignupAhead, SignupReceipt } from '@medspil/contracts/signup'
import { BackLink, Button, ChoiceGroup, formatNames, LinkButton, LinkRow, Notice, Page, SummaryList, TimesText, useLanguage, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useChosenChild } from '../find/chosen-child.ts'
import { MeetsText } from '../find/say-when.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { TakeWithFriends } from '../holiday/friends/take-with-friends.tsx'
import { programHref } from '../holiday/program-search.ts'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'
import { ClashNotice, CostPanel, HasAlready, TogetherText } from './ahead-texts.tsx'
import { HolidayDays } from './holiday-days.tsx'
import { SayGrade } from './say-grade.tsx'
import { SignupProblem, StillWorking } from './signup-problem.tsx'
import { useTakePlaces } from './use-take-places.ts'

/** Tilmeld: take the place for one child or several. Says before the press what it costs, what they have, and what lies at the same time. */
export function SignupPage() {
  const { offerId } = useParams({ strict: false }) as { offerId: string }
  const trpc = useTRPC()
  const { child, children, isKnown, again } = useChosenChild()
  const childIds = children.slice(0, 6).map(({ id }) => id)
  const offer = useQuery(trpc.offer.show.queryOptions({ offerId }, { enabled: isKnown && child !== null }))
  const ahead = useQuery(trpc.signup.ahead.queryOptions({ offerId, childIds }, { enabled: isKnown && child !== null, staleTime: 5_000 }))
  const failed = [offer, ahead].find((one) => hasNoPage(one))?.error
  if (isKnown && !child) return again ? <UnansweredPage onRetry={again} /> : <NotFoundPage />
  if (failed) return isNotFound(failed) ? <NotFoundPage /> : <UnansweredPage onRetry={() => { void offer.refetch(); void ahead.refetch() }} />
  if (!offer.data || !ahead.data || !child) return <Page><Waiting><Trans>Henter tilbuddet</Trans></Waiting></Page>
  return <TakePlace offer={offer.data} ahead={ahead.data} first={child.id} />
}

const mayTake = ({ whyNot, existing }: ChildAhead) => whyNot === null && existing === null

function TakePlace({ offer, ahead, first }: { offer: OfferDetail; ahead: SignupAhead; first: string }) {
  const { t } = useLingui()
  const paths = usePaths()
  const navigate = useNavigate()
  const free = ahead.children.filter(mayTake)
  const [ids, setIds] = useState<readonly string[]>(() => [free.find(({ childId }) => childId === first) ?? free[0]].flatMap((one) => one?.childId ?? []))
  const [isNoneChosen, setNoneChosen] = useState(false)
  const chosen = free.filter(({ childId }) => ids.includes(childId))
  const isHoliday = offer.programId !== null
  const isWaiting = ahead.freePlaces < Math.max(1, chosen.length)
  const clashing = chosen.filter(({ clash }) => clash !== null)
  const done = (receipts: SignupReceipt[]) => {
    const [one] = receipts
    if (one) void navigate({ to: paths.signup(one.signupId), replace: true })
  }
  const take = useTakePlaces(offer.id, chosen.map(({ childId }) => childId), done)
  const serverClash = whyNotOf(take.error)?.reason === 'clashes-with-place' || whyNotOf(take.error)?.reason === 'no-time-between-places'
  const accepts = clashing.length > 0 || serverClash
  const send = () => {
    setNoneChosen(chosen.length === 0)
    if (chosen.length > 0) take.send(accepts)
  }
  const names = formatNames(chosen.map(({ firstName }) => firstName), useLanguage())
  const title = chosen.length === 0 ? t`Tilmeld` : isWaiting ? t`Skriv ${names} på venteliste` : chosen.length > 1 ? t`Tag pladser til ${names}` : t`Tag en plads til ${names}`
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink href={paths.offer(offer.id)}><bdi lang="da">{offer.title}</bdi></BackLink>
      <div className="stack">
        <h1>{title}</h1>
        <SummaryList
          lines={[
            { key: 'team', question: isHoliday ? <Trans>Aktivitet</Trans> : <Trans>Hold</Trans>, answer: <bdi lang="da">{offer.title}, {offer.foreningName}</bdi> },
            { key: 'when', question: <Trans>Hvornår</Trans>, answer: isHoliday ? <><HolidayDays {...offer} />, <TimesText from={offer.timeFrom} to={offer.timeTo} /></> : <MeetsText {...offer} /> },
            { key: 'where', question: <Trans>Sted</Trans>, answer: <bdi lang="da">{offer.place}</bdi> },
          ]}
        />
        <Others everyone={ahead.children} isAlone={ahead.children.length === 1} />
        {free.length > 1 && (
          <ChoiceGroup
            many name="barn" label={<Trans>Hvem skal med?</Trans>} {...(isNoneChosen && { error: <Trans>Vælg mindst ét barn.</Trans> })}
            choices={free.map(({ childId, firstName }) => ({ value: childId, text: <bdi>{firstName}</bdi> }))}
            value={ids} onChange={(next) => { setIds(next); setNoneChosen(false) }}
          />
        )}
        {isHoliday && chosen.map((child) => <HasAlready key={child.childId} child={child} limit={ahead.limit} />)}
        <TogetherText count={chosen.length} ahead={ahead} />
        {chosen.length > 0 && <CostPanel chosen={chosen} ahead={ahead} isWaiting={isWaiting} isHoliday={isHoliday} />}
        {clashing.map((child) => <ClashNotice key={child.childId} child={child} title={offer.title} />)}
        {isWaiting && chosen.length === 1 && <p><Trans>I bliver nummer {ahead.waiting + 1} på ventelisten.</Trans></p>}
        {isHoliday && ahead.noShowText && !isWaiting && free.length > 0 && <p className="small" lang="da">{ahead.noShowText}</p>}
        <SignupProblem error={take.error} isClash={serverClash} />
        {free.length > 0 && <Button wide busy={take.isWorking} onClick={send}><PressText isWaiting={isWaiting} isClash={accepts} sameTime={clashing.some(({ clash }) => clash?.whyNot.reason === 'clashes-with-place')} count={chosen.length} /></Button>}
        <StillWorking isShown={take.isWorking && take.isSlow} />
        {free.length > 0 && (
          <p className="small under-button">
            {isWaiting ? <Trans>I kan altid gå ud af køen igen.</Trans> : <Trans>Foreningen får kun fornavn og første bogstav i efternavnet. I kan melde fra igen.</Trans>}
          </p>
        )}
        {offer.programId !== null && <TakeWithFriends offer={offer} programId={offer.programId} ahead={ahead} onDone={done} />}
        {(accepts || free.length === 0) && <p><LinkRow href={offer.programId === null ? paths.offers : programHref(paths.program(offer.programId))}><Trans>Find noget andet</Trans></LinkRow></p>}
      </div>
    </Page>
  )
}

/** The children this cannot be for, each with its reason or with the place it has already. */
function Others({ everyone, isAlone }: { everyone: readonly ChildAhead[]; isAlone: boolean }) {
  const paths = usePaths()
  return everyone.filter((child) => !mayTake(child)).map(({ childId, firstName, existing, whyNot }) => existing ? (
    <Notice key={childId} tone="info">
      <div className="stack">
        <p><b><Trans><bdi>{firstName}</bdi> er allerede skrevet op her.</Trans></b></p>
        <LinkButton kind="secondary" href={paths.signup(existing)}><Trans>Se hvordan det går</Trans></LinkButton>
      </div>
    </Notice>
  ) : whyNot && (
    <Notice key={childId} tone="info">
      <div className="stack">
        <p>{!isAlone && <><b><bdi>{firstName}</bdi></b>{': '}</>}<WhyNotText whyNot={whyNot} /></p>
        {whyNot.reason === 'grade-unknown' && <SayGrade childId={childId} firstName={firstName} />}
      </div>
    </Notice>
  ))
}

function PressText({ isWaiting, isClash, sameTime, count }: { isWaiting: boolean; isClash: boolean; sameTime: boolean; count: number }) {
  if (isClash && isWaiting) return <Trans>Skriv op alligevel</Trans>
  if (isClash) return sameTime ? <Trans>Tag begge pladser</Trans> : <Trans>Vi kan nå det: tag pladsen</Trans>
  if (isWaiting) return <Trans>Skriv på venteliste</Trans>
  return <Plural value={count} one="Tag pladsen" other="Tag # pladser" />
}
