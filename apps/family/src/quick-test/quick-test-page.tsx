import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { ActRow, BackLink, Button, ErrorSummary, focusHeading, Page, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAsks } from '../application/asks/use-asks.ts'
import { problemWith } from '../application/judge-answer.ts'
import { QuestionField } from '../application/question-field.tsx'
import { quickQuestions } from '../application/questions.ts'
import type { Answers } from '../application/questions.ts'
import { WhyWeAsk } from '../application/why-we-ask.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { QuickAnswer } from './quick-answer.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** How far one is in "Se om I kan få det". */
    question?: number
  }
}

/** Se om I kan få det: a likely yes or "et menneske ser på det". The answers live in this page alone and die with it. */
export function QuickTestPage() {
  const { t } = useLingui()
  const { start } = usePaths()
  const published = useQuery(useTRPC().ordning.published.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  if (hasNoPage(published)) return <UnansweredPage onRetry={() => void published.refetch()} />
  if (!published.data) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  const { ordninger } = published.data
  const ordning = ordninger.find(({ key }) => key === chosen) ?? (ordninger.length === 1 ? ordninger[0] : undefined)
  if (ordning) return <Questions key={ordning.key} ordning={ordning} onLeave={ordninger.length > 1 ? () => setChosen(null) : null} />
  return (
    <Page>
      <PageTitle title={t`Se om I kan få det`} />
      <BackLink href={start}><Trans>Forsiden</Trans></BackLink>
      <h1><Trans>Hvad vil I gerne have?</Trans></h1>
      <p className="lead"><Trans>Vi gemmer ikke dine svar.</Trans></p>
      <section className="stack">
        {ordninger.length === 0
          ? <p><Trans>Der er ikke noget at søge lige nu. Ring til os, og hør, hvad vi ellers kan.</Trans></p>
          : (
            <ul className="looks">
              {ordninger.map((one) => (
                <li key={one.key}>
                  <ActRow pictogram="pas" onClick={() => setChosen(one.key)}><bdi lang="da">{one.name}</bdi></ActRow>
                  <p className="small" lang="da">{one.gives}</p>
                </li>
              ))}
            </ul>
          )}
      </section>
    </Page>
  )
}

function Questions({ ordning, onLeave }: { ordning: PublishedOrdning; onLeave: (() => void) | null }) {
  const { t } = useLingui()
  const { start } = usePaths()
  const [answers, setAnswers] = useState<Answers>({})
  const [tried, setTried] = useState(0)
  const questions = quickQuestions(ordning, answers)
  const location = useLocation()
  const navigate = useNavigate()
  // The place in the row stands in the history, so that the phone's own back works; the answers never do. After a reload
  // they are gone, and the questions begin again.
  const firstOpen = questions.findIndex(({ id }) => answers[id] === undefined)
  const at = Math.min(location.state.question ?? 0, firstOpen < 0 ? questions.length : firstOpen)
  const asks = useAsks({ isSelf: false, name: t`barnet` }, null, true)
  const question = questions[at]
  // Each question is a page of its own to the reader, though the address stays: nothing of it may reach the history.
  useEffect(() => {
    if (at > 0) focusHeading()
  }, [at])

  const go = (to: number) => {
    setTried(0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void navigate({ to: '.', state: { question: to } })
  }
  if (!question) return <QuickAnswer ordning={ordning} questions={questions} answers={answers} onBack={() => go(questions.length - 1)} />
  const ask = asks(question)
  const value = answers[question.id]
  const problem = problemWith(ask, value)
  const error = tried > 0 ? problem : null
  const [step, of] = [at + 1, questions.length]
  return (
    <Page>
      <PageTitle title={ask.title} />
      <BackLink
        href={start}
        onClick={(event) => {
          if (at === 0 && !onLeave) return
          event.preventDefault()
          if (at > 0) go(at - 1)
          else onLeave?.()
        }}
      >
        <Trans>Tilbage</Trans>
      </BackLink>
      <p className="small"><Trans>Spørgsmål {step} af {of}</Trans></p>
      <ErrorSummary attempt={tried} title={t`Du mangler et svar`} problems={error ? [{ id: question.id, text: error }] : []} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (problem) return setTried(tried + 1)
          go(at + 1)
        }}
      >
        <QuestionField id={question.id} ask={ask} value={value} error={error} onChange={(next) => setAnswers({ ...answers, [question.id]: next })} />
        <div className="stack next-step">
          <Button wide type="submit"><Trans>Næste</Trans></Button>
          {ask.input.kind === 'number' && (
            <ActRow
              onClick={() => {
                setAnswers({ ...answers, [question.id]: 'unknown' })
                go(at + 1)
              }}
            >
              <Trans>Det ved jeg ikke</Trans>
            </ActRow>
          )}
        </div>
      </form>
      <p className="small inl"><Trans>Vi gemmer ikke dine svar.</Trans></p>
      <WhyWeAsk why={ask.why} />
    </Page>
  )
}
