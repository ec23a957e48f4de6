import { Trans, useLingui } from '@lingui/react/macro'
import { isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { MyChild } from '@medspil/contracts/application'
import { isLanguage } from '@medspil/domain/language'
import { Button, DayText, LinkButton, LinkRow, Notice } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LoginButton, ProblemNotice } from '../home/problem-notice.tsx'
import { useMe } from '../home/use-me.ts'
import { usePaths } from '../paths.ts'
import { toSubmit } from './answers.ts'
import type { Who } from './asks/ask.ts'
import type { Answers, Question } from './questions.ts'
import type { FormGround } from './use-application-form.tsx'

interface SendProps {
  ground: FormGround
  questions: readonly Question[]
  answers: Answers
  child: MyChild | null
  who: Who
  /** Questions without a usable answer. */
  missing: readonly { id: string; title: string }[]
  /** Throws the draft away; called when the server has the application. */
  onSent: () => void
}

/** The last act: the answers that are missing, else MitID, else the application is sent. */
export function SendApplication(props: SendProps) {
  const paths = usePaths()
  const { ground, child, missing } = props
  const [first] = missing
  if (first) {
    return (
      <section className="stack">
        <Notice tone="judge"><p><Trans>Du mangler et svar: {first.title}</Trans></p></Notice>
        <LinkButton wide href={paths.question(ground.ordning.key, first.id)}><Trans>Svar på spørgsmålet</Trans></LinkButton>
      </section>
    )
  }
  if (ground.children === null) {
    return (
      <section className="stack">
        <p><Trans>Nu skal vi vide, hvem du er. Dine svar er her stadig, når du kommer tilbage.</Trans></p>
        <LoginButton />
        <LinkRow href={paths.withoutMitId}><Trans>Uden MitID?</Trans></LinkRow>
      </section>
    )
  }
  const running = child?.ordninger.find(({ key }) => key === ground.ordning.key)?.openApplicationId
  if (!child) return <NoChild />
  return (
    <>
      {running && <Notice tone="info"><p><Trans>Der er allerede en ansøgning i gang. Vi lægger dine svar til den.</Trans></p></Notice>}
      <Send {...props} child={child} />
    </>
  )
}

function Send({ ground, questions, answers, child, who, onSent }: SendProps & { child: MyChild }) {
  const { i18n } = useLingui()
  const paths = usePaths()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const me = useMe()
  const submit = useOnce(`application.submit:${ground.ordning.key}:${child.childId}`, useTRPC().application.submit.mutationOptions())
  const language = isLanguage(i18n.locale) ? i18n.locale : 'da'
  const send = () => submit.mutate(toSubmit(ground.ordning, questions, answers, child.childId, language), {
    onSuccess: async ({ applicationId }) => {
      onSent()
      // Read anew by the next page, and not by this one: it would move its button, which has been answered.
      await cache.invalidateQueries({ refetchType: 'none' })
      await navigate({ to: paths.receipt(applicationId), replace: true })
    },
    onError: (error) => {
      // A locked door may be a login that has ended.
      if (isNotFound(error)) void me.again()
    },
  })
  const by = ground.ordning.answer?.by
  return (
    <section className="stack">
      <ProblemNotice error={submit.error} />
      <p>
        {who.isSelf
          ? <Trans>Når du sender, læser et menneske i kommunen dine svar.</Trans>
          : <Trans>Når du sender, læser et menneske i kommunen jeres svar.</Trans>}
        {by && <>{' '}<Trans>Du får svar senest den <b><DayText day={by} /></b>.</Trans></>}
      </p>
      <Button wide busy={submit.isPending} onClick={send}>{submit.isPending ? <Trans>Sender</Trans> : <Trans>Send ansøgning</Trans>}</Button>
    </section>
  )
}

function NoChild() {
  const paths = usePaths()
  return (
    <section className="stack">
      <Notice tone="info"><p><Trans>Vi kan ikke se et barn, som du kan søge for her. Ring til os. Så finder vi ud af det sammen.</Trans></p></Notice>
      <LinkButton wide href={paths.withoutMitId}><Trans>Få hjælp af et menneske</Trans></LinkButton>
    </section>
  )
}
