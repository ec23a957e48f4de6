import type { AppError } from '@medspil/client'
import type { TripView } from '@medspil/contracts/guide-match'
import { Button, TextArea, TextField } from '@medspil/ui'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { minutesSince } from './trip-words.ts'

/** The most minutes one trip takes, as the server holds it too. */
const most = 720
const clock = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit', hour12: false })

/** The guide's own time and a short note, when the child is home. */
export function EndTrip(props: { trip: TripView; today: string; busy: boolean; error: AppError | null; onEnd: (minutes: number, note: string | null) => void }) {
  const { trip, today } = props
  const [typed, setTyped] = useState(() => (trip.day === today ? String(minutesSince(trip.meetAt, clock.format(new Date()).replace('.', ':'))) : ''))
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
  const isTime = minutes !== null && minutes <= most
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (isTime) props.onEnd(minutes, note.trim() || null)
        else document.getElementById('minutter')?.focus()
      }}
    >
      <TextField
        name="minutter" label="Hvor mange minutter brugte du?" hint="Fra du gik hjemmefra, til du var hjemme igen." inputMode="numeric" autoComplete="off" maxLength={3} value={typed}
        onChange={(event) => setTyped(event.target.value)} error={asked && !isTime ? `Skriv et tal fra 0 til ${most}` : undefined}
      />
      <TextArea name="note" label="En kort note, hvis du vil" hint="Kun kommunen ser den. Skriv ikke om barnets helbred." rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <Problem error={props.error} />
      <div><Button type="submit" wide busy={props.busy}>Gem turen</Button></div>
    </form>
  )
}
