import { Trans, useLingui } from '@lingui/react/macro'
import { Page, SummaryList } from '@medspil/ui'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'
import { useAsks } from './asks/use-asks.ts'
import { StepHead, WithGround } from './form-frame.tsx'
import { problemWith } from './judge-answer.ts'
import { SayAnswer } from './say-answer.tsx'
import { SendApplication } from './send-application.tsx'
import { useDraft } from './use-draft.ts'
import { eligible, useKommuneKey, useQuestions } from './use-application-form.tsx'
import type { FormGround } from './use-application-form.tsx'

/** Tjek dine svar: everything at a glance, each with "Ret"; what MitID knows is shown, never asked. */
export function CheckPage() {
  const { ordning } = useParams({ from: '/$kommune/ansoeg/$ordning/tjek' })
  return <WithGround ordningKey={ordning}>{(ground) => <Check ground={ground} />}</WithGround>
}

function Check({ ground }: { ground: FormGround }) {
  const { t, i18n } = useLingui()
  const paths = usePaths()
  const { ordning, readerId } = ground
  const { draft, forget } = useDraft(useKommuneKey(), ordning.key, readerId)
  const { questions, who, child, answers } = useQuestions(ground, draft.answers)
  const asks = useAsks(who, eligible(ground))
  const lines = questions.map((question) => ({ question, ask: asks(question), value: answers[question.id] }))
  const missing = lines.filter(({ ask, value }) => value === undefined || problemWith(ask, value) !== null)
  const last = questions.at(-1)
  const known = child
    ? [
      { key: 'child', question: who.isSelf ? t`Dig selv` : t`Barnet`, answer: <><bdi>{child.name}</bdi>, {t`${child.age} år`}</> },
      ...(child.school ? [{ key: 'school', question: t`Skole`, answer: <bdi lang="da">{child.school}</bdi> }] : []),
    ]
    : []
  return (
    <Page>
      <PageTitle title={t`Tjek dine svar`} />
      <StepHead step={4} backHref={last ? paths.question(ordning.key, last.id) : paths.apply} />
      <h1><Trans>Tjek dine svar</Trans></h1>
      <p className="lead"><Trans>Er noget forkert? Så tryk Ret. Du mister ikke dine andre svar.</Trans></p>
      {known.length > 0 && (
        <section>
          <h2><Trans>Det ved vi fra MitID</Trans></h2>
          <SummaryList lines={known} />
        </section>
      )}
      <section>
        <h2 className={known.length > 0 ? undefined : 'sr-only'}><Trans>Dine svar</Trans></h2>
        <SummaryList
          lines={lines.map(({ question, ask, value }) => ({
            key: question.id,
            question: ask.isDanish ? <span lang="da">{ask.title}</span> : ask.title,
            answer: value === undefined || problemWith(ask, value) !== null ? <b><Trans>Mangler svar</Trans></b> : <SayAnswer ask={ask} value={value} language={i18n.locale} />,
            change: { href: paths.question(ordning.key, question.id), text: t`Ret`, label: t`Ret: ${ask.title}` },
          }))}
        />
      </section>
      <SendApplication
        ground={ground} questions={questions} answers={answers} child={child} who={who} onSent={forget}
        missing={missing.map(({ question, ask }) => ({ id: question.id, title: ask.title }))}
      />
    </Page>
  )
}
