import { LinkRow, Notice } from '@medspil/ui'
import { useActor } from '../frame/actor.tsx'
import { OfferIdeas } from './offer-ideas.tsx'
import type { Done } from './undo-done.tsx'

/** After a stop: what else could fit, and the place that is still held. */
export function AfterStop({ done }: { done: Done }) {
  const { kommune } = useActor()
  return (
    <>
      {done.places.length > 0 && (
        <Notice tone="info">
          <p>{done.firstName} har stadig en plads: {done.places.map(({ title }) => title).join(', ')}. Er familien enig, så meld fra i forløbet, så en anden kan få den. Er {done.firstName} begyndt på holdet, så ring til foreningen.</p>
          <LinkRow href={`/${kommune.key}/boern/${done.childId}`}>Gå til forløbet</LinkRow>
        </Notice>
      )}
      <OfferIdeas childId={done.childId} title={`Noget andet til ${done.firstName}?`} />
    </>
  )
}
