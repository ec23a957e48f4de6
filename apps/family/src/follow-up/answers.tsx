import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import { useQueryClient } from '@tanstack/react-query'
import { AnswerButtons } from './answer-buttons.tsx'

/** The question behind a link, with its three answers. */
export function Answers({ firstName }: { firstName: string | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const answer = useOnce('follow-up.answer', trpc.followUp.answer.mutationOptions())
  return (
    <div className="stack">
      <h1>{firstName ? <Trans>Hvordan går det med {firstName}?</Trans> : <Trans>Hvordan går det?</Trans>}</h1>
      <AnswerButtons
        isSending={answer.isPending} isLost={answer.isError}
        onSay={(said) => answer.mutate({ said }, { onSuccess: (view) => queries.setQueryData(trpc.followUp.question.queryKey(), view) })}
      />
    </div>
  )
}
