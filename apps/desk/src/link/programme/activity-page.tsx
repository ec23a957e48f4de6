import { useOnce, useTRPC } from '@medspil/client'
import type { ActivityForm, OrganiserPage } from '@medspil/contracts/holiday-program/activity'
import { ActRow, Button, ButtonRow, ErrorSummary, Notice, useHeadingAfter } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { draftOf, emptyDraft, readDraft } from '../../holiday-program/activity/activity-draft.ts'
import { ActivityFields } from '../../holiday-program/activity/activity-fields.tsx'
import { Loaded, Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import { useKeptDraft } from './kept-draft.ts'

type Program = OrganiserPage['programs'][number]
interface Part { program: Program; areas: readonly string[]; mayList: boolean; onDone: () => void }

/** Where an organiser writes one activity. The kommune reads it before families see it. */
export default function ActivityPage({ offerId, ...part }: Part & { offerId: string | null }) {
  // The form begins with what stands now, never with what this page read before it was last sent.
  const activity = useQuery({ ...useTRPC().holidayProgram.activity.queryOptions({ offerId: offerId ?? '' }), enabled: offerId !== null, gcTime: 0 })
  return offerId === null ? <Form activity={null} {...part} /> : <Loaded query={activity}>{(known) => <Form key={known.offerId} activity={known} {...part} />}</Loaded>
}

function Form({ activity, program, areas, mayList, onDone }: Part & { activity: ActivityForm | null }) {
  useTitle(activity ? 'Ret en aktivitet' : 'Ny aktivitet')
  const ground = { fromDay: program.fromDay, toDay: program.toDay, areas }
  const { draft, put, forget, startOver, isKept } = useKeptDraft(`${program.programId}-${activity?.offerId ?? 'new'}`, activity ? draftOf(activity, ground) : emptyDraft(ground))
  const [attempt, setAttempt] = useState(0)
  const [shownKept, setShownKept] = useState(isKept)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const save = useOnce(`holidayProgram.saveActivity:${program.programId}:${activity?.offerId ?? 'new'}`, trpc.holidayProgram.saveActivity.mutationOptions())
  const withdraw = useOnce(`holidayProgram.withdrawActivity:${activity?.offerId ?? 'new'}`, trpc.holidayProgram.withdrawActivity.mutationOptions())
  const takeBack = (offerId: string) => withdraw.mutate({ offerId }, {
    onSuccess: () => {
      forget()
      void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
      onDone()
    },
  })
  const read = readDraft(draft, ground)
  const problems = attempt > 0 ? read.problems : []
  const error = (id: string) => problems.find((problem) => problem.id === id)?.text
  const send = () => {
    setAttempt(attempt + 1)
    if (!read.activity) return
    save.mutate({ programId: program.programId, offerId: activity?.offerId ?? null, ...read.activity, ask: mayList }, {
      onSuccess: () => {
        forget()
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
      },
    })
  }
  useHeadingAfter(save.data ? 'sent' : 'form')
  if (save.data) return (
    <div className="stack">
      <h1>{save.data.listed === 'draft' ? 'Aktiviteten er gemt' : 'Aktiviteten er sendt'}</h1>
      <p>{save.data.listed === 'draft' ? 'Giv årets erklæring om børneattester på jeres egen side. Så kan den sendes til kommunen.' : 'Kommunen læser den igennem. Bagefter kan familierne se den.'}</p>
      <div><Button onClick={onDone}>Tilbage til jeres aktiviteter</Button></div>
    </div>
  )
  return (
    <form noValidate className="stack" onSubmit={(submit) => { submit.preventDefault(); send() }}>
      <ErrorSummary title="Der mangler lidt" problems={problems} attempt={attempt} />
      <div>
        <h1>{activity ? `Ret ${activity.title}` : 'Ny aktivitet'}</h1>
        <p>Det, du skriver, bliver gemt på telefonen undervejs.</p>
      </div>
      {activity?.note && <Notice tone="judge"><b>Kommunen skriver:</b> {activity.note}</Notice>}
      {shownKept && (
        <Notice tone="info">
          <p>Her er det, du skrev sidst. Det er ikke sendt endnu.</p>
          <ActRow pictogram="fortryd" onClick={() => { startOver(); setShownKept(false) }}>Begynd forfra</ActRow>
        </Notice>
      )}
      {!mayList && <Notice tone="judge">Årets erklæring om børneattester mangler. I kan gemme aktiviteten og sende den, når erklæringen er givet.</Notice>}
      <ActivityFields draft={draft} ground={ground} put={put} error={error} isPromised={activity?.isPromised ?? false} />
      <Problem error={save.error ?? withdraw.error} />
      <ButtonRow>
        <Button type="submit" busy={save.isPending}>{mayList ? 'Send til kommunen' : 'Gem aktiviteten'}</Button>
        {activity && !activity.isPromised && <ActRow pictogram="kryds" onClick={() => takeBack(activity.offerId)}>Vi holder den ikke</ActRow>}
      </ButtonRow>
    </form>
  )
}
