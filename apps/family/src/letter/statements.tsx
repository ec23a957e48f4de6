import { Trans, useLingui } from '@lingui/react/macro'
import { useTRPC } from '@medspil/client'
import { RowList } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { usePaths } from '../paths.ts'

/** The statement "betalt af fritidspas" and "betalt af dig", one for each child with a pass. */
export function Statements() {
  const { t } = useLingui()
  const paths = usePaths()
  const mine = useQuery(useTRPC().application.mine.queryOptions())
  const granted = (mine.data ?? []).filter(({ state }) => state === 'granted' || state === 'partly-granted')
  const children = [...new Map(granted.map((application) => [application.childId, application.childFirstName]))]
  if (children.length === 0) return null
  return (
    <section>
      <h2><Trans>Hvad er betalt?</Trans></h2>
      <p><Trans>Her står, hvad passet har betalt, og hvad I selv har betalt.</Trans></p>
      <RowList rows={children.map(([childId, name]) => ({ key: childId, pictogram: 'tal', text: t`Opgørelse for ${name}`, href: paths.statement(childId) }))} />
    </section>
  )
}
