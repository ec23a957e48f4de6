import { useOnce, useTRPC } from '@medspil/client'
import type { ProgramDesk, ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { addDays, type Day } from '@medspil/domain/day'
import { Anchor, Button, DateFields, DeskHead, ErrorSummary, formatDays, Notice, SelectField, Sheet, TextField, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { draftOfPlan, inHoliday, newPlan, opensAtAnother, readPlan, type PlanDraft } from './plan-draft.ts'
import { CareFields, dateTexts, Moment, MoneyFields, type PlanFieldsProps, StageFields, WayFields } from './plan-fields.tsx'
import './program.css'
import { holidayNames, sayPlan } from './words.ts'

const own = 'egne'

/** The form of a programme, with the sentences the families will read below it. */
export function PlanForm({ desk, program }: { desk: ProgramDesk; program: ProgramFile | null }) {
  const { kommune } = useActor()
  const ahead = desk.holidays.filter(({ toDay }) => toDay >= todayHere()).toReversed()
  // A programme takes a quarter of a year to make: the first holiday that leaves the time for it.
  const first = ahead.find(({ fromDay }) => fromDay >= addDays(todayHere() as Day, 90)) ?? ahead[0]
  const [holidayId, setHolidayId] = useState(program ? own : first?.id ?? own)
  const [ordningId, setOrdningId] = useState(program?.ordningId ?? desk.ordninger[0]?.ordningId ?? '')
  const [draft, setDraft] = useState<PlanDraft>(() => (program ? draftOfPlan(program.plan) : newPlan(first ?? null)))
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const save = useOnce(`holidayProgram.save:${program?.programId ?? 'new'}`, trpc.holidayProgram.save.mutationOptions())
  const root = `/${kommune.key}/ferie`
  const read = readPlan(draft)
  const problems = attempt > 0 ? read.problems : []
  const fields: PlanFieldsProps = {
    draft, put: (key, value) => setDraft((before) => ({ ...before, [key]: value })), error: (id) => problems.find((problem) => problem.id === id)?.text,
  }
  const choose = (id: string) => {
    setHolidayId(id)
    const holiday = desk.holidays.find((one) => one.id === id)
    if (holiday) setDraft(inHoliday(draft, holiday))
  }
  const send = () => {
    setAttempt(attempt + 1)
    if (!read.plan) return
    save.mutate({ programId: program?.programId ?? null, ordningId, plan: read.plan }, {
      onSuccess: ({ programId }) => {
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        say('Programmet er gemt')
        void navigate({ to: `${root}/${programId}` as string })
      },
    })
  }
  return (
    <form noValidate className="stack sheets plan" onSubmit={(event) => { event.preventDefault(); send() }}>
      <ErrorSummary title="Der mangler noget" problems={problems} attempt={attempt} />
      <DeskHead title={program ? `Ret ${program.plan.name}` : 'Lav et program'} trail={<Anchor href={root}>Ferieprogrammer</Anchor>}>Familierne ser det først, når du udgiver det.</DeskHead>
      <Sheet title="Ferien">
        <div className="stack">
          {ahead.length > 0 && <SelectField name="ferie" label="Hvilken ferie?" value={holidayId} onChange={choose} options={[...ahead.map((one) => ({ value: one.id, text: `${holidayNames[one.holiday]} ${one.schoolYear}, ${formatDays(one.fromDay, one.toDay, 'da', 'short')}` })), { value: own, text: 'Andre dage' }]} />}
          {ahead.length === 0 && <Notice tone="info">Kommunens ferier er ikke skrevet ind. Skriv dagene selv.</Notice>}
          <TextField name="navn" label="Programmets navn" value={draft.name} onChange={(typed) => fields.put('name', typed.target.value)} hint="Fx Aktiv Sommer 2027" error={fields.error('navn')} maxLength={80} />
          {holidayId === own && <SelectField name="slags" label="Slags ferie" value={draft.holiday} onChange={(value) => fields.put('holiday', value as PlanDraft['holiday'])} options={Object.entries(holidayNames).map(([value, text]) => ({ value, text }))} />}
          <div className="grid-two">
            <DateFields name="ferie-fra" label="Første dag" value={draft.from} onChange={(value) => fields.put('from', value)} texts={dateTexts} error={fields.error('ferie-fra')} />
            <DateFields name="ferie-til" label="Sidste dag" value={draft.to} onChange={(value) => fields.put('to', value)} texts={dateTexts} error={fields.error('ferie-til')} />
          </div>
          {desk.ordninger.length > 1 && <SelectField name="ordning" label="Ordning, som betaler for børn med pas" value={ordningId} onChange={setOrdningId} options={desk.ordninger.map((one) => ({ value: one.ordningId, text: one.name }))} />}
          <DateFields name="svar" label="Arrangørerne svarer senest" value={draft.answerBy} onChange={(value) => fields.put('answerBy', value)} texts={dateTexts} error={fields.error('svar')} hint="Kan stå tomt." />
        </div>
      </Sheet>
      <Sheet title="Hvordan får børnene plads?"><div className="stack"><WayFields {...fields} /><Moment name="aabner" label={draft.way === 'draw' ? 'Restpladser åbner' : 'Tilmeldingen åbner'} value={draft.opens} onChange={(value) => setDraft((before) => opensAtAnother(before, value))} error={fields.error} /><Moment name="lukker" label="Tilmeldingen lukker" value={draft.closes} onChange={(value) => fields.put('closes', value)} error={fields.error} /></div></Sheet>
      <Sheet title="Hvor meget må et barn have?" remark="Trin for trin"><StageFields {...fields} /></Sheet>
      <Sheet title="Betaling og afbud"><MoneyFields {...fields} /></Sheet>
      <Sheet title="Vejen, grupper og oplysninger"><CareFields {...fields} /></Sheet>
      {read.plan && <Sheet title="Det får familierne at vide"><ul className="said">{sayPlan(read.plan).map((line) => <li key={line}>{line}</li>)}</ul></Sheet>}
      <Problem error={save.error} />
      <div><Button type="submit" busy={save.isPending}>Gem kladden</Button></div>
    </form>
  )
}
