import { useOnce, useTRPC } from '@medspil/client'
import type { CaseView, CriterionView } from '@medspil/contracts/application'
import { Button, ChoiceGroup, DayText, TextArea } from '@medspil/ui'
import { useEffect, useRef, useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import type { TypedJudgement } from './decision-draft.ts'

/** A person's answer to one criterion, with the reason in own words. What is typed shows in the letter at once. */
export function JudgeForm(props: {
  view: CaseView
  criterion: CriterionView
  typed: TypedJudgement | undefined
  onType: (judgement: TypedJudgement) => void
  onSaved: (view: CaseView) => void
}) {
  const { view, criterion } = props
  const { criterionId, judgement, question, says } = criterion
  const saved: TypedJudgement = { result: judgement?.result ?? null, reason: judgement?.reason ?? '' }
  const typed = props.typed ?? saved
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const judge = useOnce(`application.judge:${view.applicationId}:${criterionId}`, trpc.application.judge.mutationOptions())
  const unsaved = typed.result !== saved.result || typed.reason.trim() !== saved.reason
  const receipt = useRef<HTMLParagraphElement>(null)
  const isSaved = judge.isSuccess && !unsaved
  // The button is gone with the saving: the keyboard goes on from what it left behind.
  useEffect(() => {
    if (isSaved) receipt.current?.focus({ preventScroll: true })
  }, [isSaved])
  const reason = typed.reason.trim()
  const save = () => {
    setAsked(true)
    if (typed.result === null || reason === '') return
    judge.mutate({ applicationId: view.applicationId, criterionId, result: typed.result, reason }, {
      onSuccess: (after) => {
        setAsked(false)
        props.onSaved(after)
      },
    })
  }
  return (
    <>
      <ChoiceGroup<'met' | 'not-met'>
        name={`vurder-${criterionId}`} label={<span className="sr-only">Din vurdering: {says}</span>} hint={question ?? undefined} pair
        error={asked && typed.result === null ? 'Vælg, om det er opfyldt' : undefined}
        value={typed.result} onChange={(result) => props.onType({ ...typed, result })}
        choices={[{ value: 'met', text: 'Opfyldt' }, { value: 'not-met', text: 'Ikke opfyldt' }]}
      />
      <TextArea
        name={`grund-${criterionId}`} label="Din begrundelse" rows={2} maxLength={2000}
        error={asked && reason === '' ? 'Skriv, hvad du lægger vægt på' : undefined}
        value={typed.reason} onChange={(event) => props.onType({ ...typed, reason: event.target.value })}
      />
      <Problem error={judge.error} />
      {unsaved
        ? <Button kind="secondary" busy={judge.isPending} onClick={save}>Gem vurderingen</Button>
        : judgement && <p ref={receipt} tabIndex={-1} className="small" role="status">Gemt. {judgement.by}, <DayText day={judgement.at.slice(0, 10)} form="day" />.</p>}
    </>
  )
}
