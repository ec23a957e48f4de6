import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { ActivityForChild, ChildsProgram } from '@medspil/contracts/holiday-program/for-child'
import { Button, ButtonRow, Dialog, formatMoney, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { familyPays, hasRoom } from './choose-activities.ts'

/**
 * One press where nothing has to be said first. A share to pay, a full activity or a clash is told to the family before:
 * then a few words stand between the press and the place.
 */
export function SignUpChild({ child, activity }: { child: ChildsProgram['child']; activity: ActivityForChild }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const request = useOnce(`signup.requestReserved:${child.id}:${activity.id}`, trpc.signup.requestReserved.mutationOptions())
  const reason = whyNotOf(request.error)?.reason
  const clashes = reason === 'clashes-with-place' || reason === 'no-time-between-places'
  const pays = familyPays(activity)
  const isSimple = pays === 0n && hasRoom(activity)
  const send = () => request.mutate({ childId: child.id, offerId: activity.id, acceptsClash: clashes }, {
    onSuccess: async ({ state, position }) => {
      setAsking(false)
      toast(state === 'waiting' ? `${child.firstName} står som nummer ${position} til ${activity.title}. Familien får besked.` : `${child.firstName} har en plads på ${activity.title}. Familien får besked.`)
      await Promise.all([queries.invalidateQueries(trpc.holidayProgram.pathFilter()), queries.invalidateQueries(trpc.followUp.pathFilter())])
    },
    onError: () => setAsking(true),
  })
  const press = hasRoom(activity) ? 'Tilmeld' : 'Skriv op'
  return (
    <>
      <Button kind="secondary" busy={request.isPending} aria-label={`${press} ${child.firstName} til ${activity.title}`} onClick={() => (isSimple ? send() : setAsking(true))}>{press}</Button>
      <Dialog open={isAsking} title={`${activity.title} til ${child.firstName}?`} closeLabel="Luk" onClose={() => setAsking(false)}>
        <div className="stack">
          {pays > 0n && <p>Familien betaler {formatMoney(pays)}. De får en besked om at betale. Sig det til dem først.</p>}
          {!hasRoom(activity) && <p>Der er fyldt. {child.firstName} bliver nummer {activity.waiting + 1} i den samme kø som alle andre.</p>}
          <Problem error={request.error} />
          <ButtonRow>
            <Button busy={request.isPending} onClick={send}>{clashes ? 'De kan nå begge: tilmeld' : press}</Button>
            <Button kind="secondary" onClick={() => setAsking(false)}>Vent med det</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
