import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ActivityView } from '@medspil/contracts/holiday-program'
import { Button, DaysText, DayText, Disc, TextField } from '@medspil/ui'
import { useState } from 'react'
import { signOf } from '../../find/offer-signs.ts'
import { MeetsText } from '../../find/say-when.tsx'
import { noChoices } from '../choices.ts'
import { findActivities } from '../find-activities.ts'
import { focusBeside } from './focus-beside.ts'

/** How many stand on the page at first; each press shows as many more. */
const pageSize = 12

/** The activities that fit the child, to be searched and wished with one press. */
export function AddWish({ activities, isFull, onAdd }: { activities: readonly ActivityView[]; isFull: boolean; onAdd: (id: string) => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [shown, setShown] = useState(pageSize)
  const found = findActivities(activities, { ...noChoices, all: true, text }, new Set())
  if (isFull) return <p><b><Trans>I har brugt alle ønsker. Tag et væk for at ønske noget andet.</Trans></b></p>
  return (
    <section className="stack">
      <h2><Trans>Find noget at ønske</Trans></h2>
      <TextField label={t`Søg`} name="soeg" type="search" value={text} onChange={(event) => { setText(event.target.value); setShown(pageSize) }} />
      <p className="small" role="status"><Plural value={found.length} one="# aktivitet passer" other="# aktiviteter passer" /></p>
      <ul className="rows">
        {found.slice(0, shown).map((activity) => (
          <li key={activity.id} className="wish">
            <Disc name={signOf(activity.pictogram)} small />
            <div className="what">
              <b lang="da">{activity.title}</b>
              <span className="small">
                {activity.days.length === 1 ? <DayText day={activity.days[0]!} form="weekday" first /> : <DaysText first={activity.days[0]!} last={activity.days.at(-1)!} form="day" />} <MeetsText {...activity} weekday={null} />
              </span>
              <span className="small" lang="da">{activity.place}</span>
            </div>
            <Button kind="secondary" aria-label={t`Ønsk ${activity.title}`} onClick={(event) => { focusBeside(event.currentTarget); onAdd(activity.id) }}><Trans>Ønsk</Trans></Button>
          </li>
        ))}
      </ul>
      {found.length > shown && <Button kind="secondary" wide onClick={() => setShown(shown + pageSize)}><Trans>Vis flere</Trans></Button>}
    </section>
  )
}
