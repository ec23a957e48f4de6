import { useState } from 'react'
import { clockFromText, textFromClock } from './clock-text.ts'
import { TextField } from './field.tsx'
import type { FieldTexts } from './field.tsx'

type TimeFieldProps = FieldTexts & {
  name: string
  /** `09:30`, or what was typed as long as it is no clock; `clockFromText` reads both. */
  value: string
  onChange: (value: string) => void
}

/**
 * A clock of 24 hours as Danes write it, 9.30; the browser's own field follows the browser's language. What is typed is handed
 * on as it stands, so that half an hour is never taken for a whole one, and becomes a clock when the field is left.
 */
export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    onChange(text)
  }
  const leave = () => {
    setTyped(null)
    const clock = clockFromText(value)
    if (clock !== null && clock !== value) onChange(clock)
  }
  return (
    <TextField
      {...field} inputMode="numeric" autoComplete="off" dir="ltr" maxLength={9} value={typed ?? textFromClock(value)}
      onChange={(event) => type(event.target.value)} onBlur={leave}
    />
  )
}
