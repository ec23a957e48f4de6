import { useOnce, useTRPC } from '@medspil/client'
import type { ActivityRow } from '@medspil/contracts/holiday-program/desk'
import { lastKeptDay } from '@medspil/domain/attendance'
import { day as dayOf } from '@medspil/domain/day'
import { Button, DateFields, dayFromParts, formatDay, partsFromDay, TextField, useToast } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** Keeps places for supported children until a day. Families see fewer free places and never why. */
export function ReservePlaces({ activity, onDone }: { activity: ActivityRow; onDone: () => void }) {
  const { offerId, title, reserved, reservedTaken, reservedUntil, capacity, taken, sessions } = activity
  const [typed, setTyped] = useState(String(reserved))
  const latest = sessions[0] ? lastKeptDay(dayOf(sessions[0].day), null) : null
  const [until, setUntil] = useState(partsFromDay(reservedUntil ?? latest))
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const most = capacity - (taken - reservedTaken)
  const places = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
  const wrong = places === null || places < reservedTaken || places > most
  const day = dayFromParts(until)
  const set = useOnce(`signup.setReserved:${offerId}:${typed}`, trpc.signup.setReserved.mutationOptions())
  const send = () => {
    setTried(true)
    if (wrong) return document.getElementById('reserveret')?.focus()
    if (places > 0 && !day) return
    set.mutate({ offerId, reserved: places, until: places === 0 ? null : day }, {
      onSuccess: (kept) => {
        say(kept.reserved === 0 ? `${title} har ingen reserverede pladser` : `${counted(kept.reserved, 'plads', 'pladser')} er reserveret på ${title}`)
        void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
        onDone()
      },
    })
  }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <p>Pladserne er til børn, I hjælper på vej. Ingen andre kan se dem. Dem, der ikke er brugt, går til ventelisten, når dagen er gået.</p>
      <TextField
        name="reserveret" label="Reserverede pladser" inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={3}
        hint={`${reservedTaken === 0 ? 'Ingen er brugt' : `${reservedTaken} er brugt`}. ${most === 0 ? 'Alle pladser er taget, så ingen kan reserveres' : `Der kan højst reserveres ${most}`}.`} error={tried && wrong ? (most === reservedTaken ? `Skriv ${most}` : `Skriv et tal fra ${reservedTaken} til ${most}`) : undefined}
      />
      {places !== 0 && <DateFields name="reserveret-til" label="Reserveret til og med" hint={latest ? `Senest ${formatDay(latest)}: dagen efter får arrangøren navnene` : undefined} value={until} onChange={setUntil} texts={{ day: 'Dag', month: 'Måned', year: 'År' }} error={tried && !day ? 'Skriv en dag, der findes' : undefined} />}
      <Problem error={set.error} />
      <div><Button type="submit" busy={set.isPending}>Gem</Button></div>
    </form>
  )
}
