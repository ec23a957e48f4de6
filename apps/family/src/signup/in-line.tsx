import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { SignupView } from '@medspil/contracts/signup'
import { BackLink, formatNames, OddsDots, Page, QueueDiscs, useLanguage } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'
import { CancelSignup } from './cancel-signup.tsx'

/** Venteliste: our place, the odds, why not yet, and what happens if a place comes. */
export function InLine({ signup, group }: { signup: SignupView; group: readonly SignupView[] }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { offer, line, childFirstName: name } = signup
  const position = line?.position ?? 1
  const names = formatNames(group.map(({ childFirstName }) => childFirstName), useLanguage())
  const title = t`${name} er nummer ${position} i køen`
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink href={paths.offer(offer.id)}><bdi lang="da">{offer.title}</bdi></BackLink>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead"><bdi lang="da">{offer.title}, {offer.foreningName}</bdi></p>
        {group.length > 1 && <p><Trans>{names} venter sammen. Der skal være plads til jer alle på én gang.</Trans></p>}
        {line && <QueueDiscs length={line.waiting} mine={position} label={t`Nummer ${position} af ${line.waiting} i køen`} />}
      </div>
      {line && (
        <>
          <section>
            <h2><Trans>Hvor stor er chancen?</Trans></h2>
            <OddsDots outOfTen={line.oddsOutOfTen} label={t`${line.oddsOutOfTen} ud af 10`} />
            <p><Odds outOfTen={line.oddsOutOfTen} position={position} /></p>
          </section>
          <section>
            <h2><Trans>Hvorfor ikke endnu?</Trans></h2>
            <p>
              {line.whyNotYet
                ? <><Plural value={offer.capacity} one="Holdet har # plads." other="Holdet har # pladser." /> <WhyNotText whyNot={line.whyNotYet} /></>
                : <Trans>En plads er på vej til jer. Vi skriver om lidt.</Trans>}
            </p>
          </section>
          <section>
            <h2><Trans>Hvis der kommer en plads</Trans></h2>
            <p><Plural value={line.answerHours} one="Så skriver vi til dig. Du har op til # time til at svare. Siger du nej, går pladsen videre." other="Så skriver vi til dig. Du har op til # timer til at svare. Siger du nej, går pladsen videre." /></p>
            {offer.isHoliday && signup.price > 0n && <p><Trans>I betaler først, når I har sagt ja. Får barnet en anden plads imens, så gå ud af køen her.</Trans></p>}
          </section>
        </>
      )}
      <section><CancelSignup signup={signup} /></section>
    </Page>
  )
}

function Odds({ outOfTen, position }: { outOfTen: number; position: number }) {
  return outOfTen === 0
    ? <Trans>Færre end 1 ud af 10 får en plads fra nummer {position}. Se også efter noget andet.</Trans>
    : <Trans>Cirka {outOfTen} ud af 10 får en plads fra nummer {position}. Det regner vi ud fra dem, der før har meldt fra.</Trans>
}
