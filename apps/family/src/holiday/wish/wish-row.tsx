import { Trans, useLingui } from '@lingui/react/macro'
import type { ActivityView } from '@medspil/contracts/holiday-program'
import { Chip, DaysText, DayText, Disc, Pictogram } from '@medspil/ui'
import { signOf } from '../../find/offer-signs.ts'
import { MeetsText } from '../../find/say-when.tsx'
import { focusBeside } from './focus-beside.ts'

/** One wish with its number, and buttons that move it: no dragging, so that a thumb, a keyboard and a voice can do it too. */
export function WishRow(props: {
  rank: number; of: number; activity: ActivityView | null; together: boolean; siblings: boolean
  onMove: (by: -1 | 1) => void; onRemove: () => void; onTogether: (together: boolean) => void
}) {
  const { rank, of, activity, together, siblings } = props
  const { t } = useLingui()
  const title = activity?.title ?? t`Aktiviteten er taget af programmet`
  return (
    <li className="wish">
      <span className="rank" aria-hidden="true">{rank}</span>
      <Disc name={signOf(activity?.pictogram ?? 'kalender')} small />
      <div className="what">
        <b lang="da">{title}</b>
        {activity && <span className="small">{activity.days.length === 1 ? <DayText day={activity.days[0]!} form="weekday" first /> : <DaysText first={activity.days[0]!} last={activity.days.at(-1)!} form="day" />} <MeetsText {...activity} weekday={null} /></span>}
        {siblings && <Chip on={together} onToggle={() => props.onTogether(!together)}><Trans>Kun sammen med søskende</Trans></Chip>}
      </div>
      <div className="moves">
        <button type="button" className="icon-button up" aria-label={t`Flyt ${title} op`} aria-disabled={rank === 1 || undefined} onClick={() => props.onMove(-1)}><Pictogram name="frem" size="small" /></button>
        <button type="button" className="icon-button down" aria-label={t`Flyt ${title} ned`} aria-disabled={rank === of || undefined} onClick={() => props.onMove(1)}><Pictogram name="frem" size="small" /></button>
        <button type="button" className="icon-button" aria-label={t`Tag ${title} væk`} onClick={(event) => { focusBeside(event.currentTarget); props.onRemove() }}><Pictogram name="kryds" size="small" /></button>
      </div>
    </li>
  )
}
