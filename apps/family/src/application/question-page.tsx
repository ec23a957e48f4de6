import { Trans, useLingui } from '@lingui/react/macro'
import { ActRow, Button, ErrorSummary, Page, Pictogram } from '@medspil/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'
import { useAsks } from './asks/use-asks.ts'
import { StepHead, WithGround } from './form-frame.tsx'
import { isAnswered, problemWith } from './judge-answer.ts'
import { QuestionField } from './question-field.tsx'
import { WhyWeAsk } from './why-we-ask.tsx'
import { useDraft } from './use-draft.ts'
import { eligible, useKommuneKey, useQuestions } from './use-application-form.tsx'
import type { FormGround } from './use-application-form.tsx'

/** Ansøg: one question to a page. */
export function QuestionPage() {
  const { ordning, question } = useParams({ from: '/$kommune/ansoeg/$ordning/$question' })
  return <WithGround ordningKey={ordning}>{(ground) => <OneQuestion key={question} ground={ground} questionId={question} />}</WithGround>
}

function OneQuestion({ ground, questionId }: { ground: FormGround; questionId: string }) {
  const { t, i18n } = useLingui()
  const paths = usePaths()
  const navigate = useNavigate()
  const { ordning, readerId } = ground
  const { draft, answer } = useDraft(useKommuneKey(), ordning.key, readerId)
  const { questions, who, answers } = useQuestions(ground, draft.answers)
  const asks = useAsks(who, eligible(ground))
  const [tried, setTried] = useState(0)

  // A question can fall away when an earlier answer changes, or when MitID answers it; the form then goes on from its start.
  const at = Math.max(0, questions.findIndex(({ id }) => id === questionId))
  const question = questions[at]
  if (!question) return null
  const ask = asks(question)
  const value = answers[question.id]
  const problem = problemWith(ask, value)
  const error = tried > 0 ? problem : null
  const before = questions[at - 1]
  const after = questions[at + 1]
  // Whoever has been at "Tjek dine svar" comes back to it after mending one answer.
  const seenAll = questions.slice(at + 1).every(({ id }) => draft.answers[id] !== undefined)

  const goOn = () => void navigate({ to: after && !seenAll ? paths.question(ordning.key, after.id) : paths.checkAnswers(ordning.key) })
  return (
    <Page>
      <PageTitle title={ask.title} />
      <StepHead
        step={question.step}
        backHref={before ? paths.question(ordning.key, before.id) : paths.apply}
      />
      <ErrorSummary attempt={tried} title={t`Du mangler et svar`} problems={error ? [{ id: question.id, text: error }] : []} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (problem) return setTried(tried + 1)
          // A question one goes past is seen, though it has no answer.
          if (value === undefined) answer(question.id, ask.input.kind === 'many' ? [] : '')
          goOn()
        }}
      >
        <QuestionField id={question.id} ask={ask} value={value} error={error} onChange={(next) => answer(question.id, next)} />
        <div className="stack next-step">
          <Button wide type="submit">{ask.problem === null && !isAnswered(value) ? <Trans>Spring over</Trans> : <Trans>Næste</Trans>}</Button>
          {ask.input.kind === 'number' && (
            <ActRow
              onClick={() => {
                answer(question.id, 'unknown')
                goOn()
              }}
            >
              <Trans>Det ved jeg ikke</Trans>
            </ActRow>
          )}
        </div>
      </form>
      <p className="small inl" role="status">
        {draft.savedAt && <SavedAt moment={draft.savedAt} language={i18n.locale} />}
      </p>
      <WhyWeAsk why={ask.why} />
    </Page>
  )
}

function SavedAt(props: { moment: string; language: string }) {
  const time = new Date(props.moment).toLocaleTimeString(props.language === 'da' ? 'da-DK' : props.language === 'ar' ? 'ar-u-nu-latn' : props.language, { hour: '2-digit', minute: '2-digit' })
  return <><Pictogram name="check" size="small" /><span><Trans>Gemt kl. {time}. Du kan holde pause.</Trans></span></>
}
