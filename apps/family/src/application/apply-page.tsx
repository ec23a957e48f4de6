import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { BackLink, LinkButton, LinkRow, Page, Panel, RowList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { useMe } from '../home/use-me.ts'
import { usePaths } from '../paths.ts'
import { readDraft } from './draft.ts'
import { applicationQuestions } from './questions.ts'
import { useKommuneKey } from './use-application-form.tsx'

/** Ansøg: which ordning, what it takes, and where one came to last time. */
export function ApplyPage() {
  const { t } = useLingui()
  const { start } = usePaths()
  const me = useMe()
  const published = useQuery(useTRPC().ordning.published.queryOptions())
  if (hasNoPage(published)) return <UnansweredPage onRetry={() => void published.refetch()} />
  const open = published.data?.ordninger.filter(({ doors }) => doors.parent || doors.youngPersonFrom !== null)
  return (
    <Page>
      <PageTitle title={t`Søg om hjælp til fritiden`} />
      <BackLink href={start}><Trans>Forsiden</Trans></BackLink>
      <div className="stack">
        <h1><Trans>Søg om hjælp til fritiden</Trans></h1>
        {(!open || me.id === undefined) && <Waiting><Trans>Henter siden</Trans></Waiting>}
        {open && me.id !== undefined && (open.length > 0 ? <Before ordninger={open} readerId={me.id} /> : <NobodyApplies />)}
      </div>
    </Page>
  )
}

function Before({ ordninger, readerId }: { ordninger: readonly PublishedOrdning[]; readerId: string | null }) {
  const start = useStartOf(readerId)
  const [only] = ordninger
  return (
    <>
      <p className="lead"><Trans>Det tager 5 minutter. Du svarer først. Du bruger først MitID, når du sender.</Trans></p>
      <ul className="bullets">
        <li><Trans>Dine svar bliver gemt, mens du skriver.</Trans></li>
        <li><Trans>Du kan gå tilbage og rette.</Trans></li>
        <li><Trans>Vi spørger kun om det, vi ikke ved.</Trans></li>
      </ul>
      {ordninger.length === 1 && only
        ? <LinkButton wide href={start(only).href}>{start(only).isBegun ? <Trans>Fortsæt ansøgning</Trans> : <Trans>Begynd</Trans>}</LinkButton>
        : (
          <>
            <h2><Trans>Hvad vil I søge om?</Trans></h2>
            <RowList rows={ordninger.map((ordning) => ({ key: ordning.key, pictogram: 'pas', disc: true, text: <bdi lang="da">{ordning.name}</bdi>, href: start(ordning).href }))} />
          </>
        )}
    </>
  )
}

/** Where to begin, or to go on: the first question not seen yet. */
function useStartOf(readerId: string | null) {
  const paths = usePaths()
  const kommuneKey = useKommuneKey()
  return (ordning: PublishedOrdning) => {
    const { answers } = readDraft(sessionStorage, kommuneKey, ordning.key, readerId)
    const questions = applicationQuestions(ordning, null, answers)
    const next = questions.find(({ id }) => answers[id] === undefined)
    return { isBegun: Object.keys(answers).length > 0, href: next ? paths.question(ordning.key, next.id) : paths.checkAnswers(ordning.key) }
  }
}

function NobodyApplies() {
  const { withoutMitId } = usePaths()
  return (
    <Panel look="calm">
      <h2><Trans>Her søger en fagperson for jer</Trans></h2>
      <p><Trans>Spørg en lærer, en sundhedsplejerske eller en rådgiver. Du kan også ringe til os.</Trans></p>
      <LinkRow href={withoutMitId}><Trans>Få hjælp af et menneske</Trans></LinkRow>
    </Panel>
  )
}
