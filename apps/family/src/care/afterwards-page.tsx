import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { Afterwards } from '@medspil/contracts/attendance'
import { BackLink, LinkRow, OfferRow, Page, Panel, PersonNote, PhoneLink, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { colourOf, signOf, travelSign } from '../find/offer-signs.ts'
import { PlaceTag } from '../find/place-tag.tsx'
import { PriceText, WithoutPassText } from '../find/price.tsx'
import { MeetsText } from '../find/say-when.tsx'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'

/** Your child liked it: a few foreninger near you that have room, what it just did first. */
export function AfterwardsPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Har I lyst til mere?`}><GoOn /></LoggedIn>
}

function GoOn() {
  const { signupId } = useParams({ strict: false }) as { signupId: string }
  const { t } = useLingui()
  const paths = usePaths()
  const { phone } = useKommune()
  const asked = useQuery(useTRPC().attendance.afterwards.queryOptions({ signupId }))
  if (hasNoPage(asked)) return isNotFound(asked.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  const { childFirstName: name, title, isBusy, offers } = asked.data
  return (
    <Page>
      <PageTitle title={t`Har I lyst til mere?`} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <div className="stack">
        <h1>{isBusy ? <Trans><bdi>{name}</bdi> går allerede til noget</Trans> : <Trans>Har <bdi>{name}</bdi> lyst til mere?</Trans>}</h1>
        {!isBusy && <p className="lead"><Trans>Ferien med <bdi lang="da">{title}</bdi> er slut. Her er noget, <bdi>{name}</bdi> kan gå til resten af året.</Trans></p>}
        {!isBusy && offers.length === 0 && <p><Trans>Der er ikke noget, der passer lige nu. Ring, så leder vi med jer.</Trans></p>}
      </div>
      {offers.length > 0 && <ul className="offers">{offers.map((offer) => <Proposed key={offer.id} offer={offer} />)}</ul>}
      <p><LinkRow pictogram="soeg" href={paths.offers}><Trans>Se alt, der er at gå til</Trans></LinkRow></p>
      {!isBusy && (
        <Panel look="calm">
          <PersonNote pictogram="familie">
            <h2><Trans>Koster det for meget?</Trans></h2>
            <p><Trans>Et fritidspas kan betale. Ring til os på <PhoneLink phone={phone} />.</Trans></p>
            <LinkRow href={paths.quickTest}><Trans>Se, om I kan få et</Trans></LinkRow>
          </PersonNote>
        </Panel>
      )}
    </Page>
  )
}

function Proposed({ offer }: { offer: Afterwards['offers'][number] }) {
  const paths = usePaths()
  return (
    <OfferRow
      href={paths.offer(offer.id)} pictogram={signOf(offer.pictogram)} colour={colourOf(offer.pictogram)} title={offer.title} forening={offer.foreningName}
      facts={[{ pictogram: 'ur', text: <MeetsText {...offer} /> }, { pictogram: travelSign(offer.travel), text: <bdi lang="da">{offer.travel || offer.place}</bdi> }]}
      price={<PriceText price={offer.price} forChild={offer.forChild} />} without={<WithoutPassText price={offer.price} forChild={offer.forChild} />} tag={<PlaceTag offer={offer} />}
    />
  )
}
