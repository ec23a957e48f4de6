import { Trans, useLingui } from '@lingui/react/macro'
import { BackLink, LinkRow, Page, PhoneLink } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { useKommune } from '../frame/kommune.tsx'
import { usePaths } from '../paths.ts'

/** Tilgængelighedserklæring (webtilgængelighedsloven § 4): what holds, what does not yet, and how to tell us. */
export function AccessibilityPage() {
  const { t } = useLingui()
  const { start } = usePaths()
  const { name, phone, mail } = useKommune()
  return (
    <Page>
      <PageTitle title={t`Tilgængelighedserklæring`} />
      <BackLink href={start}><Trans>Forsiden</Trans></BackLink>
      <h1><Trans>Tilgængeligheds&shy;erklæring</Trans></h1>
      <p className="lead"><Trans>Alle skal kunne bruge siden. Også med skærmlæser, uden mus og med stor skrift.</Trans></p>
      <section className="stack">
        <h2><Trans>Sådan er siden</Trans></h2>
        <p><Trans><bdi lang="da">{name}</bdi> følger kravene i EN 301 549. Det er det samme som WCAG 2.1, niveau AA.</Trans></p>
        <p><Trans>Vi prøver alle sider med et program, med tastatur og på en telefon.</Trans></p>
      </section>
      <section className="stack">
        <h2><Trans>Det ved vi mangler</Trans></h2>
        <p><Trans>Afgørelser og det, foreninger skriver, er kun på dansk. Ring, så læser vi dem op for jer.</Trans></p>
        <p><Trans>Teksterne på andre sprog er ikke alle læst af et menneske endnu.</Trans></p>
      </section>
      <section className="stack">
        <h2><Trans>Er noget svært at bruge?</Trans></h2>
        <p><Trans>Ring på <PhoneLink phone={phone} />, eller skriv til <a href={`mailto:${mail}`} dir="ltr">{mail}</a>. Så hjælper vi og retter det.</Trans></p>
        <p><Trans>Hjælper det ikke, kan du klage til Digitaliseringsstyrelsen.</Trans></p>
        <LinkRow href="https://www.was.digst.dk/"><Trans>Gå til Digitaliseringsstyrelsen</Trans></LinkRow>
      </section>
    </Page>
  )
}
