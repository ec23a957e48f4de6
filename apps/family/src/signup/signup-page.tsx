import { Trans, useLingui } from '@lingui/react/macro'
import { incidentOf, isNotFound, useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { OfferDetail } from '@medspil/contracts/offer'
import { BackLink, Button, Chip, LinkRow, Money, Notice, Page, Panel, SummaryList, Waiting } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type ChosenChild, useChosenChild } from '../find/chosen-child.ts'
import { MeetsText } from '../find/say-when.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'

/** Tilmeld: take the place. Says before the press what the pass pays and what is left. */
export function SignupPage() {
  const { offerId } = useParams({ strict: false }) as { offerId: string }
  const trpc = useTRPC()
  const { child, children, choose, isKnown } = useChosenChild()
  const found = useQuery(trpc.offer.show.queryOptions({ offerId, ...(child && { childId: child.id }) }, { enabled: isKnown && child !== null }))
  if (isKnown && !child) return <NotFoundPage />
  if (found.isError) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data || !child) return <Page><Waiting><Trans>Henter tilbuddet</Trans></Waiting></Page>
  return <TakePlace key={child.id} offer={found.data} child={child} siblings={children} onChoose={choose} />
}

function TakePlace(props: { offer: OfferDetail; child: ChosenChild; siblings: readonly ChosenChild[]; onChoose: (id: string) => void }) {
  const { offer, child, siblings, onChoose } = props
  const { t } = useLingui()
  const paths = usePaths()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const trpc = useTRPC()
  const [clash, setClash] = useState(false)
  const request = useOnce(`signup.request:${offer.id}:${child.id}`, trpc.signup.request.mutationOptions())
  const send = (acceptsClash: boolean) => request.mutate({ childId: child.id, offerId: offer.id, acceptsClash }, {
    onSuccess: async ({ signupId }) => {
      await queries.invalidateQueries()
      await navigate({ to: paths.signup(signupId), replace: true })
    },
    onError: (error) => setClash(whyNotOf(error)?.reason === 'clashes-with-place'),
  })
  const isWaiting = offer.freePlaces === 0
  const title = isWaiting ? t`Skriv ${child.firstName} på venteliste` : t`Tag en plads til ${child.firstName}`
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink href={paths.offer(offer.id)}><bdi lang="da">{offer.title}</bdi></BackLink>
      <div className="stack">
        <h1>{title}</h1>
        {siblings.length > 1 && (
          <ul className="filters" aria-label={t`Barn`}>
            {siblings.map((one) => <li key={one.id}><Chip on={one.id === child.id} onToggle={() => onChoose(one.id)}>{one.firstName}</Chip></li>)}
          </ul>
        )}
        <SummaryList
          lines={[
            { key: 'team', question: <Trans>Hold</Trans>, answer: <bdi lang="da">{offer.title}, {offer.foreningName}</bdi> },
            { key: 'when', question: <Trans>Hvornår</Trans>, answer: <MeetsText {...offer} /> },
            { key: 'where', question: <Trans>Sted</Trans>, answer: <bdi lang="da">{offer.place}</bdi> },
          ]}
        />
        <WhatItCosts offer={offer} isWaiting={isWaiting} />
        <Answer error={request.error} clash={clash} />
        {clash
          ? <Button wide busy={request.isPending} onClick={() => send(true)}>{isWaiting ? <Trans>Skriv op alligevel</Trans> : <Trans>Tag pladsen alligevel</Trans>}</Button>
          : <Button wide busy={request.isPending} onClick={() => send(false)}>{isWaiting ? <Trans>Skriv på venteliste</Trans> : <Trans>Tag pladsen</Trans>}</Button>}
        <p className="small under-button">
          {isWaiting ? <Trans>I kan altid gå ud af køen igen.</Trans> : <Trans>Foreningen får kun fornavn og første bogstav i efternavnet. I kan melde fra igen.</Trans>}
        </p>
        {clash && <p><LinkRow href={paths.offers}><Trans>Find noget andet</Trans></LinkRow></p>}
      </div>
    </Page>
  )
}

function WhatItCosts({ offer, isWaiting }: { offer: OfferDetail; isWaiting: boolean }) {
  const price = offer.forChild?.price
  if (!price || price.price === 0n) return <p><b><Trans>Det er gratis.</Trans></b></p>
  return (
    <Panel look="calm">
      <h2>{isWaiting ? <Trans>Hvis I får en plads</Trans> : <Trans>Hvad koster det?</Trans>}</h2>
      <p><Trans>Prisen er <Money ore={price.price} /></Trans></p>
      {price.paidByPass > 0n && <p><Trans>Passet betaler <Money ore={price.paidByPass} /></Trans></p>}
      <p className="lead"><b><Trans>I betaler <Money ore={price.paidByYou} /></Trans></b></p>
      {price.paidByYou > 0n && <p className="small"><Trans>I betaler selv til foreningen. De skriver til jer om det.</Trans></p>}
      {price.whyNot && price.whyNot.reason !== 'purse-too-small' && <p className="small"><WhyNotText whyNot={price.whyNot} /></p>}
    </Panel>
  )
}

type RequestError = ReturnType<typeof useOnce>['error']

function Answer({ error, clash }: { error: RequestError; clash: boolean }) {
  const whyNot = whyNotOf(error)
  if (!error) return null
  if (whyNot) return <Notice tone={clash ? 'judge' : 'info'} role="alert"><p><WhyNotText whyNot={whyNot} /></p></Notice>
  const incident = incidentOf(error)
  return (
    <Notice tone="no" role="alert">
      <p><Trans>Vi fik ikke svar. Tryk igen. I får kun én plads.</Trans></p>
      {incident && <p><Trans>Sig nummer <b dir="ltr">{incident}</b>, hvis du ringer.</Trans></p>}
    </Notice>
  )
}
