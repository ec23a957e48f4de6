import { useTRPC } from '@medspil/client'
import type { TaskView, TodayView } from '@medspil/contracts/follow-up'
import { DeskColumns, DeskHead, EmptyState, formatDay, LinkRow, Sheet, TaskList, useHeadingAfter } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { AfterStop } from './after-stop.tsx'
import { DeskTasks, useDeskTasks } from './desk-tasks.tsx'
import { OpenTask } from './open-task.tsx'
import { TaskLine } from './task-line.tsx'
import { TodayAside } from './today-aside.tsx'
import { type Done, UndoDone } from './undo-done.tsx'
import './follow-up.css'
import { useStaying } from '../frame/use-staying.ts'

export const Route = createLazyRoute('/$kommune/i-dag')({ component: TodayPage })

/** The day's work: one task unfolded, the rest in the order to take them, and what happens by itself. */
function TodayPage() {
  const today = useQuery(useTRPC().followUp.today.queryOptions())
  const waiting = today.data?.tasks.length
  useEffect(() => {
    if (waiting !== undefined) countInMenu('i-dag', waiting)
  }, [waiting])
  return (
    <>
      <PageTitle title="I dag" />
      <Loaded query={today}>{(view) => <Today view={view} />}</Loaded>
    </>
  )
}

/** `6 børn venter på dig i dag`. */
function sayWaiting(tasks: readonly TaskView[]): string {
  const children = new Set(tasks.map(({ childId }) => childId)).size
  return children === 0 ? 'Ingen børn venter på dig i dag' : children === 1 ? '1 barn venter på dig i dag' : `${children} børn venter på dig i dag`
}

function Today({ view }: { view: TodayView }) {
  const { kommune } = useActor()
  const deskTasks = useDeskTasks()
  const [chosen, setChosen] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  // A task that is done leaves the list, and with it what was pressed.
  useHeadingAfter(view.tasks.map(({ taskId }) => taskId).join(' '))
  const first = useStaying(view.tasks, ({ taskId }) => taskId)
  const open = view.tasks.find(({ taskId }) => taskId === chosen) ?? first
  const rest = view.tasks.filter((task) => task !== open)
  const date = formatDay(view.day, 'da', 'long')
  return (
    <>
      <DeskHead title={sayWaiting(view.tasks)} aside={<LinkRow href={`/${kommune.key}/boern`} pictogram="soeg">Find et barn</LinkRow>}>
        {[date.charAt(0).toUpperCase() + date.slice(1), ...view.ordningNames].join(' · ')}
        {view.overdue > 0 && <b> · {view.overdue} over tid</b>}
      </DeskHead>
      <DeskColumns asideLabel="Overblik" aside={<TodayAside view={view} />}>
        {done?.outcome === 'stopped' && <AfterStop done={done} />}
        {open ? <OpenTask key={open.taskId} task={open} today={view.day} label={open === view.tasks[0] ? 'Først' : 'Valgt'} onDone={setDone} /> : deskTasks.length === 0 && <Nothing />}
        {rest.length > 0 && (
          <Sheet title="Så er der" remark={rest.length === 1 ? '1 opgave' : `${rest.length} opgaver`} flush>
            <TaskList>{rest.map((task) => <TaskLine key={task.taskId} task={task} today={view.day} onOpen={() => setChosen(task.taskId)} />)}</TaskList>
          </Sheet>
        )}
        <DeskTasks tasks={deskTasks} />
        {done && <UndoDone done={done} onUndone={() => setDone(null)} />}
      </DeskColumns>
    </>
  )
}

function Nothing() {
  return <EmptyState pictogram="check" title="Alt er klaret"><p>Medspil spørger familierne af sig selv og siger til, når nogen har brug for dig.</p></EmptyState>
}
