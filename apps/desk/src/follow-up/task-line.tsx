import type { TaskView } from '@medspil/contracts/follow-up'
import { Anchor, Button, LinkButton, TaskRow } from '@medspil/ui'
import { useActor } from '../frame/actor.tsx'
import { MeetingDots } from './meeting-dots.tsx'
import { discOf, kindOf, sayWhen, sayWhenWhy, sayWhy, verbs } from './task-words.ts'

/** A task that waits its turn: the child, why, by when, and one verb that unfolds it or leads to where it is solved. */
export function TaskLine({ task, today, onOpen }: { task: TaskView; today: string; onOpen: () => void }) {
  const { kommune } = useActor()
  const kind = kindOf(task)
  const about = <span className="sr-only"> ({task.childName})</span>
  const open = () => {
    onOpen()
    // The unfolded task stands above: the keyboard follows it there.
    requestAnimationFrame(() => document.getElementById('opgave')?.focus())
  }
  return (
    <TaskRow
      {...discOf(task)} title={<Anchor href={`/${kommune.key}/boern/${task.childId}`}>{task.childName}, {task.age} år</Anchor>}
      why={sayWhy(task, today)} trace={<MeetingDots meetings={task.meetings} />} when={sayWhen(task)} whenWhy={sayWhenWhy(task)}
      act={kind === 'guide'
        ? <LinkButton wide kind="secondary" href={`/${kommune.key}/boern/${task.childId}/guide`}>{verbs.guide}{about}</LinkButton>
        : <Button wide kind="secondary" onClick={open}>{verbs[kind]}{about}</Button>}
    />
  )
}
