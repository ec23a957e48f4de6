import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { isNotFound, loginAddress, useTRPC } from '@medspil/client'
import type { OfferDetail } from '@medspil/contracts/offer'
import { BackLink, DayText, FloorHead, LinkButton, Notice, Page, Panel, PlaceDots, QueueDiscs, Tag, TimeText, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChosenChild } from '../find/chosen-child.ts'
import { localParts } from '../find/local-moment.ts'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { OfferFacts } from './offer-facts.tsx'
import { WhyNotText } from './why-not-text.tsx'

/** An offer: all that is needed to decide, and the way in. A holiday activity says besides when its programme opens. */
export function OfferPage() {
  const { offerId } = useParams({ strict: false }) as { offerId: string }
  const trpc = useTRPC()
  const { child, children, isKnown, isLoggedIn } = useChosenChild()
  const found = useQuery(trpc.offer.show.queryOptions({ offerId, ...(child && { childId: child.id }) }, { enabled: isKnown }))
  if (found.isError) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
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
          : <BackLink href={paths.program(offer.programId)}><Trans>Alle aktiviteter</Trans></BackLink>}
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
        {offer.description && <section><h2><Trans>Om holdet</Trans></h2><p lang="da">{offer.description}</p></section>}
        {offer.trialFree && <p><Tag tone="ok"><Trans>Prøv gratis først</Trans></Tag></p>}
        <Meetings offer={offer} />
      </Page>
    </>
  )
}

function Places({ offer, isLoggedIn }: { offer: OfferDetail; isLoggedIn: boolean }) {
  const { t } = useLingui()
  const paths = usePaths()
  const closed = useProgramClosed(offer.programId)
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
          <p><Trans>{taken} af {capacity} er taget.</Trans></p>
          {closed ?? <ToSignUp offerId={offer.id} isLoggedIn={isLoggedIn}><Trans>Tag en plads</Trans></ToSignUp>}
        </Panel>
      ) : (
        <Panel>
          <h2><Trans>Fyldt lige nu</Trans></h2>
          <p><Plural value={waiting} _0="Ingen venter endnu." one="# barn venter." other="# børn venter." /> <Trans>I bliver nummer {waiting + 1}.</Trans></p>
          <QueueDiscs length={waiting + 1} mine={waiting + 1} label={t`${waiting} foran jer, I bliver nummer ${waiting + 1}`} />
          {closed ?? <ToSignUp offerId={offer.id} isLoggedIn={isLoggedIn}><Trans>Skriv jer på venteliste</Trans></ToSignUp>}
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

/** Why the programme takes no sign-ups now, as a sentence with its moment; null when it does, or it is no holiday activity. */
function useProgramClosed(programId: string | null) {
  const trpc = useTRPC()
  const programs = useQuery(trpc.holidayProgram.list.queryOptions(undefined, { enabled: programId !== null }))
  const program = programs.data?.find(({ id }) => id === programId)
  if (!program?.whyNotOpen) return null
  if (program.whyNotOpen.reason === 'program-opens-later') {
    const [day = '', clock = ''] = localParts(program.opensAt)
    return <p><b><Trans>Tilmeldingen åbner <DayText day={day} form="weekday" /> <TimeText time={clock} />.</Trans></b></p>
  }
  return <p><b><WhyNotText whyNot={program.whyNotOpen} /></b></p>
}

function Meetings({ offer }: { offer: OfferDetail }) {
  const next = offer.occurrences.slice(0, 4)
  if (next.length < 2) return null
  return (
    <section>
      <h2><Trans>De næste gange</Trans></h2>
      <ul>{next.map((one) => <li key={`${one.day} ${one.timeFrom}`}><DayText day={one.day} form="weekday" first /> <TimeText time={one.timeFrom} /></li>)}</ul>
    </section>
  )
}
