import { Trans, useLingui } from '@lingui/react/macro'
import { Disc, FloorHero, LinkButton, Page, Panel, RowList } from '@medspil/ui'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'
import { WhoItIsFor } from './who-it-is-for.tsx'

/** Start: tells in one look whether this is for us, and what it takes. Help without MitID stands equal beside it. */
export function StartPage() {
  const { t } = useLingui()
  const paths = usePaths()
  return (
    <>
      <PageTitle title={t`Skal dit barn gå til noget?`} />
      <FloorHero>
        <h1><Trans>Skal dit barn gå til noget?</Trans></h1>
        <p className="lead"><Trans>Vi hjælper jer med at finde det. Vi kan også betale.</Trans></p>
      </FloorHero>
      <Page>
        <LinkButton wide href={paths.quickTest}><Trans>Se om I kan få det</Trans></LinkButton>
        <p className="small under-button">
          <Trans>Det tager 5 minutter. Du skal ikke logge ind. Vi gemmer ikke dine svar.</Trans>
        </p>
        <section>
          <RowList rows={[{ key: 'holiday', disc: true, pictogram: 'ude', text: <Trans>Aktiviteter i ferien</Trans>, href: paths.holidayProgram }]} />
        </section>
        <HowItGoes />
        <Panel look="calm">
          <h2><Trans>Hvem er det for?</Trans></h2>
          <WhoItIsFor />
        </Panel>
        <WithoutMitId />
      </Page>
    </>
  )
}

function HowItGoes() {
  return (
    <section>
      <h2><Trans>Sådan går det</Trans></h2>
      <ol className="steps">
        <li>
          <Disc name="pen" colour="sol" />
          <p><Trans><b>Svar på få spørgsmål.</b> Du ser med det samme, om det ligner et ja.</Trans></p>
        </li>
        <li>
          <Disc name="brev" colour="himmel" />
          <p><Trans><b>Send med MitID.</b> Du får en dato for svaret.</Trans></p>
        </li>
        <li>
          <Disc name="pas" colour="koral" />
          <p><Trans><b>Vælg noget at gå til.</b> Vi betaler foreningen for jer.</Trans></p>
        </li>
      </ol>
    </section>
  )
}

function WithoutMitId() {
  const { phone, meetPlace } = useKommune()
  return (
    <section>
      <h2><Trans>Uden MitID?</Trans></h2>
      <p><Trans>Det går også. Du kan få et menneske til at hjælpe.</Trans></p>
      <RowList
        rows={[
          { key: 'call', disc: true, pictogram: 'telefon', text: <Trans>Ring til os</Trans>, href: `tel:${phone.replaceAll(' ', '')}` },
          { key: 'meet', disc: true, pictogram: 'sted', text: <Trans>Mød os</Trans>, more: <p><bdi lang="da">{meetPlace}</bdi></p> },
          {
            key: 'ask',
            disc: true,
            pictogram: 'person',
            text: <Trans>Spørg en lærer eller sundhedsplejerske</Trans>,
            more: <p><Trans>De kan søge for jer. Vis dem denne side. Du skal selv sige ja bagefter.</Trans></p>,
          },
        ]}
      />
    </section>
  )
}
