import { useOnce, useTRPC } from '@medspil/client'
import type { DeskTaskView } from '@medspil/contracts/follow-up'
import { paymentNumber } from '@medspil/domain/payment'
import { Anchor, Button, Dialog, type DiscColour, formatDay, formatMoney, type PictogramName, Sheet, TaskList, TaskRow, UndoBar } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { hasOwedChanged } from './owed-changed.ts'
import { type Noted, OwedRefund } from './owed-refund.tsx'
import { sayWhen } from './task-words.ts'

/** What waits at the desk beside the children: an activity with too few, money that a bank has taken or not brought. */
export function DeskTasks({ tasks }: { tasks: readonly DeskTaskView[] }) {
  const [noted, setNoted] = useState<Noted | null>(null)
  return (
    <>
      {tasks.length > 0 && (
        <Sheet title="Andet, der venter" remark={tasks.length === 1 ? '1 opgave' : `${tasks.length} opgaver`} flush>
          <TaskList>{tasks.map((task) => <DeskTask key={task.taskId} task={task} onNoted={setNoted} />)}</TaskList>
        </Sheet>
      )}
      {noted && <UndoNoted key={noted.taskId} noted={noted} onUndone={() => setNoted(null)} />}
    </>
  )
}

/** Says what was noted as paid and takes it back, for the one who pressed too soon. */
function UndoNoted({ noted: { taskId, amount }, onUndone }: { noted: Noted; onUndone: () => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const undo = useOnce(`payment.undoPaidOtherwise:${taskId}`, trpc.payment.undoPaidOtherwise.mutationOptions())
  const press = () => undo.mutate({ taskId }, { onSuccess: () => { onUndone(); void queries.invalidateQueries(trpc.followUp.deskTasks.pathFilter()) } })
  return (
    <>
      <Problem error={undo.error} />
      <UndoBar undoText="Fortryd" onUndo={press}>Noteret: {formatMoney(amount)} er betalt på anden måde.</UndoBar>
    </>
  )
}

/** Those tasks of the one who is logged in; only a fritidsvejleder has any. */
export function useDeskTasks(): readonly DeskTaskView[] {
  const { role } = useActor()
  return useQuery(useTRPC().followUp.deskTasks.queryOptions(undefined, { enabled: role === 'fritidsvejleder' })).data ?? []
}

type Reason = DeskTaskView['because']['reason']
const looks: Record<Reason, { pictogram: PictogramName; colour: DiscColour; whenWhy: string }> = {
  'minimum-not-reached': { pictogram: 'kalender', colour: 'himmel', whenWhy: 'Afgøres' },
  'dispute-lost': { pictogram: 'laas', colour: 'koral', whenWhy: 'Banken svarede' },
  'refund-failed': { pictogram: 'tilbage', colour: 'koral', whenWhy: 'Kom ikke frem' },
}

function nameOf(because: DeskTaskView['because']): string {
  switch (because.reason) {
    case 'minimum-not-reached': return because.title
    case 'dispute-lost': return `Tabt indsigelse: ${formatMoney(because.amount)}`
    case 'refund-failed': return `Skal betales tilbage: ${formatMoney(because.amount)}`
  }
}

function DeskTask({ task, onNoted }: { task: DeskTaskView; onNoted: (noted: Noted) => void }) {
  const { kommune } = useActor()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const close = useOnce(`follow-up.closeDeskTask:${task.taskId}`, trpc.followUp.closeDeskTask.mutationOptions())
  const [asking, setAsking] = useState(false)
  const { because } = task
  const name = nameOf(because)
  const { pictogram, colour, whenWhy } = looks[because.reason]
  const isOwed = because.reason === 'refund-failed'
  const press = () => close.mutate({ taskId: task.taskId }, {
    onSuccess: () => void queries.invalidateQueries(trpc.followUp.deskTasks.pathFilter()),
    onError: (error) => { if (isOwed && hasOwedChanged(error)) void queries.invalidateQueries(trpc.payment.owed.queryFilter({ taskId: task.taskId })) },
  })
  const end = (
    <Button wide kind="secondary" busy={close.isPending} onClick={press}>
      Det er klaret<span className="sr-only"> ({name})</span>
    </Button>
  )
  return (
    <TaskRow
      pictogram={pictogram} colour={colour}
      title={because.reason === 'dispute-lost' ? name : <Anchor href={`/${kommune.key}/ferie/${because.programId}/aktivitet/${because.offerId}`}>{name}</Anchor>}
      why={<><Why task={task} />{!isOwed && <Problem error={close.error} />}</>} when={sayWhen(task)} whenWhy={whenWhy}
      act={(
        <>
          {isOwed ? <Button wide onClick={() => setAsking(true)}>Se, og betal<span className="sr-only"> ({name})</span></Button> : end}
          <Dialog open={asking} title="Skal betales tilbage" closeLabel="Luk" onClose={() => setAsking(false)}>
            <OwedRefund taskId={task.taskId} end={<><Problem error={close.error} /><div>{end}</div></>} onNoted={(noted) => { setAsking(false); onNoted(noted) }} />
          </Dialog>
        </>
      )}
    />
  )
}

/** What happened, and what to do about it. */
function Why({ task: { because, taken } }: { task: DeskTaskView }) {
  if (because.reason === 'minimum-not-reached') {
    return <>{taken === 1 ? '1 barn' : `${taken ?? 0} børn`} er tilmeldt, og der skal mindst være {because.minimum}. Afgør senest {formatDay(because.decidedOn, 'da', 'weekday')}, om den holdes alligevel eller aflyses.</>
  }
  return (
    <>
      {because.reason === 'dispute-lost'
        ? <>En familie har fået sin betaling til {because.programName} tilbage gennem banken. Barnet har haft sin plads, og arrangøren beholder sine penge. Tal med familien, og aftal, om beløbet betales igen eller bæres af kommunen.</>
        : <>Et barn skulle have penge tilbage for {because.title}, men de nåede ikke frem til familien, og de bliver ikke sendt igen. Betal dem på en anden måde, og skriv det her.</>}
      {' '}Betalingsnummer {paymentNumber(because.paymentId)}.
      {because.reason === 'dispute-lost' && because.stripeId && <> Betalingen hos Stripe: <a href={`https://dashboard.stripe.com/payments/${because.stripeId}`} rel="noreferrer">{because.stripeId}</a>.</>}
    </>
  )
}
