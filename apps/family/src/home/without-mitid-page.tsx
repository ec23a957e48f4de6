import { Trans, useLingui } from '@lingui/react/macro'
import { BackLink, FactList, hardSpaces, Page, Panel, PhoneLink } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { useKommune } from '../frame/kommune.tsx'
import { usePaths } from '../paths.ts'

/** Uden MitID: the other doors, equal to the first. They lead to the same record. */
export function WithoutMitIdPage() {
  const { t } = useLingui()
  const { start } = usePaths()
  const { phone, phoneHours, meetPlace, mail } = useKommune()
  return (
    <Page>
      <PageTitle title={t`Uden MitID`} />
      <BackLink href={start}><Trans>Forsiden</Trans></BackLink>
      <h1><Trans>Uden MitID</Trans></h1>
      <p className="lead"><Trans>Et menneske søger sammen med jer. I får det samme svar på den samme tid.</Trans></p>
      <section>
        <FactList
          facts={[
            { pictogram: 'telefon', name: t`Ring`, text: <Trans>Ring på <PhoneLink phone={phone} /></Trans>, more: <bdi lang="da">{hardSpaces(phoneHours)}</bdi> },
            { pictogram: 'sted', name: t`Mød os`, text: <bdi lang="da">{meetPlace}</bdi>, more: <Trans>I behøver ikke en aftale.</Trans> },
            { pictogram: 'brev', name: t`Skriv`, text: <a href={`mailto:${mail}`} dir="ltr">{mail}</a>, more: <Trans>Skriv kun, hvornår vi må ringe. Ikke noget privat.</Trans> },
          ]}
        />
      </section>
      <section>
        <Panel look="calm">
          <h2><Trans>En, I kender, kan gøre det</Trans></h2>
          <p><Trans>Spørg en lærer, en pædagog eller en sundhedsplejerske. De kan søge for jer. I siger selv ja bagefter.</Trans></p>
          <p><Trans>Taler I et andet sprog? Sig det, når I ringer. Så ringer vi op med en tolk.</Trans></p>
        </Panel>
      </section>
    </Page>
  )
}
