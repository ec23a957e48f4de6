import { useOnce, useTRPC } from '@medspil/client'
import type { ProgramFile, SchoolHolidayView } from '@medspil/contracts/holiday-program/desk'
import { Button, DateFields, dayFromParts, formatDays, noDate, Notice, SelectField, TextField, useToast, Waiting } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { holidayNames } from './words.ts'

const own = 'egne'

/** Copies a programme into another holiday: the days move by whole weeks, the activities become drafts. */
export function CopyForm({ program }: { program: ProgramFile }) {
  const { programId, plan } = program
  const { kommune } = useActor()
  const trpc = useTRPC()
  const holidays = useQuery(trpc.holidayProgram.schoolHolidays.queryOptions())
  const ahead = (holidays.data ?? []).filter(({ fromDay }) => fromDay > plan.toDay).toReversed()
  const first = ahead.find(({ holiday }) => holiday === plan.holiday) ?? ahead[0]
  const [choice, setChoice] = useState<string | null>(null)
  const [days, setDays] = useState({ from: noDate, to: noDate })
  const [typedName, setName] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const copy = useOnce(`holidayProgram.copy:${programId}`, trpc.holidayProgram.copy.mutationOptions())
  const chosen = choice ?? first?.id ?? own
  const to: SchoolHolidayView | undefined = ahead.find(({ id }) => id === chosen)
  const [fromDay, toDay] = to ? [to.fromDay, to.toDay] : [dayFromParts(days.from), dayFromParts(days.to)]
  const name = typedName ?? plan.name.replace(/20\d\d/, (fromDay ?? '').slice(0, 4) || '$&')
  const send = () => {
    setTried(true)
    if (!fromDay || !toDay || toDay < fromDay || name.trim() === '') return
    copy.mutate({ programId, name: name.trim(), holiday: to?.holiday ?? plan.holiday, fromDay, toDay }, {
      onSuccess: (made) => {
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        const copied = `${counted(made.activities, 'aktivitet', 'aktiviteter')} er kopieret`
        say(made.outside === 0 ? copied : `${copied}. ${counted(made.outside, 'gang', 'gange')} ligger uden for ferien og skal flyttes`)
        void navigate({ to: `/${kommune.key}/ferie/${made.programId}` as string })
      },
    })
  }
  // The fields for other days stand only where no holiday can be chosen.
  if (holidays.isPending) return <Waiting>Henter ferierne</Waiting>
  const dateTexts = { day: 'Dag', month: 'Måned', year: 'År' }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <p>Ugedage og klokkeslæt bliver de samme. Aktiviteterne bliver kladder, som arrangørerne ser igennem. Ingen børn følger med.</p>
      {ahead.length > 0 && <SelectField name="til-ferie" label="Til hvilken ferie?" value={chosen} onChange={setChoice} options={[...ahead.map((one) => ({ value: one.id, text: `${holidayNames[one.holiday]} ${one.schoolYear}, ${formatDays(one.fromDay, one.toDay, 'da', 'short')}` })), { value: own, text: 'Andre dage' }]} />}
      {chosen === own && (
        <>
          {ahead.length === 0 && <Notice tone="info">Der står ingen senere ferie i kommunens tabel. Skriv dagene selv.</Notice>}
          <DateFields name="kopi-fra" label="Første dag" value={days.from} onChange={(from) => setDays({ ...days, from })} texts={dateTexts} error={tried && !fromDay ? 'Skriv en dag, der findes' : undefined} />
          <DateFields name="kopi-til" label="Sidste dag" value={days.to} onChange={(last) => setDays({ ...days, to: last })} texts={dateTexts} error={tried && (!toDay || (fromDay !== null && toDay < fromDay)) ? 'Skriv en dag efter den første' : undefined} />
        </>
      )}
      <TextField name="kopi-navn" label="Det nye programs navn" value={name} onChange={(event) => setName(event.target.value)} maxLength={80} error={tried && name.trim() === '' ? 'Skriv et navn' : undefined} />
      <Problem error={copy.error} />
      <div><Button type="submit" busy={copy.isPending}>Kopier programmet</Button></div>
    </form>
  )
}
