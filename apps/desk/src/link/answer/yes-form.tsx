import type { ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import { Button, DateFields, dayFromParts, formatMoney, partsFromDay, TextField } from '@medspil/ui'
import { useState } from 'react'
import { kronerFromOre, oreFromKroner } from '../../frame/kroner.ts'
import { todayHere } from '../../frame/today.ts'
import { useSpoken } from '../language.tsx'

/** Fee and period, filled in with what was agreed: two taps when nothing has changed. */
export function YesForm(props: { question: SignupQuestion; busy: boolean; onSay: (said: ForeningAnswer) => void }) {
  const { answer: words } = useSpoken().words
  const { price, seasonFrom, seasonTo } = props.question
  const today = todayHere()
  const [typed, setTyped] = useState(kronerFromOre(price))
  const [from, setFrom] = useState(partsFromDay(today > seasonFrom && today <= seasonTo ? today : seasonFrom))
  const [to, setTo] = useState(partsFromDay(seasonTo))
  const [tried, setTried] = useState(false)
  const fee = oreFromKroner(typed)
  const [periodFrom, periodTo] = [dayFromParts(from), dayFromParts(to)]
  const feeError = fee === null ? words.feeMissing : undefined
  const fromError = periodFrom === null ? words.noSuchDay : undefined
  const toError = periodTo === null ? words.noSuchDay : periodFrom && periodTo < periodFrom ? words.endsFirst : undefined
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
        name="kontingent" label={words.fee} inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)}
        hint={fee !== null && fee > price ? words.feeHigher(formatMoney(price)) : words.feeSame}
        error={tried ? feeError : undefined}
      />
      <DateFields name="fra" label={words.from} value={from} onChange={setFrom} texts={words} error={tried ? fromError : undefined} />
      <DateFields name="til" label={words.to} value={to} onChange={setTo} texts={words} error={tried ? toError : undefined} />
      <div><Button wide type="submit" pictogram="check" busy={props.busy}>{words.confirm}</Button></div>
    </form>
  )
}
