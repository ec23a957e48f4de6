import { Trans } from '@lingui/react/macro'
import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { useKommune } from '../frame/kommune.tsx'

/** The ordninger a family can apply under here, with the ages the kommune has published; never a number of our own. */
export function WhoItIsFor() {
  const { name: kommune } = useKommune()
  const published = useQuery(useTRPC().ordning.published.queryOptions())
  return (
    <div className="stack who-it-is-for">
      {published.data?.map(({ key, name, fromAge, toAge }) => (
        <p key={key}>
          {fromAge === null || toAge === null
            ? <Trans>Børn og unge i <bdi lang="da">{kommune}</bdi>. Ordningen hedder <bdi lang="da">{name}</bdi>.</Trans>
            : <Trans>Børn og unge fra {fromAge} til {toAge} år i <bdi lang="da">{kommune}</bdi>. Ordningen hedder <bdi lang="da">{name}</bdi>.</Trans>}
        </p>
      ))}
      {published.isError && <p><Trans>Børn og unge i <bdi lang="da">{kommune}</bdi>. Ring til os, og hør om I kan få det.</Trans></p>}
    </div>
  )
}
