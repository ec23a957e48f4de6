import { Trans } from '@lingui/react/macro'
import { formatCount } from '@medspil/ui'
import type { ReactNode } from 'react'
import { numberOf } from './answers.ts'
import type { Ask } from './asks/ask.ts'
import { isAnswered } from './judge-answer.ts'

/** An answer in the words of its question, for "Tjek dine svar" and the receipt. */
export function SayAnswer(props: { ask: Ask; value: string | readonly string[] | undefined; language: string }): ReactNode {
  const { ask: { input }, value, language } = props
  if (value === 'unknown') return <Trans>Det ved jeg ikke</Trans>
  if (!isAnswered(value)) return <Trans>Sprunget over</Trans>
  if (input.kind === 'text') return <span className="typed">{value}</span>
  if (input.kind === 'number') return <><span dir="ltr" className="num">{formatCount(numberOf(String(value)) ?? 0, language)}</span> {input.unit}</>
  const chosen = input.choices.filter((choice) => (typeof value === 'string' ? value === choice.value : value?.includes(choice.value)))
  return chosen.map(({ text, isDanish }, at) => (
    <span key={text}>{at > 0 && ', '}{isDanish ? <bdi lang="da">{text}</bdi> : text}</span>
  ))
}
