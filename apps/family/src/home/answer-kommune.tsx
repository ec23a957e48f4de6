import { Trans, useLingui } from '@lingui/react/macro'
import { isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { ApplicationView } from '@medspil/contracts/application'
import { Button, DayText, ErrorSummary, Panel, TextArea, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemNotice } from './problem-notice.tsx'
import { useMe } from './use-me.ts'

/** What the kommune asks the family: open questions, or the facts of a hearing, each with its date and a field to answer in. */
export function AnswerKommune({ view }: { view: ApplicationView }) {
  const open = view.asked.filter(({ answeredOn }) => answeredOn === null)
  const { hearing } = view
  return (
    <>
      {open.map(({ id, question, by }) => (
        <AnswerForm key={id} view={view} to="question" id={id} title={<Trans>Vi har et spørgsmål</Trans>} by={by}>
          <p lang="da">{question}</p>
        </AnswerForm>
      ))}
      {hearing && hearing.answeredOn === null && hearing.exemptReason === null && view.state === 'hearing' && (
        <AnswerForm view={view} to="hearing" id={hearing.hearingId} title={<Trans>Er det her rigtigt?</Trans>} by={hearing.deadline}>
          <p><Trans>Det her kan gøre, at svaret bliver nej. Skriv, hvis noget er forkert eller mangler.</Trans></p>
          <ul className="bullets">
            {hearing.facts.map(({ criterionId, says, source, on }) => (
              <li key={criterionId}>
                <span lang="da">{says}</span>{' '}
                <span className="small"><Trans>Kilde: <bdi lang="da">{source}</bdi>, <DayText day={on} /></Trans></span>
              </li>
            ))}
          </ul>
        </AnswerForm>
      )}
    </>
  )
}

/** The draft of an answer, kept in the tab so that a login that ends takes nothing along. */
function useKeptText(place: string) {
  const key = `medspil-draft:${place}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  return {
    text,
    keep: (next: string) => {
      sessionStorage.setItem(key, next)
      setText(next)
    },
    forget: () => sessionStorage.removeItem(key),
  }
}

function AnswerForm(props: { view: ApplicationView; to: 'question' | 'hearing'; id: string; title: ReactNode; by: string; children: ReactNode }) {
  const { t } = useLingui()
  const { view: { applicationId }, to, id, by } = props
  const me = useMe()
  const toast = useToast()
  const cache = useQueryClient()
  const { text, keep, forget } = useKeptText(`${me.id}:${id}`)
  const [tried, setTried] = useState(0)
  const answer = useOnce(`application.answer:${id}`, useTRPC().application.answer.mutationOptions())
  const missing = t`Skriv dit svar.`
  const error = tried > 0 && text.trim() === '' ? missing : undefined
  const send = () => {
    if (text.trim() === '') return setTried(tried + 1)
    answer.mutate({ applicationId, to, id, says: text.trim() }, {
      onSuccess: async () => {
        forget()
        toast(t`Svaret er sendt.`)
        await cache.invalidateQueries()
      },
      onError: (failure) => {
        if (isNotFound(failure)) void me.again()
      },
    })
  }
  return (
    <section>
      <Panel look="turn">
        <ErrorSummary attempt={tried} title={t`Du mangler et svar`} problems={error ? [{ id, text: error }] : []} />
        <h2>{props.title}</h2>
        {props.children}
        <p><Trans>Svar senest <b><DayText day={by} form="long" /></b>.</Trans></p>
        <form
          noValidate
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextArea name={id} label={t`Dit svar`} error={error} maxLength={1900} value={text} onChange={(event) => keep(event.target.value)} />
          <ProblemNotice error={answer.error} />
          <Button wide type="submit" busy={answer.isPending}>{answer.isPending ? <Trans>Sender</Trans> : <Trans>Send svar</Trans>}</Button>
        </form>
      </Panel>
    </section>
  )
}
