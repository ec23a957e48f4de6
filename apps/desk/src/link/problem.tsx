import { incidentOf, isNotFound, isUnanswered, whyNotOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { Button, Notice, Waiting } from '@medspil/ui'
import { sayWhyNotToStaff } from '@medspil/wording/why-not-staff'
import type { ReactNode } from 'react'
import { DeadLinkWords } from './dead-link.tsx'

/** Why an act was not done, as a sentence that says what to do about it. */
export function sayProblem(error: AppError): string {
  const whyNot = whyNotOf(error)
  if (whyNot?.reason === 'link-used-up') return 'Der er svaret på det allerede. Ring til kommunen, hvis svaret skal rettes.'
  if (whyNot) return sayWhyNotToStaff(whyNot)
  if (isUnanswered(error)) return 'Der er ingen forbindelse lige nu. Intet er sendt. Prøv igen om lidt.'
  if (isNotFound(error)) return 'Linket virker ikke mere. Brug det nyeste link, du har fået, eller ring til kommunen.'
  if (error.data?.code === 'BAD_REQUEST') return 'Et af felterne kan ikke læses. Se dem igennem, og prøv igen.'
  if (error.data?.code === 'CONFLICT') return 'En anden svarede samtidig. Hent siden igen, og se, hvad der står nu.'
  const incident = incidentOf(error)
  return `Noget gik i stykker hos os. Prøv igen om lidt.${incident ? ` Sker det igen, så opgiv nummer ${incident}.` : ''}`
}

/** The reason at the act itself, read out at once. */
export function Problem({ error }: { error: AppError | null }) {
  return error && <Notice tone="no" role="alert"><p>{sayProblem(error)}</p></Notice>
}

interface Asked<Answer> { data: Answer | undefined; error: AppError | null; refetch: () => unknown }

/** Shows a page once its answer is there; until then the waiting, the dead link, or what went wrong. */
export function Loaded<Answer>(props: { query: Asked<Answer>; children: (answer: Answer) => ReactNode }) {
  const { data, error, refetch } = props.query
  if (data !== undefined) return props.children(data)
  if (!error) return <Waiting>Henter siden</Waiting>
  if (isNotFound(error)) return <DeadLinkWords />
  return (
    <div className="stack">
      <h1>Siden kunne ikke hentes</h1>
      <Problem error={error} />
      <div><Button onClick={() => void refetch()}>Prøv igen</Button></div>
    </div>
  )
}
