import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Chip, formatCount, formatDay, Money, TextField, useLanguage } from '@medspil/ui'
import { type ReactNode, useState } from 'react'
import { type Choices, toggled } from './choices.ts'
import type { Facet, Facets } from './find-activities.ts'
import { useTopicName } from './topic-name.tsx'

interface ChoicesProps { choices: Choices; facets: Facets; childName: string | null; onChange: (choices: Choices) => void }

/** The quick choices with their counts, the search, and behind one press the rest: days, kind, area and needs. */
export function ProgramChoices({ choices, facets, childName, onChange }: ChoicesProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const topicName = useTopicName()
  const hidden = choices.areas.length + choices.topics.length + choices.needs.length
  const [open, setOpen] = useState(hidden > 0)
  const set = (part: Partial<Choices>) => onChange({ ...choices, ...part })
  const time = (value: 'morning' | 'afternoon') => set({ time: choices.time === value ? null : value })
  return (
    <div className="stack" role="search" aria-label={t`Find i programmet`}>
      <TextField name="soeg" type="search" label={t`Søg`} hint={t`Kajak, dans eller et sted`} value={choices.text} onChange={(event) => set({ text: event.currentTarget.value })} />
      <Chips label={t`Dag`} facets={facets.days} chosen={choices.days} onToggle={(day) => set({ days: toggled(choices.days, day) })} say={(day) => formatDay(day, language, 'shortWeekday')} scrolls />
      <ul className="filters" aria-label={t`Valg`}>
        <Quick on={choices.free} count={facets.free} onToggle={() => set({ free: !choices.free })}><Trans>Ledige pladser</Trans></Quick>
        <Quick on={choices.noCost} count={facets.noCost} onToggle={() => set({ noCost: !choices.noCost })}><Money ore={0n} /></Quick>
        <Quick on={choices.time === 'morning'} count={facets.morning} onToggle={() => time('morning')}><Trans>Formiddag</Trans></Quick>
        <Quick on={choices.time === 'afternoon'} count={facets.afternoon} onToggle={() => time('afternoon')}><Trans>Eftermiddag</Trans></Quick>
        <Quick on={choices.kept} count={facets.kept} onToggle={() => set({ kept: !choices.kept })}><Trans>Husket</Trans></Quick>
        <li>
          <button type="button" className={hidden > 0 ? 'chip on' : 'chip'} aria-expanded={open} aria-controls="flere-valg" onClick={() => setOpen(!open)}>
            {open ? <Trans>Færre valg</Trans> : <Trans>Flere valg</Trans>}{hidden > 0 && ` (${formatCount(hidden, language)})`}
          </button>
        </li>
      </ul>
      <div id="flere-valg" className="stack" hidden={!open}>
        <Chips label={t`Slags`} facets={facets.topics} chosen={choices.topics} onToggle={(topic) => set({ topics: toggled(choices.topics, topic) })} say={topicName} />
        {facets.areas.length > 1 && <Chips label={t`Område`} facets={facets.areas} chosen={choices.areas} onToggle={(area) => set({ areas: toggled(choices.areas, area) })} isDanish />}
        {facets.needs.length > 0 && <Chips label={t`Barnet har brug for`} facets={facets.needs} chosen={choices.needs} onToggle={(need) => set({ needs: toggled(choices.needs, need) })} isDanish />}
        {childName !== null && (
          <ul className="filters" aria-label={t`Alder`}>
            <li><Chip on={choices.all} onToggle={() => set({ all: !choices.all })}><Trans>Vis også det, <bdi>{childName}</bdi> ikke må</Trans></Chip></li>
          </ul>
        )}
      </div>
    </div>
  )
}

/** A choice with its count; one that leaves nothing is not offered, but can always be taken back. */
function Quick(props: { on: boolean; count: number; onToggle: () => void; children: ReactNode }) {
  if (props.count === 0 && !props.on) return null
  return <li><Chip on={props.on} onToggle={props.onToggle}>{props.children} <Count of={props.count} /></Chip></li>
}

function Count({ of }: { of: number }) {
  const language = useLanguage()
  return <span className="count"><span aria-hidden="true">{formatCount(of, language)}</span><span className="sr-only"><Plural value={of} one="(# aktivitet)" other="(# aktiviteter)" /></span></span>
}

function Chips(props: { label: string; facets: readonly Facet[]; chosen: readonly string[]; onToggle: (value: string) => void; say?: (value: string) => string; isDanish?: boolean; scrolls?: boolean }) {
  const { label, facets, chosen, onToggle, say, isDanish, scrolls } = props
  if (facets.length === 0) return null
  return (
    <fieldset className="plain">
      <legend><b>{label}</b></legend>
      <ul className={scrolls ? 'filters scrolling' : 'filters'}>
        {facets.map(({ value, count }) => (
          <li key={value}>
            <Chip on={chosen.includes(value)} onToggle={() => onToggle(value)}>{isDanish ? <bdi lang="da">{value}</bdi> : say?.(value) ?? value} <Count of={count} /></Chip>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
