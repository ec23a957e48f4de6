import { useOnce, useTRPC } from '@medspil/client'
import type { ActivityForm } from '@medspil/contracts/holiday-program/activity'
import type { ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { Anchor, Button, DeskHead, ErrorSummary, Notice, SelectField, Sheet, useToast } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded, Problem } from '../frame/problem.tsx'
import { draftOf, emptyDraft, readDraft, type ActivityDraft } from './activity/activity-draft.ts'
import { ActivityFields } from './activity/activity-fields.tsx'
import { CancelActivity } from './cancel-activity.tsx'

export const Route = createLazyRoute('/$kommune/ferie/$programId/aktivitet/$offerId')({ component: ActivityPage })

/** One activity by the kommune's own hand; `ny` writes a new one for an organiser. */
function ActivityPage() {
  const { programId, offerId } = useParams({ from: '/$kommune/ferie/$programId/aktivitet/$offerId' })
  const trpc = useTRPC()
  const isNew = offerId === 'ny'
  const file = useQuery(trpc.holidayProgram.file.queryOptions({ programId }))
  const activity = useQuery({ ...trpc.holidayProgram.activity.queryOptions({ offerId }), enabled: !isNew })
  return (
    <>
      <PageTitle title={isNew ? 'Skriv en aktivitet' : 'Ret en aktivitet'} />
      <Loaded query={file}>
        {(program) => (isNew ? <Form program={program} activity={null} /> : <Loaded query={activity}>{(known) => <OneActivity key={known.offerId} program={program} activity={known} />}</Loaded>)}
      </Loaded>
    </>
  )
}

/** Whoever may write gets the form; a leader, and everybody once it is cancelled, only what becomes of it. */
function OneActivity({ program, activity }: { program: ProgramFile; activity: ActivityForm }) {
  const { kommune, role } = useActor()
  const root = `/${kommune.key}/ferie`
  const isCancelled = program.activities.some(({ offerId, state }) => offerId === activity.offerId && state === 'cancelled')
  const cancel = activity.listed === 'published' && <CancelActivity offerId={activity.offerId} />
  if (role !== 'leader' && !isCancelled) return <div className="stack sheets"><Form program={program} activity={activity} />{cancel}</div>
  return (
    <div className="stack sheets">
      <DeskHead title={activity.title} trail={<><Anchor href={root}>Ferieprogrammer</Anchor> · <Anchor href={`${root}/${program.programId}`}>{program.plan.name}</Anchor></>}>{activity.foreningName}</DeskHead>
      {cancel}
    </div>
  )
}

function Form({ program, activity }: { program: ProgramFile; activity: ActivityForm | null }) {
  const { kommune } = useActor()
  const { programId, plan, organisers } = program
  const areas = [...new Set([...program.activities.map(({ area }) => area), ...organisers.map(({ area }) => area)].filter(Boolean))].sort((a, b) => a.localeCompare(b, 'da'))
  const ground = { fromDay: plan.fromDay, toDay: plan.toDay, areas }
  const [draft, setDraft] = useState<ActivityDraft>(() => (activity ? draftOf(activity, ground) : emptyDraft(ground)))
  const [foreningId, setForeningId] = useState(activity?.foreningId ?? organisers[0]?.foreningId ?? '')
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const save = useOnce(`holidayProgram.editActivity:${programId}:${activity?.offerId ?? 'new'}`, trpc.holidayProgram.editActivity.mutationOptions())
  const read = readDraft(draft, ground)
  const problems = attempt > 0 ? read.problems : []
  const root = `/${kommune.key}/ferie`
  const send = () => {
    setAttempt(attempt + 1)
    if (!read.activity) return
    save.mutate({ programId, offerId: activity?.offerId ?? null, foreningId, ...read.activity }, {
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        say(`${draft.title} er gemt`)
        void navigate({ to: `${root}/${programId}` as string })
      },
    })
  }
  return (
    <form noValidate className="stack sheets" onSubmit={(event) => { event.preventDefault(); send() }}>
      <ErrorSummary title="Der mangler lidt" problems={problems} attempt={attempt} />
      <DeskHead title={activity ? activity.title : 'Skriv en aktivitet'} trail={<><Anchor href={root}>Ferieprogrammer</Anchor> · <Anchor href={`${root}/${programId}`}>{plan.name}</Anchor></>}>
        {activity ? `${activity.foreningName}. ${activity.listed === 'published' ? 'Det, du gemmer, ser familierne med det samme.' : 'Familierne kan ikke se den endnu.'}` : 'Den skal tages med i programmet bagefter, ligesom de andre.'}
      </DeskHead>
      {activity?.note && <Notice tone="info"><b>Sendt tilbage med:</b> {activity.note}</Notice>}
      <Sheet title="Aktiviteten">
        <div className="stack">
          {!activity && <SelectField name="arrangoer" label="Arrangør" value={foreningId} onChange={setForeningId} options={organisers.map((one) => ({ value: one.foreningId, text: one.name }))} />}
          <ActivityFields draft={draft} ground={ground} put={(key, value) => setDraft((before) => ({ ...before, [key]: value }))} error={(id) => problems.find((problem) => problem.id === id)?.text} isPromised={activity?.isPromised ?? false} />
        </div>
      </Sheet>
      <Problem error={save.error} />
      <div><Button type="submit" busy={save.isPending}>Gem aktiviteten</Button></div>
    </form>
  )
}
