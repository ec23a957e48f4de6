import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { BackLink, Button, DayText, ExampleTag, focusHeading, LinkRow, Page, Panel, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { saveDraft } from '../application/draft.ts'
import { toQuickTest } from '../application/answers.ts'
import type { Answers, Question } from '../application/questions.ts'
import { useKommuneKey } from '../application/use-application-form.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'

interface QuickAnswerProps { ordning: PublishedOrdning; questions: readonly Question[]; answers: Answers; onBack: () => void }

/** The answer of the quick test: a likely yes, or a person will look. Never a no. */
export function QuickAnswer({ ordning, questions, answers, onBack }: QuickAnswerProps) {
  const { t } = useLingui()
  const { start } = usePaths()
  // The answers are in the request alone: not kept once the page is left.
  const result = useQuery(useTRPC().ordning.quickTest.queryOptions(toQuickTest(ordning, questions, answers), { gcTime: 0, staleTime: Infinity }))
  useEffect(() => {
    if (result.data) focusHeading()
  }, [result.data])
  if (hasNoPage(result)) return <UnansweredPage onRetry={() => void result.refetch()} />
  if (!result.data) return <Page><Waiting><Trans>Ser på svarene</Trans></Waiting></Page>
  const isYes = result.data.answer === 'likely-yes'
  const title = isYes ? t`Det ligner et ja` : t`Et menneske ser på det`
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink
        href={start}
        onClick={(event) => {
          event.preventDefault()
          onBack()
        }}
      >
        <Trans>Ret et svar</Trans>
      </BackLink>
      <h1 className="state">{title}</h1>
      <p className="lead">
        {isYes
          ? <Trans>Ud fra dine svar kan I få <bdi lang="da">{ordning.name}</bdi>. Nu skal I bare søge.</Trans>
          : <Trans>Det er ikke et nej. Der er noget, vi skal se på sammen med jer. Søg bare.</Trans>}
      </p>
      {!isYes && (
        <section>
          <Panel look="calm">
            <h2><Trans>Det ser vi på</Trans></h2>
            <ul className="bullets" lang="da">{result.data.lookAt.map(({ criterionId, says }) => <li key={criterionId}>{says}</li>)}</ul>
          </Panel>
        </section>
      )}
      <NowWhat ordning={ordning} answers={answers} />
    </Page>
  )
}

function NowWhat({ ordning, answers }: Pick<QuickAnswerProps, 'ordning' | 'answers'>) {
  const paths = usePaths()
  const navigate = useNavigate()
  const kommuneKey = useKommuneKey()
  const canApply = ordning.doors.parent || ordning.doors.youngPersonFrom !== null
  if (!canApply) {
    return (
      <section className="stack">
        <p><Trans>Her søger en fagperson for jer. Spørg en lærer eller en sundhedsplejerske, eller ring til os.</Trans></p>
        <LinkRow href={paths.withoutMitId}><Trans>Få hjælp af et menneske</Trans></LinkRow>
      </section>
    )
  }
  // Only now, and only because the family goes on, are the answers kept, so that nothing is asked twice.
  const goOn = () => {
    const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => !notCarried.test(id)))
    saveDraft(sessionStorage, kommuneKey, ordning.key, { answers: kept, ownerId: null, savedAt: null }, null, new Date())
    void navigate({ to: '/$kommune/ansoeg', params: { kommune: kommuneKey } })
  }
  return (
    <section className="stack">
      <Button wide onClick={goOn}><Trans>Søg nu</Trans></Button>
      <p className="small under-button">
        <Trans>Vi husker dine svar, så du ikke skal svare igen. Du sender med MitID til sidst.</Trans>
        {ordning.answer && <>{' '}<Trans>Søger du i dag, får du svar senest <DayText day={ordning.answer.by} />.</Trans></>}
        {ordning.answer?.isEksempel && <>{' '}<ExampleTag><Trans>eksempel</Trans></ExampleTag></>}
      </p>
      <LinkRow href={paths.withoutMitId}><Trans>Uden MitID?</Trans></LinkRow>
    </section>
  )
}

/** MitID knows these itself, or the application asks them in other words. */
const notCarried = /^(age|lives-here|judged-)/
