import { useOnce, useTRPC } from '@medspil/client'
import type { SchoolHolidayView } from '@medspil/contracts/holiday-program/desk'
import { holidayKinds } from '@medspil/domain/holiday-program'
import { ActRow, Button, DataTable, DateFields, dayFromParts, Dialog, formatDays, noDate, partsFromDay, SelectField, Sheet, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { holidayNames } from './words.ts'

/** The kommune's own table of school holidays: what a new programme takes its days from. */
export function SchoolHolidays({ holidays, mayEdit }: { holidays: readonly SchoolHolidayView[]; mayEdit: boolean }) {
  const [setting, setSetting] = useState<'closed' | 'new' | SchoolHolidayView>('closed')
  const [all, setAll] = useState(false)
  const ahead = holidays.filter(({ toDay }) => toDay >= todayHere()).toReversed()
  const shown = all ? [...holidays].reverse() : ahead
  return (
    <Sheet title="Skolernes ferier" remark="Et nyt program får sine dage herfra" flush>
      {holidays.length === 0 && <p className="pad">{mayEdit ? 'Skriv ferierne ind, så foreslår et nyt program de rigtige dage.' : 'En administrator skriver ferierne ind.'}</p>}
      {shown.length > 0 && (
        <DataTable
          caption="Skolernes ferier"
          columns={[{ key: 'holiday', head: 'Ferie' }, { key: 'year', head: 'Skoleår' }, { key: 'days', head: 'Fridage' }, ...(mayEdit ? [{ key: 'edit', head: <span className="sr-only">Ret</span> }] : [])]}
          lines={shown.map((one) => ({
            key: one.id,
            cells: [holidayNames[one.holiday], one.schoolYear, formatDays(one.fromDay, one.toDay), ...(mayEdit ? [<ActRow pictogram="pen" aria-label={`Ret ${holidayNames[one.holiday]} ${one.schoolYear}`} onClick={() => setSetting(one)}>Ret</ActRow>] : [])],
          }))}
        />
      )}
      {!all && holidays.length > ahead.length && <div className="pad"><ActRow onClick={() => setAll(true)}>Vis også de {holidays.length - ahead.length} tidligere</ActRow></div>}
      {mayEdit && <div className="pad"><ActRow pictogram="kalender" onClick={() => setSetting('new')}>Skriv en ferie ind</ActRow></div>}
      <Dialog open={setting !== 'closed'} closeLabel="Luk" title={typeof setting === 'object' ? `${holidayNames[setting.holiday]} ${setting.schoolYear}` : 'En ferie'} onClose={() => setSetting('closed')}>
        {setting !== 'closed' && <SetHoliday known={setting === 'new' ? null : setting} onDone={() => setSetting('closed')} />}
      </Dialog>
    </Sheet>
  )
}

const dateTexts = { day: 'Dag', month: 'Måned', year: 'År' }

function SetHoliday({ known, onDone }: { known: SchoolHolidayView | null; onDone: () => void }) {
  const year = Number(todayHere().slice(0, 4))
  const years = [year - 1, year, year + 1, year + 2].map((from) => `${from}/${String(from + 1).slice(2)}`)
  const [schoolYear, setSchoolYear] = useState(known?.schoolYear ?? years[1] ?? '')
  const [holiday, setHoliday] = useState(known?.holiday ?? 'summer')
  const [from, setFrom] = useState(known ? partsFromDay(known.fromDay) : noDate)
  const [to, setTo] = useState(known ? partsFromDay(known.toDay) : noDate)
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const save = useOnce(`holidayProgram.setSchoolHoliday:${known?.id ?? 'new'}`, trpc.holidayProgram.setSchoolHoliday.mutationOptions())
  const [fromDay, toDay] = [dayFromParts(from), dayFromParts(to)]
  const send = () => {
    setTried(true)
    if (!fromDay || !toDay || toDay < fromDay) return
    save.mutate({ schoolYear, holiday, fromDay, toDay }, {
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        say('Ferien er gemt')
        onDone()
      },
    })
  }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      {!known && (
        <>
          <SelectField name="ferie" label="Ferie" value={holiday} onChange={(value) => setHoliday(holidayKinds.find((kind) => kind === value) ?? 'summer')} options={holidayKinds.map((value) => ({ value, text: holidayNames[value] }))} />
          <SelectField name="skoleaar" label="Skoleår" value={schoolYear} onChange={setSchoolYear} options={years.map((value) => ({ value, text: value }))} />
        </>
      )}
      <DateFields name="fri-fra" label="Første fridag" value={from} onChange={setFrom} texts={dateTexts} error={tried && !fromDay ? 'Skriv en dag, der findes' : undefined} />
      <DateFields name="fri-til" label="Sidste fridag" value={to} onChange={setTo} texts={dateTexts} error={tried && (!toDay || (fromDay !== null && toDay < fromDay)) ? 'Skriv en dag efter den første' : undefined} />
      <Problem error={save.error} />
      <div><Button type="submit" busy={save.isPending}>Gem ferien</Button></div>
    </form>
  )
}
