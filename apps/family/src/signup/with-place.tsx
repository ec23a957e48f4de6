import { Trans, useLingui } from '@lingui/react/macro'
import type { SignupView } from '@medspil/contracts/signup'
import { BackLink, FactList, FloorHead, formatNames, LinkRow, Money, Page, Panel, useLanguage } from '@medspil/ui'
import { MeetsText } from '../find/say-when.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'
import { CancelSignup } from './cancel-signup.tsx'
import { HeldSeat } from './held-seat.tsx'
import { HigherFee } from './higher-fee.tsx'
import { HolidayDays } from './holiday-days.tsx'

/** The receipt: the place is there, what happens next, and what it costs. */
export function WithPlace({ signup, group, receivedAt }: { signup: SignupView; group: readonly SignupView[]; receivedAt: number }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { offer, state } = signup
  const name = formatNames(group.map(({ childFirstName }) => childFirstName), useLanguage())
  const isHeld = state === 'seat-held' || state === 'awaiting-payment'
  const title = isHeld ? t`Pladsen er holdt til ${name}` : t`${name} har en plads`
  return (
    <>
      <PageTitle title={title} />
      <FloorHead>
        {offer.programId === null ? <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink> : <BackLink href={paths.ourHoliday(offer.programId)}><Trans>Jeres ferie</Trans></BackLink>}
        <h1>{title}</h1>
      </FloorHead>
      <Page>
        <div className="stack">
          <p className="lead"><bdi lang="da">{offer.title}</bdi></p>
          <FactList
            facts={[
              { pictogram: 'kalender', name: t`Hvornår`, text: offer.isHoliday ? <HolidayDays {...offer} /> : <MeetsText {...offer} />, ...(offer.isHoliday && { more: <MeetsText {...offer} weekday={null} /> }) },
              { pictogram: 'sted', name: t`Sted`, text: <bdi lang="da">{offer.place}</bdi>, more: <bdi lang="da">{offer.foreningName}</bdi> },
              { pictogram: 'pulje', name: t`Pris`, text: <Paid group={group} isPaid={offer.isHoliday && !isHeld} /> },
            ]}
          />
        </div>
        {isHeld && <HeldSeat signup={signup} group={group} receivedAt={receivedAt} />}
        {signup.feeAsked !== null && <HigherFee signup={signup} fee={signup.feeAsked} />}
        {!isHeld && <Panel look="calm">
          <h2><Trans>Hvad sker der nu?</Trans></h2>
          {state === 'requested' && signup.feeAsked === null && <p><Trans>Foreningen skal også sige ja. Vi skriver, når de har svaret. Pladsen er jeres så længe.</Trans></p>}
          {signup.feeAsked !== null && <p><Trans>Når I har sagt ja, er pladsen helt på plads. Vil I ikke, kan I melde fra.</Trans></p>}
          {state === 'confirmed' && <p><Trans>Alt er på plads. I skal bare møde op.</Trans></p>}
          {state === 'started' && <p><Trans>{name} er i gang. God fornøjelse.</Trans></p>}
          {signup.familyPays > 0n && !offer.isHoliday && <p><Trans>Foreningen skriver til jer om de <Money ore={signup.familyPays} /></Trans></p>}
          {offer.equipment && <p><b><Trans>Tag med</Trans>:</b> <bdi lang="da">{offer.equipment}</bdi></p>}
        </Panel>}
        <section>
          {offer.isHoliday && !isHeld && <p><LinkRow pictogram="familie" href={paths.careNote(signup.id)}><Trans>Skriv om allergi, og hvem der henter</Trans></LinkRow></p>}
          {signup.passPays > 0n && <p><LinkRow pictogram="pas" href={paths.fritidspas(signup.childId)}><Trans>Se fritidspasset</Trans></LinkRow></p>}
          {offer.isHoliday && !isHeld && (
            <p><LinkRow pictogram="kalender" href={paths.days}><Trans>De næste dage, afbud og kalender</Trans></LinkRow></p>
          )}
          {signup.mayCancel && <CancelSignup signup={signup} />}
        </section>
      </Page>
    </>
  )
}

/** What it costs the family; a holiday's own share is paid before the place is theirs. */
function Paid({ group, isPaid }: { group: readonly SignupView[]; isPaid: boolean }) {
  const sum = (of: 'price' | 'passPays' | 'familyPays') => group.reduce((total, one) => total + one[of], 0n)
  if (sum('price') === 0n) return <Trans>Gratis</Trans>
  if (sum('familyPays') === 0n) return <Trans>Passet betaler <Money ore={sum('passPays')} /> I betaler 0 kr.</Trans>
  if (sum('passPays') === 0n && isPaid) return <Trans>I har betalt <Money ore={sum('familyPays')} /></Trans>
  if (sum('passPays') === 0n) return <Trans>I betaler <Money ore={sum('familyPays')} /></Trans>
  return isPaid
    ? <Trans>Passet har betalt <Money ore={sum('passPays')} /> I har betalt <Money ore={sum('familyPays')} /></Trans>
    : <Trans>Passet betaler <Money ore={sum('passPays')} /> I betaler <Money ore={sum('familyPays')} /></Trans>
}
