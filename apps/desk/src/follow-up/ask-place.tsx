import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { OfferView } from '@medspil/contracts/offer'
import { ActRow, Button, ButtonRow, Dialog, formatMoney, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** Asks for a place for the family, on the phone with them: what it costs them is said before the press. */
export function AskPlace({ childId, offer }: { childId: string; offer: OfferView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const request = useOnce(`signup.request:${childId}:${offer.id}`, trpc.signup.request.mutationOptions())
  const clashes = whyNotOf(request.error)?.reason === 'clashes-with-place'
  const paidByYou = offer.forChild?.price.paidByYou ?? offer.price
  const close = () => setAsking(false)
  const send = () => request.mutate({ childId, offerId: offer.id, acceptsClash: clashes }, {
    onSuccess: async ({ state, position }) => {
      close()
      toast(state === 'waiting' ? `Skrevet op som nummer ${position} til ${offer.title}` : `Pladsen på ${offer.title} er holdt. Foreningen bliver spurgt.`)
      await Promise.all([queries.invalidateQueries(trpc.followUp.pathFilter()), queries.invalidateQueries(trpc.offer.pathFilter())])
    },
  })
  return (
    <>
      <ActRow aria-haspopup="dialog" aria-label={`Bed om plads på ${offer.title}`} onClick={() => setAsking(true)}>Bed om plads</ActRow>
      <Dialog open={isAsking} title={`Plads på ${offer.title}?`} closeLabel="Luk" onClose={close}>
        <div className="stack">
          <p>Du beder om pladsen for familien. {paidByYou === 0n ? 'Familien betaler ikke noget.' : `Familien betaler ${formatMoney(paidByYou)}. Sig det til dem først.`}</p>
          <Problem error={request.error} />
          <ButtonRow>
            <Button busy={request.isPending} onClick={send}>{clashes ? 'Bed om begge pladser' : 'Familien er enig: bed om pladsen'}</Button>
            <Button kind="secondary" onClick={close}>Vent med det</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
