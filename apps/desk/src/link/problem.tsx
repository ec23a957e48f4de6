import { incidentOf, isNotFound, isUnanswered, whyNotOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { Button, Notice, Waiting } from '@medspil/ui'
import type { ReactNode } from 'react'
import { DeadLinkWords } from './dead-link.tsx'
import { useSpoken } from './language.tsx'
import type { Spoken } from './language.tsx'

/** Why an act was not done, as a sentence that says what to do about it. */
function sayProblem(error: AppError, { words: { problem, dead }, sayWhyNot }: Spoken): string {
  const whyNot = whyNotOf(error)
  if (whyNot?.reason === 'link-used-up') return problem.usedUp
  if (whyNot) return sayWhyNot(whyNot)
  if (isUnanswered(error)) return problem.notSent
  if (isNotFound(error)) return `${dead.title}. ${dead.text}`
  if (error.data?.code === 'BAD_REQUEST') return problem.badField
  if (error.data?.code === 'CONFLICT') return problem.conflict
  const incident = incidentOf(error)
  return incident ? `${problem.broke} ${problem.incident(incident)}` : problem.broke
}

/** The reason at the act itself, read out at once. */
export function Problem({ error }: { error: AppError | null }) {
  const spoken = useSpoken()
  return error && <Notice tone="no" role="alert"><p>{sayProblem(error, spoken)}</p></Notice>
}

interface Asked<Answer> { data: Answer | undefined; error: AppError | null; refetch: () => unknown }

/** Shows a page once its answer is there; until then the waiting, the dead link, or what went wrong. */
export function Loaded<Answer>(props: { query: Asked<Answer>; children: (answer: Answer) => ReactNode }) {
  const { data, error, refetch } = props.query
  const { frame, problem } = useSpoken().words
  if (data !== undefined) return props.children(data)
  if (!error) return <Waiting>{frame.loading}</Waiting>
  if (isNotFound(error)) return <DeadLinkWords />
  return (
    <div className="stack">
      <h1>{problem.notLoaded}</h1>
      <Problem error={error} />
      <div><Button onClick={() => void refetch()}>{frame.retry}</Button></div>
    </div>
  )
}
