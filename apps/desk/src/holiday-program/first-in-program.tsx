import { type AppError, useOnce, useTRPC } from '@medspil/client'
import type { ActivityRow, ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { ActRow, Button, DayText, FirstTask, formatDay, formatMoney, formatTimes, LinkRow, SummaryList, TextArea, useToast, Waiting } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { sayAges, sayGrades } from './activity/activity-words.ts'
import { useStaying } from '../frame/use-staying.ts'

/** What waits first in a programme, unfolded in yellow: too few children, an activity to read, or a draft to publish. */
export function FirstInProgram({ program }: { program: ProgramFile }) {
  const { role } = useActor()
  const tooFew = program.activities.filter(({ state }) => state === 'below-minimum')
  const toRead = program.activities.filter(({ listed }) => listed === 'in-moderation')
  const first = useStaying([...tooFew, ...(role === 'fritidsvejleder' ? toRead : [])], ({ offerId, state }) => `${offerId} ${state}`)
  if (!first) return null
  const few = tooFew.includes(first)
  const more = (few ? tooFew : toRead).length - 1
  return few
    ? <TooFew key={first.offerId} activity={first} more={more} programId={program.programId} />
    : <ToRead key={first.offerId} activity={first} more={more} programId={program.programId} />
}

/** A few more of the same kind, as a label. */
const label = (more: number) => (more === 0 ? 'Først' : more === 1 ? 'Først, og 1 mere' : `Først, og ${more} mere`)

function TooFew({ activity, more, programId }: { activity: ActivityRow; more: number; programId: string }) {
  const { kommune } = useActor()
  const { offerId, title, organiserName, taken, minimum, minimumDecidedOn } = activity
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const hold = useOnce(`holidayProgram.holdAnyway:${offerId}`, trpc.holidayProgram.holdAnyway.mutationOptions())
  const act = () => hold.mutate({ offerId }, {
    onSuccess: () => {
      say(`${title} bliver holdt`)
      void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
    },
  })
  return (
    <FirstTask label={label(more)} title={`${title} har for få børn`} act={<Button busy={hold.isPending} onClick={act}>Hold den alligevel</Button>} more={<LinkRow href={`/${kommune.key}/ferie/${programId}/aktivitet/${offerId}`}>Aflys den</LinkRow>}>
      <p>{taken === 0 ? 'Ingen børn er' : taken === 1 ? '1 barn er' : `${taken} børn er`} tilmeldt, og {organiserName} vil have mindst {minimum}. Det skulle afgøres {minimumDecidedOn && formatDay(minimumDecidedOn, 'da', 'weekday')}.</p>
      <Problem error={hold.error} />
    </FirstTask>
  )
}

function ToRead({ activity, more, programId }: { activity: ActivityRow; more: number; programId: string }) {
  const { offerId, title, organiserName, ageFrom, ageTo, grades, sessions, area, price, capacity, minimum } = activity
  const { kommune } = useActor()
  const [note, setNote] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const text = useQuery(trpc.holidayProgram.activity.queryOptions({ offerId }))
  const moderate = useOnce(`forening.moderateOffer:${offerId}`, trpc.forening.moderateOffer.mutationOptions())
  const send = (verdict: { kind: 'publish' } | { kind: 'send-back'; note: string }) => moderate.mutate({ offerId, verdict }, {
    onSuccess: () => {
      say(verdict.kind === 'publish' ? `${title} er med i programmet` : `${title} er sendt tilbage`)
      void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
    },
  })
  // Nobody can take along what they have not been able to read, and the text would move "Skal rettes" when it comes.
  if (!text.data) return text.isError ? <NotRead error={text.error} onRetry={() => void text.refetch()} /> : <Waiting>Henter aktiviteten</Waiting>
  const sendBack = () => {
    setTried(true)
    if (note?.trim()) send({ kind: 'send-back', note: note.trim() })
    else document.getElementById('note')?.focus()
  }
  return (
    <FirstTask
      label={label(more)} title={`Læs: ${title}`}
      act={note === null ? <Button busy={moderate.isPending} onClick={() => send({ kind: 'publish' })}>Tag den med</Button> : <Button busy={moderate.isPending} onClick={sendBack}>Send tilbage</Button>}
      more={
        <>
          <ActRow onClick={() => setNote(note === null ? '' : null)}>{note === null ? 'Skal rettes' : 'Fortryd'}</ActRow>
          <LinkRow href={`/${kommune.key}/ferie/${programId}/aktivitet/${offerId}`}>Ret den selv</LinkRow>
        </>
      }
    >
      <SummaryList
        lines={[
          { key: 'who', question: 'Arrangør', answer: organiserName },
          { key: 'text', question: 'Det skal børnene', answer: text.data.description },
          ...(text.data.equipment ? [{ key: 'with', question: 'Medbring', answer: text.data.equipment }] : []),
          { key: 'for', question: 'For', answer: grades ? sayGrades(grades) : sayAges({ from: ageFrom, to: ageTo }) },
          { key: 'when', question: 'Hvornår og hvor', answer: <ul className="plain">{sessions.map((one) => <li key={one.day + one.timeFrom}><DayText day={one.day} form="weekday" first /> {formatTimes(one.timeFrom, one.timeTo)}, {one.place}, {area}</li>)}</ul> },
          { key: 'price', question: 'Pris og pladser', answer: `${price === 0n ? 'Gratis' : formatMoney(price)}, ${counted(capacity, 'plads', 'pladser')}${minimum ? `, mindst ${minimum}` : ''}` },
          ...(text.data.supportNeeds.length + text.data.accessibility.length > 0 ? [{ key: 'access', question: 'Støtte og adgang', answer: [...text.data.supportNeeds, text.data.accessibility].filter(Boolean).join(', ') }] : []),
        ]}
      />
      {note !== null && (
        <TextArea name="note" label="Hvad skal arrangøren rette?" value={note} onChange={(typed) => setNote(typed.target.value)} hint="Arrangøren læser det, som det står her." error={tried && !note.trim() ? 'Skriv, hvad der skal rettes' : undefined} />
      )}
      <Problem error={moderate.error} />
    </FirstTask>
  )
}

/** Where an activity is to be read and its text did not come: why, and the way to try again. */
function NotRead({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  return (
    <div className="stack">
      <Problem error={error} />
      <div><Button onClick={onRetry}>Prøv igen</Button></div>
    </div>
  )
}
