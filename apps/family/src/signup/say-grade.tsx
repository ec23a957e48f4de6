import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import { Button, Notice, SelectField } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const grades = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** An activity that admits by class asks for it once; it is kept with the child. */
export function SayGrade({ childId, firstName }: { childId: string; firstName: string }) {
  const { t } = useLingui()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const say = useOnce(`signup.sayGrade:${childId}`, trpc.signup.sayGrade.mutationOptions())
  const [grade, setGrade] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const field = `klasse-${childId}`
  const send = () => {
    setEmpty(grade === '')
    if (grade === '') document.getElementById(field)?.focus()
    else say.mutate({ childId, grade: Number(grade) }, { onSuccess: () => void queries.invalidateQueries() })
  }
  return (
    <div className="stack">
      <SelectField
        name={field} label={<Trans>Hvilken klasse går <bdi>{firstName}</bdi> i?</Trans>} value={grade} onChange={setGrade} {...(isEmpty && { error: <Trans>Vælg en klasse.</Trans> })}
        options={[{ value: '', text: t`Vælg klasse` }, ...grades.map((one) => ({ value: String(one), text: t`${one}. klasse` }))]}
      />
      {say.error && <Notice tone="no" role="alert"><p><Trans>Vi fik ikke svar. Tryk igen.</Trans></p></Notice>}
      <Button kind="secondary" busy={say.isPending} onClick={send}><Trans>Gem klassen</Trans></Button>
    </div>
  )
}
