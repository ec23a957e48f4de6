import { TextArea } from '@medspil/ui'
import type { FieldProblem } from '@medspil/ui'
import type { DecisionTexts } from './decision-draft.ts'

/** The words of the letter that are the caseworker's own; the rest follows from the rules and the facts. */
export function LetterTexts(props: {
  texts: DecisionTexts
  childName: string
  isNo: boolean
  hearingAnswered: boolean
  problems: readonly FieldProblem[]
  onChange: (field: keyof DecisionTexts, text: string) => void
}) {
  const { texts, isNo, childName } = props
  const fields: { field: keyof DecisionTexts; label: string; hint?: string; shown: boolean }[] = [
    { field: 'considerations', label: 'Derfor', hint: 'Hvad er der lagt vægt på?', shown: isNo },
    { field: 'facts', label: 'Det bygger vi på', shown: isNo },
    { field: 'rules', label: 'Reglen', hint: 'Den lov og det kriterium, svaret følger.', shown: isNo },
    { field: 'weighed', label: 'Familiens svar i høringen', hint: 'Hvad har det betydet for svaret?', shown: isNo && props.hearingAnswered },
    { field: 'whatWouldChange', label: 'Det kan ændre svaret', shown: isNo },
    { field: 'childView', label: `Det siger ${childName}`, hint: 'Eller hvorfor barnet ikke er spurgt.', shown: true },
  ]
  return fields.filter(({ shown }) => shown).map(({ field, label, hint }) => {
    const id = `brev-${field}`
    return (
      <TextArea
        key={field} name={id} label={label} hint={hint} rows={3} maxLength={2000} value={texts[field]}
        error={props.problems.find((problem) => problem.id === id)?.text}
        onChange={(event) => props.onChange(field, event.target.value)}
      />
    )
  })
}
