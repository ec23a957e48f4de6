import type { ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import { Button, DateFields, dayFromParts, formatMoney, partsFromDay, TextField } from '@medspil/ui'
import { useState } from 'react'
import { kronerFromOre, oreFromKroner } from '../../frame/kroner.ts'
import { todayHere } from '../../frame/today.ts'

const dateTexts = { day: 'Dag', month: 'Måned', year: 'År' }

/** Fee and period, filled in with what was agreed: two taps when nothing has changed. */
export function YesForm(props: { question: SignupQuestion; busy: boolean; onSay: (said: ForeningAnswer) => void }) {
  const { price, seasonFrom, seasonTo } = props.question
  const today = todayHere()
  const [typed, setTyped] = useState(kronerFromOre(price))
  const [from, setFrom] = useState(partsFromDay(today > seasonFrom && today <= seasonTo ? today : seasonFrom))
  const [to, setTo] = useState(partsFromDay(seasonTo))
  const [tried, setTried] = useState(false)
  const fee = oreFromKroner(typed)
  const [periodFrom, periodTo] = [dayFromParts(from), dayFromParts(to)]
  const feeError = fee === null ? 'Skriv et beløb, fx 850' : undefined
  const fromError = periodFrom === null ? 'Skriv en dag, der findes' : undefined
  const toError = periodTo === null ? 'Skriv en dag, der findes' : periodFrom && periodTo < periodFrom ? 'Perioden slutter, før den begynder' : undefined
  const send = () => {
    setTried(true)
    if (fee !== null && periodFrom && periodTo && !toError) props.onSay({ kind: 'yes', fee, periodFrom, periodTo })
  }
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        name="kontingent" label="Kontingent for hele perioden, i kroner" inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)}
        hint={fee !== null && fee > price ? `Det er mere end de ${formatMoney(price)}, familien har sagt ja til. Vi spørger familien, før pladsen er sikker.` : 'Det, alle andre på holdet betaler.'}
        error={tried ? feeError : undefined}
      />
      <DateFields name="fra" label="Perioden begynder" value={from} onChange={setFrom} texts={dateTexts} error={tried ? fromError : undefined} />
      <DateFields name="til" label="Perioden slutter" value={to} onChange={setTo} texts={dateTexts} error={tried ? toError : undefined} />
      <div><Button wide type="submit" pictogram="check" busy={props.busy}>Bekræft pladsen</Button></div>
    </form>
  )
}
