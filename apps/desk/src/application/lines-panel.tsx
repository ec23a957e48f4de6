import type { LineView } from '@medspil/contracts/application'
import { ActRow, Button, ChoiceGroup, Money, Tag, TextField } from '@medspil/ui'
import { useState } from 'react'
import { kronerFromOre, oreFromKroner } from '../frame/kroner.ts'
import type { LineChoice } from './decision-draft.ts'
import { supportName } from './words.ts'

/** What was asked for, line by line, with yes or no and the sum. A line can be changed where the rules leave room. */
export function LinesPanel(props: {
  lines: readonly LineView[]
  choices: readonly LineChoice[]
  onChange: ((at: number, choice: LineChoice) => void) | null
}) {
  const [editing, setEditing] = useState<number | null>(null)
  return props.lines.map((line, at) => {
    const choice = props.choices[at] ?? { give: false, amount: null }
    if (editing === at && props.onChange) {
      const { onChange } = props
      return (
        <EditLine
          key={line.kind} line={line} choice={choice} onClose={() => setEditing(null)}
          onChange={(next) => {
            onChange(at, next)
            setEditing(null)
          }}
        />
      )
    }
    const sum = choice.give ? choice.amount : line.asked
    const cut = choice.give && line.asked !== null && choice.amount !== null && choice.amount < line.asked
    return (
      <div key={line.kind} className="line">
        <span>
          {supportName(line.kind)}{sum !== null && <>, <Money ore={sum} /></>}
          {cut && <span className="small"> af <Money ore={line.asked!} /></span>}
        </span>
        <span className="inl">
          <Tag tone={choice.give ? 'ok' : 'no'}>{choice.give ? 'Ja' : 'Nej'}</Tag>
          {props.onChange && <ActRow aria-label={`Ret: ${supportName(line.kind)}`} onClick={() => setEditing(at)}>Ret</ActRow>}
        </span>
      </div>
    )
  })
}

function EditLine(props: { line: LineView; choice: LineChoice; onChange: (choice: LineChoice) => void; onClose: () => void }) {
  const { line } = props
  const start = props.choice.amount ?? line.most ?? line.asked
  const [give, setGive] = useState<'yes' | 'no'>(props.choice.give ? 'yes' : 'no')
  const [typed, setTyped] = useState(start === null ? '' : kronerFromOre(start))
  const [wrong, setWrong] = useState(false)
  const id = `belob-${line.kind}`
  const use = () => {
    const amount = line.asked === null ? null : oreFromKroner(typed)
    if (give === 'yes' && line.asked !== null && (amount === null || amount <= 0n)) return setWrong(true)
    props.onChange({ give: give === 'yes', amount: give === 'yes' ? amount : null })
  }
  return (
    <div className="line-edit">
      <ChoiceGroup
        name={`giv-${line.kind}`} label={supportName(line.kind)} pair value={give} onChange={setGive}
        choices={[{ value: 'yes', text: 'Ja' }, { value: 'no', text: 'Nej' }]}
      />
      {give === 'yes' && line.asked !== null && (
        <TextField
          name={id} label="Beløb i kroner" inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)}
          hint={<>Søgt: <Money ore={line.asked} />{line.most !== null && <> Højst: <Money ore={line.most} /></>}</>}
          error={wrong ? 'Skriv et beløb over 0 kr.' : undefined}
        />
      )}
      <div className="inl">
        <Button kind="secondary" onClick={use}>Brug linjen</Button>
        <ActRow onClick={props.onClose}>Fortryd</ActRow>
      </div>
    </div>
  )
}
