import { incidentOf, isNotFound, isUnanswered, stepUpAddress, whyNotOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { Button, LinkButton, Notice, Waiting } from '@medspil/ui'
import { sayWhyNotToStaff } from '@medspil/wording/why-not-staff'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useActor } from './actor.tsx'
import { NotFoundPage } from './stray-pages.tsx'

/** Why an act was not done, as a sentence that says what to do about it. */
export function sayProblem(error: AppError): string {
  const whyNot = whyNotOf(error)
  if (whyNot) return sayWhyNotToStaff(whyNot)
  if (isUnanswered(error)) return 'Medspil svarer ikke lige nu. Det, du skrev, står her endnu. Prøv igen.'
  if (error.data?.code === 'CONFLICT') return 'En anden har ændret det imens. Hent siden igen, og se, hvad der står nu.'
  if (error.data?.code === 'NOT_FOUND') return 'Det findes ikke her, eller det er ikke for din rolle.'
  if (error.data?.code === 'BAD_REQUEST') return 'Et af felterne kan ikke læses. Se dem igennem, og prøv igen.'
  const incident = incidentOf(error)
  return `Noget gik i stykker hos os. Prøv igen om lidt.${incident ? ` Sker det igen, så opgiv nummer ${incident}.` : ''}`
}

/**
 * The reason at the act itself, read out at once. A login that is too old gets the way to show it anew and come back.
 * @param props.notFound says what could not be found, where a look-up knows it better than the general words
 */
export function Problem({ error, notFound }: { error: AppError | null; notFound?: string }) {
  const { kommune } = useActor()
  const { href } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button may stand at the foot of the page, with no room for the sentence beside it.
    if (error) place.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  const staleProof = whyNotOf(error)?.reason === 'proof-too-old'
  return (
    <div ref={place}>
      <Notice tone={staleProof ? 'judge' : 'no'} sign={staleProof ? 'laas' : undefined} role="alert">
        <p>{notFound !== undefined && isNotFound(error) ? notFound : sayProblem(error)}</p>
        {staleProof && <LinkButton kind="secondary" href={stepUpAddress(kommune.key, href)}>Vis login igen</LinkButton>}
      </Notice>
    </div>
  )
}

/** Only what a page needs of a query. */
interface Asked<Answer> {
  data: Answer | undefined
  error: AppError | null
  refetch: () => unknown
}

/** Shows a page once its answer is there; until then the waiting, the locked door, or what went wrong. */
export function Loaded<Answer>(props: { query: Asked<Answer>; children: (answer: Answer) => ReactNode }) {
  const { data, error, refetch } = props.query
  if (data !== undefined) return props.children(data)
  if (!error) return <Waiting>Henter siden</Waiting>
  if (isNotFound(error)) return <NotFoundPage />
  return (
    <div className="stack">
      <h1>Siden kunne ikke hentes</h1>
      <Problem error={error} />
      <div><Button onClick={() => void refetch()}>Prøv igen</Button></div>
    </div>
  )
}
