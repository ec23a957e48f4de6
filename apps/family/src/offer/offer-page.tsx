import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, loginAddress, useTRPC } from '@medspil/client'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import type { OfferDetail } from '@medspil/contracts/offer'
import { BackLink, DayText, FloorHead, formatCountdown, formatLanguageName, formatNames, LinkButton, localParts, Notice, Page, Panel, PlaceDots, QueueDiscs, Tag, TimeText, useLanguage, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChosenChild } from '../find/chosen-child.ts'
import { useOpening } from '../find/use-opening.ts'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { isBeforeOpening, OpeningText, takesWishes } from '../holiday/opening-text.tsx'
import { programHref } from '../holiday/program-search.ts'
import { usePaths } from '../paths.ts'
import { OfferFacts } from './offer-facts.tsx'
import { WhyNotText } from './why-not-text.tsx'

/** An offer: all that is needed to decide, and the way in. A holiday activity says besides when its programme opens. */
export function OfferPage() {
  const { offerId } = useParams({ strict: false }) as { offerId: string }
  const trpc = useTRPC()
  const { child, children, isKnown, isLoggedIn } = useChosenChild()
  const found = useQuery(trpc.offer.show.queryOptions({ offerId, ...(child && { childId: child.id }) }, { enabled: isKnown }))
  if (hasNoPage(found)) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data) return <Page><Waiting><Trans>Henter tilbuddet</Trans></Waiting></Page>
  return <Offer offer={found.data} childName={child?.firstName ?? null} isOnlyChild={children.length === 1} isLoggedIn={isLoggedIn} />
}

function Offer({ offer, childName, isOnlyChild, isLoggedIn }: { offer: OfferDetail; childName: string | null; isOnlyChild: boolean; isLoggedIn: boolean }) {
  const paths = usePaths()
  const fit = offer.forChild?.fit
  return (
    <>
      <PageTitle title={offer.title} />
      <FloorHead>
        {offer.programId === null
          ? <BackLink href={paths.offers}><Trans>Find noget at gå til</Trans></BackLink>
          : <BackLink href={programHref(paths.program(offer.programId))}><Trans>Alle aktiviteter</Trans></BackLink>}
        <h1 lang="da">{offer.title}</h1>
      </FloorHead>
      <Page>
        <div className="stack">
          <p lang="da">{offer.foreningName}</p>
          <OfferFacts offer={offer} />
          {fit && !fit.ok && childName && (
            <Notice tone="info"><p><b><Trans>Det passer ikke til {childName}.</Trans></b> <WhyNotText whyNot={fit.whyNot} /></p></Notice>
          )}
        </div>
        {/* A sibling may fit; an only child that does not is asked for nothing. */}
        {(!fit || fit.ok || !isOnlyChild || offer.forChild?.signupId) && <Places offer={offer} isLoggedIn={isLoggedIn} />}
        {offer.description && <section><h2>{offer.programId === null ? <Trans>Om holdet</Trans> : <Trans>Det skal I lave</Trans>}</h2><p lang="da">{offer.description}</p></section>}
        <GoodToKnow offer={offer} />
        {offer.trialFree && <p><Tag tone="ok"><Trans>Prøv gratis først</Trans></Tag></p>}
        <Meetings offer={offer} />
      </Page>
    </>
  )
}

function Places({ offer, isLoggedIn }: { offer: OfferDetail; isLoggedIn: boolean }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { freePlaces, capacity, waiting } = offer
  const taken = capacity - freePlaces
  const mine = offer.forChild?.signupId
  if (mine) {
    return <Panel look="kommune"><h2><Trans>I har skrevet jer op</Trans></h2><LinkButton wide href={paths.signup(mine)}><Trans>Se hvordan det går</Trans></LinkButton></Panel>
  }
  return (
    <section>
      {freePlaces > 0 ? (
        <Panel look="kommune">
          <h2><Plural value={freePlaces} one="# ledig plads" other="# ledige pladser" /></h2>
          <PlaceDots capacity={capacity} taken={taken} label={t`${taken} taget, ${freePlaces} ledige`} />
          <p><Trans>{taken} af {capacity} er taget.</Trans> <WillItBeHeld offer={offer} taken={taken} /></p>
          <WhenOpen programId={offer.programId}><ToSignUp offerId={offer.id} isLoggedIn={isLoggedIn}><Trans>Tag en plads</Trans></ToSignUp></WhenOpen>
        </Panel>
      ) : (
        <Panel>
          <h2><Trans>Fyldt lige nu</Trans></h2>
          <p><Plural value={waiting} _0="Ingen venter endnu." one="# barn venter." other="# børn venter." /> <Trans>I bliver nummer {waiting + 1}.</Trans></p>
          <QueueDiscs length={waiting + 1} mine={waiting + 1} label={t`${waiting} foran jer, I bliver nummer ${waiting + 1}`} />
          <WhenOpen programId={offer.programId}><ToSignUp offerId={offer.id} isLoggedIn={isLoggedIn}><Trans>Skriv jer på venteliste</Trans></ToSignUp></WhenOpen>
        </Panel>
      )}
    </section>
  )
}

function ToSignUp(props: { offerId: string; isLoggedIn: boolean; children: ReactNode }) {
  const paths = usePaths()
  const { key } = useKommune()
  const to = paths.signUp(props.offerId)
  return props.isLoggedIn
    ? <LinkButton wide href={to}>{props.children}</LinkButton>
    : (
      <>
        <a className="button button-primary wide" href={loginAddress('family', key, to)}><span>{props.children}</span></a>
        <p className="small under-button"><Trans>Du logger ind med MitID først.</Trans></p>
      </>
    )
}

/** The way in while the programme is open; before it, the minute it opens at, and then the way in by itself. */
function WhenOpen({ programId, children }: { programId: string | null; children: ReactNode }) {
  const trpc = useTRPC()
  const programs = useQuery(trpc.holidayProgram.list.queryOptions(undefined, { enabled: programId !== null }))
  const program = programs.data?.find(({ id }) => id === programId)
  // A way in that is put up before the minute is known would be taken away again under somebody's finger.
  if (programs.isLoading) return <Waiting><Trans>Henter tilmeldingen</Trans></Waiting>
  return program ? <InProgram program={program} receivedAt={programs.dataUpdatedAt}>{children}</InProgram> : children
}

function InProgram({ program, receivedAt, children }: { program: ProgramView; receivedAt: number; children: ReactNode }) {
  const paths = usePaths()
  const { isOpen, secondsLeft } = useOpening(program, receivedAt)
  // One element before and after the next answer, so that the way in stays where it was pressed.
  if (isOpen) return <div {...(secondsLeft !== null && { role: 'status' })}>{children}</div>
  if (secondsLeft === null || isBeforeOpening(program)) {
    return (
      <>
        <p><b><OpeningText program={program} /></b></p>
        {isBeforeOpening(program) && <LinkButton wide href={paths.wishes(program.id)}>{takesWishes(program) ? <Trans>Vælg jeres ønsker</Trans> : <Trans>Se jeres ønsker</Trans>}</LinkButton>}
      </>
    )
  }
  const [day, clock] = localParts(program.opensAt)
  return (
    <>
      <p><b><Trans>Tilmeldingen åbner <DayText day={day} form="weekday" /> <TimeText time={clock} />.</Trans></b></p>
      {secondsLeft < 3600 && <p className="countdown" role="timer" aria-live="off"><b dir="ltr">{formatCountdown(secondsLeft)}</b></p>}
      <p className="small"><Trans>Knappen kommer her af sig selv.</Trans></p>
    </>
  )
}

function WillItBeHeld({ offer: { minimum, minimumDecidedOn }, taken }: { offer: OfferDetail; taken: number }) {
  if (minimum === null) return null
  if (taken >= minimum) return <Trans>Holdet bliver til noget. Det kræver {minimum}.</Trans>
  return minimumDecidedOn === null
    ? <Trans>Det kræver {minimum} at blive til noget.</Trans>
    : <Trans>Det kræver {minimum} at blive til noget. Det afgøres <DayText day={minimumDecidedOn} form="weekday" />.</Trans>
}

function Meetings({ offer }: { offer: OfferDetail }) {
  const isHoliday = offer.programId !== null
  const next = isHoliday ? offer.occurrences : offer.occurrences.slice(0, 4)
  if (next.length < 2) return null
  return (
    <section>
      <h2>{isHoliday ? <Trans>Dagene</Trans> : <Trans>De næste gange</Trans>}</h2>
      <ul>{next.map((one) => <li key={`${one.day} ${one.timeFrom}`}><DayText day={one.day} form="weekday" first /> <TimeText time={one.timeFrom} />{one.place !== offer.place && <>, <bdi lang="da">{one.place}</bdi></>}</li>)}</ul>
    </section>
  )
}

function GoodToKnow({ offer: { equipment, accessibility, supportNeeds, languages } }: { offer: OfferDetail }) {
  const language = useLanguage()
  return (
    <>
      {equipment && <section><h2><Trans>Tag med</Trans></h2><p lang="da">{equipment}</p></section>}
      {(accessibility || supportNeeds.length > 0) && (
        <section>
          <h2><Trans>Hvis barnet har brug for noget særligt</Trans></h2>
          {supportNeeds.length > 0 && <ul className="filters">{supportNeeds.map((need) => <li key={need}><Tag tone="ok"><bdi lang="da">{need}</bdi></Tag></li>)}</ul>}
          {accessibility && <p lang="da">{accessibility}</p>}
        </section>
      )}
      {languages.some((code) => code !== 'da') && <p><Trans>De voksne taler {formatNames(languages.map((code) => formatLanguageName(code, language)), language)}.</Trans></p>}
    </>
  )
}
