import { incidentOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { Button, LinkButton, mainId, Page } from '@medspil/ui'
import { useEffect } from 'react'
import type { ReactNode } from 'react'

/** No such page, or none for this role: the two look the same on purpose. */
export function NotFoundPage() {
  return (
    <Stray title="Siden findes ikke">
      <p>Måske er adressen skrevet forkert. Måske er den ikke for din rolle.</p>
      <div><LinkButton kind="secondary" href="/">Gå til forsiden</LinkButton></div>
    </Stray>
  )
}

/** The server did not answer. */
export function UnansweredPage(props: { onRetry: () => void }) {
  return (
    <Stray title="Ingen forbindelse">
      <p>Vi kan ikke nå Medspil lige nu. Det, du har sendt, er gemt.</p>
      <div><Button onClick={props.onRetry}>Prøv igen</Button></div>
    </Stray>
  )
}

/** Something broke while the page was shown. */
export function BrokenPage(props: { error: unknown; reset: () => void }) {
  const incident = incidentOf(props.error as AppError)
  return (
    <Stray title="Noget gik i stykker">
      <p>Det er ikke din skyld. Prøv igen om lidt.</p>
      {incident && <p>Sker det igen, så opgiv nummer <b>{incident}</b>.</p>}
      <div><Button onClick={props.reset}>Prøv igen</Button></div>
    </Stray>
  )
}

/** The way in, for one who is not logged in or has no role here. */
export function LoginPage(props: { loginHref: string }) {
  return (
    <Stray title="Log ind i Medspil">
      <p>Her arbejder kommunens medarbejdere og fagpersoner.</p>
      <div><LinkButton href={props.loginHref}>Log ind</LinkButton></div>
    </Stray>
  )
}

function Stray(props: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = props.title
  }, [props.title])
  return <div className="stack"><h1>{props.title}</h1>{props.children}</div>
}

/** For a stray page where the desk's frame could not be drawn. */
export function Alone(props: { children: ReactNode }) {
  return <main id={mainId}><Page>{props.children}</Page></main>
}
