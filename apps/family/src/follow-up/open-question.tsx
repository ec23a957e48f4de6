import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import { Panel } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { AnswerButtons } from './answer-buttons.tsx'
import { ThanksWords } from './thanks.tsx'

/** Read once for each visit: the thanks stay as long as the page does. */
export const openQuestionReads = { refetchOnWindowFocus: false, refetchOnReconnect: false }

/** The newest question that waits for an answer about a child, for those who are logged in; nothing when none does. */
export function OpenQuestion({ childId }: { childId: string }) {
  const trpc = useTRPC()
  const open = useQuery(trpc.followUp.openQuestions.queryOptions({ childId }, openQuestionReads))
  const newest = open.data?.[0]
  return newest && <Question key={newest.followUpId} {...newest} />
}

function Question({ childId, followUpId, firstName }: { childId: string; followUpId: string; firstName: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const answer = useOnce(`follow-up.answer:${followUpId}`, trpc.followUp.answerLoggedIn.mutationOptions())
  const thanks = useRef<HTMLDivElement>(null)
  const said = answer.data?.said
  useEffect(() => {
    // The button that was pressed is gone.
    if (said) thanks.current?.focus()
  }, [said])
  return (
    <section>
      {said ? <Panel look="calm"><div ref={thanks} tabIndex={-1}><ThanksWords said={said} heading="h2" /></div></Panel> : (
        <Panel look="turn">
          <h2><Trans>Hvordan går det med {firstName}?</Trans></h2>
          <AnswerButtons
            isSending={answer.isPending} isLost={answer.isError}
            // The question stays until the page is opened again, so that the thanks can be read.
            onSay={(given) => answer.mutate({ childId, followUpId, said: given }, { onSuccess: () => void queries.invalidateQueries(trpc.application.pathFilter()) })}
          />
        </Panel>
      )}
    </section>
  )
}
