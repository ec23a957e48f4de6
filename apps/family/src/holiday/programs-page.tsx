import { Trans, useLingui } from '@lingui/react/macro'
import { useTRPC } from '@medspil/client'
import { BackLink, DaysText, EmptyState, LinkButton, Page, Panel, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { OpeningText } from './opening-text.tsx'

/** The kommune's holiday programmes, readable without login. */
export function ProgramsPage() {
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const programs = useQuery(trpc.holidayProgram.list.queryOptions())
  if (programs.isError) return <UnansweredPage onRetry={() => void programs.refetch()} />
  return (
    <Page>
      <PageTitle title={t`Aktiviteter i ferien`} />
      <BackLink href={paths.start}><Trans>Forsiden</Trans></BackLink>
      <h1><Trans>Aktiviteter i ferien</Trans></h1>
      {!programs.data && <Waiting><Trans>Henter programmerne</Trans></Waiting>}
      {programs.data?.length === 0 && <EmptyState pictogram="kalender" title={<Trans>Der er intet program lige nu</Trans>}><p><Trans>Det næste kommer her, når det er klar.</Trans></p></EmptyState>}
      {programs.data?.map((program) => (
        <Panel key={program.id} look="kommune">
          <h2 lang="da">{program.name}</h2>
          <p><DaysText first={program.fromDay} last={program.toDay} /></p>
          <p><OpeningText program={program} /></p>
          <LinkButton wide href={paths.program(program.id)}><Trans>Se aktiviteterne</Trans></LinkButton>
        </Panel>
      ))}
    </Page>
  )
}
