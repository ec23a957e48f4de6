import { Trans, useLingui } from '@lingui/react/macro'
import type { ActivityView } from '@medspil/contracts/holiday-program'
import { Chip, DaysText, DayText, Disc, Pictogram, Tag, TimesText } from '@medspil/ui'
import { Fragment } from 'react'
import { signOf } from '../../find/offer-signs.ts'
import { focusBeside } from './focus-beside.ts'

/** One wish with its number, and buttons that move it: no dragging, so that a thumb, a keyboard and a voice can do it too. */
export function WishRow(props: {
  rank: number; of: number; activity: ActivityView | null; together: boolean; company: 'friends' | 'siblings' | null
  /** Wishes further up that lie at the same time, and the first day that says so. */
  clashes: readonly { title: string; on: string }[]
  onMove: (by: -1 | 1) => void; onRemove: () => void; onTogether: (together: boolean) => void
}) {
  const { rank, of, activity, together, company, clashes } = props
  const { t } = useLingui()
  const title = activity?.title ?? t`Aktiviteten er taget af programmet`
  return (
    <li className="wish">
      <span className="rank" aria-hidden="true">{rank}</span>
      <Disc name={signOf(activity?.pictogram ?? 'kalender')} small />
      <div className="what">
        <b lang="da">{title}</b>
        {activity && <span className="small">{activity.days.length === 1 ? <DayText day={activity.days[0]!} form="weekday" first /> : <DaysText first={activity.days[0]!} last={activity.days.at(-1)!} form="day" />}, <TimesText from={activity.timeFrom} to={activity.timeTo} /></span>}
        {clashes.map(({ title: other, on }, n) => (
          <Fragment key={n}>
            <Tag tone="wait"><Trans>Kun én af dem</Trans></Tag>
            <span className="small"><Trans>Kan ikke nås sammen med <bdi lang="da">{other}</bdi> <DayText day={on} form="weekday" />.</Trans></span>
          </Fragment>
        ))}
        {company && <Chip on={together} onToggle={() => props.onTogether(!together)}>{company === 'friends' ? <Trans>Kun sammen med venner</Trans> : <Trans>Kun sammen med søskende</Trans>}</Chip>}
      </div>
      <div className="moves">
        <button type="button" className="icon-button up" aria-label={t`Flyt ${title} op`} aria-disabled={rank === 1 || undefined} onClick={() => props.onMove(-1)}><Pictogram name="frem" size="small" /></button>
        <button type="button" className="icon-button down" aria-label={t`Flyt ${title} ned`} aria-disabled={rank === of || undefined} onClick={() => props.onMove(1)}><Pictogram name="frem" size="small" /></button>
        <button type="button" className="icon-button" aria-label={t`Tag ${title} væk`} onClick={(event) => { focusBeside(event.currentTarget); props.onRemove() }}><Pictogram name="kryds" size="small" /></button>
      </div>
    </li>
  )
}
