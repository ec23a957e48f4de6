import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import type { SaidText } from '@medspil/contracts/follow-up'
import { Button, Notice } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import './answers.css'

/** The three answers, equally large, so that none is the right one. One tap sends it. */
export function Answers({ firstName }: { firstName: string | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const answer = useOnce('follow-up.answer', trpc.followUp.answer.mutationOptions())
  const say = (said: SaidText) => {
    if (!answer.isPending) answer.mutate({ said }, { onSuccess: (view) => queries.setQueryData(trpc.followUp.question.queryKey(), view) })
  }
  return (
    <div className="stack big-answers">
      <h1>{firstName ? <Trans>Hvordan går det med {firstName}?</Trans> : <Trans>Hvordan går det?</Trans>}</h1>
      <p className="lead"><Trans>Går I stadig til det, I begyndte på? Tryk på ét svar. Så ved vi det og kan hjælpe.</Trans></p>
      {answer.isError && <Notice tone="no" role="alert"><p><Trans>Svaret kom ikke af sted. Tryk igen.</Trans></p></Notice>}
      <Button kind="secondary" wide pictogram="check" busy={answer.isPending} onClick={() => say('active')}><Trans>Det går godt, vi er med</Trans></Button>
      <Button kind="secondary" wide pictogram="soeg" busy={answer.isPending} onClick={() => say('something-else')}><Trans>Vi vil hellere noget andet</Trans></Button>
      <Button kind="secondary" wide pictogram="kryds" busy={answer.isPending} onClick={() => say('stopped')}><Trans>Vi er stoppet</Trans></Button>
      <p className="small"><Trans>Alle svar er i orden. Det koster ikke noget at stoppe.</Trans></p>
    </div>
  )
}
