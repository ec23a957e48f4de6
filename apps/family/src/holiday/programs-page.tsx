import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import { BackLink, DaysText, EmptyState, LinkButton, Page, Panel, RowList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { OpeningText } from './opening-text.tsx'

const over: ReadonlySet<string> = new Set(['finished', 'scrubbed'])
const isOver = ({ state, toDay, readAt }: ProgramView) => over.has(state) || toDay < readAt.slice(0, 10)

/** The kommune's holiday programmes, readable without login: the next ones large, those that are over as a line each. */
export function ProgramsPage() {
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const programs = useQuery(trpc.holidayProgram.list.queryOptions())
  if (hasNoPage(programs)) return <UnansweredPage onRetry={() => void programs.refetch()} />
  const coming = (programs.data ?? []).filter((program) => !isOver(program))
  const past = (programs.data ?? []).filter(isOver).reverse()
  return (
    <Page>
      <PageTitle title={t`Aktiviteter i ferien`} />
      <BackLink href={paths.start}><Trans>Forsiden</Trans></BackLink>
      <h1><Trans>Aktiviteter i ferien</Trans></h1>
      {!programs.data && <Waiting><Trans>Henter programmerne</Trans></Waiting>}
      {programs.data && coming.length === 0 && <EmptyState pictogram="kalender" title={<Trans>Der er intet program lige nu</Trans>}><p><Trans>Det næste kommer her, når det er klar.</Trans></p></EmptyState>}
      {coming.map((program, at) => (
        <Panel key={program.id} look={at === 0 ? 'kommune' : 'plain'}>
          <h2 lang="da">{program.name}</h2>
          <p><DaysText first={program.fromDay} last={program.toDay} /></p>
          <p><OpeningText program={program} /></p>
          <LinkButton kind={at === 0 ? 'primary' : 'secondary'} wide href={paths.program(program.id)}><Trans>Se aktiviteterne</Trans></LinkButton>
        </Panel>
      ))}
      {past.length > 0 && (
        <section>
          <h2><Trans>Ferier, der er gået</Trans></h2>
          <RowList rows={past.map(({ id, name }) => ({ key: id, pictogram: 'kalender', href: paths.program(id), text: <bdi lang="da">{name}</bdi> }))} />
        </section>
      )}
    </Page>
  )
}
