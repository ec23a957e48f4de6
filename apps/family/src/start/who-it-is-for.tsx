import { Trans } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { ExampleTag } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useKommune } from '../frame/kommune.tsx'

/** The ordninger a family can apply under here, with the ages the kommune has published; never a number of our own. */
export function WhoItIsFor() {
  const { name: kommune } = useKommune()
  const published = useQuery(useTRPC().ordning.published.queryOptions())
  return (
    <div className="stack">
      {published.data?.ordninger.map(({ key, name, ages }) => (
        <p key={key}>
          <Ages ages={ages} />{' '}
          <Trans>Ordningen hedder <bdi lang="da">{name}</bdi>.</Trans>
        </p>
      ))}
      {hasNoPage(published) && <p><Trans>Børn og unge i <bdi lang="da">{kommune}</bdi>. Ring til os, og hør om I kan få det.</Trans></p>}
    </div>
  )
}

function Ages({ ages }: Pick<PublishedOrdning, 'ages'>) {
  const { name: kommune } = useKommune()
  if (!ages) return <Trans>Børn og unge i <bdi lang="da">{kommune}</bdi>.</Trans>
  const { from, to, unit, isEksempel } = ages
  return (
    <>
      {unit === 'years'
        ? <Trans>Børn og unge fra {from} til {to} år i <bdi lang="da">{kommune}</bdi>.</Trans>
        : <Trans>Børn fra {from}. til {to}. klasse i <bdi lang="da">{kommune}</bdi>.</Trans>}
      {isEksempel && <>{' '}<ExampleTag><Trans>eksempel</Trans></ExampleTag></>}
    </>
  )
}
