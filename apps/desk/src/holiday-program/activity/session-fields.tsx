import { ActRow, formatDay, formatTimes, SelectField, TextField, TimeField } from '@medspil/ui'
import { addDays, type Day } from '@medspil/domain/day'
import type { SessionDraft } from './activity-draft.ts'
import { holidayDays, type ActivityFieldsProps } from './field-props.ts'

const most = 40

/** When and where, one frame a meeting. A new one takes the day after and the rest from the one before. */
export function SessionFields({ draft, put, error, ground, isPromised }: ActivityFieldsProps) {
  const { sessions } = draft
  const days = holidayDays(ground)
  const change = (at: number, part: Partial<SessionDraft>) => put('sessions', sessions.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const add = () => {
    const last = sessions.at(-1)
    if (!last) return
    const next = addDays(last.day as Day, 1)
    put('sessions', [...sessions, { ...last, day: next <= ground.toDay ? next : last.day }])
  }
  return (
    <fieldset className="sessions form-group">
      <legend className="form-label">Hvornår og hvor?</legend>
      {sessions.map((one, at) => {
        const [id, spoken] = [`gang-${at}`, <span className="sr-only">, {at + 1}. gang</span>]
        return (
          <div key={at} className="session">
            <p><b>{at + 1}. gang</b>{isPromised && `, ${formatDay(one.day, 'da', 'weekday')} ${formatTimes(one.timeFrom, one.timeTo)}`}</p>
            {!isPromised && (
              <>
                <SelectField name={`${id}-dag`} label={<>Dag{spoken}</>} value={one.day} onChange={(day) => change(at, { day })} options={days} error={error(`${id}-dag`)} />
                <div className="pair">
                  <TimeField name={`${id}-fra`} label={<>Fra{spoken}</>} value={one.timeFrom} onChange={(timeFrom) => change(at, { timeFrom })} error={error(`${id}-fra`)} />
                  <TimeField name={`${id}-til`} label={<>Til{spoken}</>} value={one.timeTo} onChange={(timeTo) => change(at, { timeTo })} error={error(`${id}-til`)} />
                </div>
              </>
            )}
            <TextField name={`${id}-sted`} label={<>Sted{spoken}</>} value={one.place} onChange={(typed) => change(at, { place: typed.target.value })} hint={at === 0 ? 'Så et barn kan finde døren' : undefined} error={error(`${id}-sted`)} maxLength={200} />
            {sessions.length > 1 && !isPromised && <ActRow pictogram="kryds" onClick={() => put('sessions', sessions.filter((_, index) => index !== at))}>Fjern {at + 1}. gang</ActRow>}
          </div>
        )
      })}
      {!isPromised && sessions.length < most && <ActRow pictogram="kalender" onClick={add}>Tilføj en gang mere</ActRow>}
    </fieldset>
  )
}
