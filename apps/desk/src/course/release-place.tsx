import { useOnce, useTRPC } from '@medspil/client'
import type { CourseSignup } from '@medspil/contracts/follow-up'
import { isOver } from '@medspil/domain/signup'
import type { SignupState } from '@medspil/domain/signup'
import { ActRow, Button, ButtonRow, Dialog, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** Whether a place or a number can be given back: a child that has begun ends at the forening instead (product.md 3a). */
const mayRelease = (state: string) => state !== 'started' && !isOver(state as SignupState)

/** Gives a child's place on to the next in line. It cannot be fetched again, so it asks first; keeping it is the easy answer. */
export function ReleasePlace({ signup, firstName }: { signup: CourseSignup; firstName: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const release = useOnce(`signup.cancel:${signup.signupId}`, trpc.signup.cancel.mutationOptions())
  if (!mayRelease(signup.state)) return null
  const close = () => setAsking(false)
  const send = () => release.mutate({ signupId: signup.signupId }, {
    onSuccess: async () => {
      close()
      toast(`${firstName} er meldt fra ${signup.offerTitle}`)
      await Promise.all([queries.invalidateQueries(trpc.followUp.pathFilter()), queries.invalidateQueries(trpc.offer.pathFilter())])
    },
  })
  return (
    <>
      <ActRow pictogram="kryds" aria-haspopup="dialog" aria-label={`Meld fra: ${firstName}, ${signup.offerTitle}`} onClick={() => setAsking(true)}>Meld fra</ActRow>
      <Dialog open={isAsking} title={`Meld ${firstName} fra ${signup.offerTitle}?`} closeLabel="Luk" onClose={close}>
        <div className="stack">
          <p>Gør det kun, når familien er enig. Pladsen går til den næste i køen, og penge fra passet kommer tilbage på passet.</p>
          <Problem error={release.error} />
          <ButtonRow>
            <Button onClick={close}>Behold pladsen</Button>
            <Button kind="secondary" busy={release.isPending} onClick={send}>Ja, meld fra</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
