import { useOnce, useTRPC } from '@medspil/client'
import { ActRow, Button, ButtonRow, ChoiceGroup } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded, Problem } from '../frame/problem.tsx'

/** Chooses the colleague who takes the task; only those who may see the child stand here. */
export function HandOver({ taskId, onGiven, onClose }: { taskId: string; onGiven: () => void; onClose: () => void }) {
  const trpc = useTRPC()
  const colleagues = useQuery(trpc.followUp.colleagues.queryOptions({ taskId }))
  const give = useOnce(`follow-up.hand-over:${taskId}`, trpc.followUp.handOver.mutationOptions())
  const [to, setTo] = useState<string | null>(null)
  return (
    <div className="panel stack">
      <Loaded query={colleagues}>
        {(people) => people.length === 0 ? <p>Ingen andre kan se barnet. En leder kan give en kollega adgang.</p> : (
          <>
            <ChoiceGroup
              name="colleague" label="Hvem tager opgaven?" value={to} onChange={setTo}
              choices={people.map(({ staffId, name, workplace }) => ({ value: staffId, text: name, hint: workplace }))}
            />
            <ButtonRow>
              <Button kind="secondary" busy={give.isPending} onClick={() => to && give.mutate({ taskId, toStaffId: to, note: null }, { onSuccess: onGiven })}>Giv videre</Button>
              <ActRow onClick={onClose}>Luk</ActRow>
            </ButtonRow>
          </>
        )}
      </Loaded>
      <Problem error={give.error} />
    </div>
  )
}
