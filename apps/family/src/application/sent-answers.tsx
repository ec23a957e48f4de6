import { useLingui } from '@lingui/react/macro'
import type { ApplicationView } from '@medspil/contracts/application'
import { formatMoney, DayText, SummaryList } from '@medspil/ui'
import type { SummaryLine } from '@medspil/ui'
import type { ReactNode } from 'react'
import { useSupportNames } from './asks/use-support-names.ts'

/** One's own answers as they were sent. */
export function SentAnswers(props: { view: ApplicationView; title: ReactNode }) {
  const { view } = props
  const lines = useLines(view)
  return (
    <section>
      <h2>{props.title}</h2>
      <SummaryList lines={lines} />
    </section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function useLines(view: ApplicationView): SummaryLine[] {
  const { t } = useLingui()
  const support = useSupportNames()
  const { answers, wishes } = view
  const yesNo = (value: boolean) => (value ? t`Ja` : t`Nej`)
  const activities = { none: t`Nej`, withoutPaying: t`Ja, på prøve`, paying: t`Ja, fast` }
  const line = (key: string, question: ReactNode, answer: ReactNode): SummaryLine[] =>
    (answer === undefined || answer === null || answer === '' ? [] : [{ key, question, answer }])
  const dated = (day: string) => <DayText day={day} />
  return [
    ...line('child', t`Barn`, <bdi>{view.childFirstName}</bdi>),
    ...line('ordning', t`Ordning`, <bdi lang="da">{view.ordningName}</bdi>),
    ...line('sent', t`Sendt`, dated(view.submittedOn)),
    ...line('supports', t`Det søgte I om`, capital(view.supports.map(({ kind }) => support(kind)).join(', '))),
    ...line('activity', t`Går barnet til noget nu?`, answers.activity && activities[answers.activity]),
    ...line('grade', t`Klasse`, answers.gradeBeforeHoliday?.toString()),
    ...line('income', t`Hvad tjener I på et år?`, answers.income !== undefined && <span dir="ltr">{formatMoney(answers.income)}</span>),
    ...line('adults', t`Voksne i hjemmet`, answers.adults?.toString()),
    ...line('children', t`Børn i hjemmet`, answers.children?.toString()),
    ...line('friplads', t`Økonomisk friplads`, answers.fripladsPercent !== undefined && `${answers.fripladsPercent} %`),
    ...line('open-case', t`Fast kontakt i kommunen`, answers.openCase !== undefined && yesNo(answers.openCase)),
    ...line('through-school', t`Skolen har foreslået det`, answers.schoolReferred !== undefined && yesNo(answers.schoolReferred)),
    ...line('foster-care', t`Bor hos en plejefamilie`, answers.fosterCare !== undefined && yesNo(answers.fosterCare)),
    ...line('renewal', t`Har fået hjælp før`, answers.isRenewal !== undefined && yesNo(answers.isRenewal)),
    ...line('child-view', t`Barnets egne ord`, view.childView),
    ...line('likes', t`Ønsker`, wishes.activities.length > 0 && <bdi lang="da">{wishes.activities.join(', ')}</bdi>),
    ...line('company', t`Vil gerne have med`, wishes.withWhom),
    ...(answers.statements ?? []).flatMap(({ criterionId, says }) => line(criterionId, t`Du skrev`, says)),
  ].filter(({ answer }) => answer !== false)
}
