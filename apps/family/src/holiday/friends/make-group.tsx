import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import type { FriendsView } from '@medspil/contracts/holiday-program'
import { Button, Panel } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../../home/problem-notice.tsx'
import { ChooseChild } from './choose-child.tsx'
import { FriendTerms } from './friend-terms.tsx'

/** Begins a group: which child, what it means, and one press. The code stands on the group afterwards. */
export function MakeGroup({ view }: { view: FriendsView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  // A child that has been taken into another group meanwhile gives way to one that is free.
  const { childId } = view.free.find((child) => child.childId === chosen) ?? view.free[0]!
  const make = useOnce(`holidayProgram.makeFriendGroup:${view.programId}:${childId}`, trpc.holidayProgram.makeFriendGroup.mutationOptions())
  const send = () => make.mutate({ programId: view.programId, childId, agrees: true }, { onSuccess: () => queries.invalidateQueries() })
  return (
    <section className="stack">
      <h2><Trans>Inviter en ven</Trans></h2>
      <p><Trans>Lav en gruppe. Så får I en kode, som I selv giver til vennens familie.</Trans></p>
      {!isOpen && <Button kind="secondary" wide onClick={() => setOpen(true)}><Trans>Lav en gruppe</Trans></Button>}
      {isOpen && (
        <Panel>
          <div className="stack">
            <ChooseChild name="inviter" free={view.free} value={childId} onChange={setChosen} />
            <FriendTerms isDraw={view.way === 'draw'} />
            <ProblemNotice error={make.error} />
            <Button wide busy={make.isPending} onClick={send}><Trans>Ja, lav gruppen</Trans></Button>
          </div>
        </Panel>
      )}
    </section>
  )
}
