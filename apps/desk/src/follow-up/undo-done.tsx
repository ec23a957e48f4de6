import { useOnce, useTRPC } from '@medspil/client'
import type { Recorded } from '@medspil/contracts/follow-up'
import { UndoBar } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../frame/problem.tsx'

/** What was just recorded, and about whom. */
export interface Done { taskId: string; childId: string; firstName: string; outcome: 'active' | 'stopped' | 'not-reached' | 'done' | 'handed-over'; places: Recorded['places'] }

const words: Record<Done['outcome'], string> = { active: 'er med', stopped: 'er stoppet', 'not-reached': 'blev ikke nået', done: 'er klaret', 'handed-over': 'er givet videre' }

/** Says what was done and takes it back, until the next act. What was handed over is the colleague's to give back. */
export function UndoDone({ done, onUndone }: { done: Done; onUndone: () => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reopen = useOnce(`follow-up.reopen:${done.taskId}`, trpc.followUp.reopen.mutationOptions())
  const said = `Noteret: ${done.firstName} ${words[done.outcome]}.`
  if (done.outcome === 'handed-over') return <p role="status">{said}</p>
  const undo = () => reopen.mutate({ taskId: done.taskId }, { onSuccess: () => { onUndone(); void queries.invalidateQueries(trpc.followUp.pathFilter()) } })
  return (
    <>
      <Problem error={reopen.error} />
      <UndoBar undoText="Fortryd" onUndo={undo}>{said}</UndoBar>
    </>
  )
}
