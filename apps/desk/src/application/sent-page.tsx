import { useTRPC } from '@medspil/client'
import type { CaseView, Decided } from '@medspil/contracts/application'
import { ActRow, DeskHead, focusHeading, LinkButton, Notice, Sheet } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useActor } from '../frame/actor.tsx'
import { nextAfter } from './inbox.ts'

const heading: Record<Decided['result'], (name: string) => string> = {
  granted: (name) => `${name} har fået det hele`,
  'partly-granted': (name) => `${name} har fået en del`,
  refused: (name) => `Afgørelsen til ${name} er sendt`,
  withdrawn: (name) => `Hjælpen til ${name} er stoppet`,
  'waiting-for-pool': (name) => `${name} venter på penge`,
}

/** The receipt of a decision, and the way to the next application. */
export function SentPage(props: { view: CaseView; decided: Decided; onBack: () => void }) {
  const { view, decided } = props
  const { kommune } = useActor()
  const inbox = useQuery(useTRPC().application.inbox.queryOptions({ ordningKey: null }))
  const next = inbox.data && nextAfter(inbox.data.rows, decided.applicationId)
  useEffect(() => {
    focusHeading()
  }, [])
  return (
    <div className="stack sheets">
      <DeskHead title={heading[decided.result](view.childFirstName)} trail={`${view.ordningName} · ${view.reference}`}>
        {decided.result === 'waiting-for-pool'
          ? 'Puljen er tom. Ansøgningen kommer frem igen, når der er penge. Familien får besked.'
          : `${decided.letterIds.length > 1 ? `${decided.letterIds.length} breve er` : 'Brevet er'} på vej til Digital Post. Familien ser det i dag.`}
      </DeskHead>
      {decided.fritidspasId && <Notice tone="ok">Fritidspasset er klar. Familien kan vælge noget at gå til nu.</Notice>}
      <Sheet title="Næste">
        {next === null ? <p>Ingen andre ansøgninger venter på dig.</p> : next && (
          <div className="stack">
            <p>{next.childName}, {next.age} år. {next.ordningName}.</p>
            <div><LinkButton href={`/${kommune.key}/indbakke/${next.applicationId}`}>Læs den næste</LinkButton></div>
          </div>
        )}
        <ActRow onClick={props.onBack}>Se afgørelsen igen</ActRow>
      </Sheet>
    </div>
  )
}
