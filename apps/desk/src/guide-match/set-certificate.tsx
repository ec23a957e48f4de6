import { useOnce, useTRPC } from '@medspil/client'
import type { GuideRow } from '@medspil/contracts/guide-match'
import { Button, DateFields, dayFromParts, noDate, Notice, partsFromDay, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { certificateProblems } from './certificate.ts'

const texts = { day: 'Dag', month: 'Måned', year: 'År' }

/** Notes that the børneattest was seen, and until when it counts. The certificate itself is never kept (law.md 6). */
export function SetCertificate(props: { guide: GuideRow; onDone: () => void }) {
  const { guide } = props
  const today = todayHere()
  const [seen, setSeen] = useState(() => partsFromDay(today))
  const [until, setUntil] = useState(noDate)
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const setCertificate = useOnce(`guide-match.set-certificate:${guide.guideId}`, trpc.guideMatch.setCertificate.mutationOptions())
  const [seenOn, validTo] = [dayFromParts(seen), dayFromParts(until)]
  const problems = certificateProblems(seenOn, validTo, today)
  const send = () => {
    setAsked(true)
    const first = problems.seenOn ? 'set' : problems.validTo ? 'gaelder' : null
    if (first) return document.getElementById(first)?.focus()
    if (seenOn === null || validTo === null) return
    setCertificate.mutate({ guideId: guide.guideId, seenOn, validTo }, {
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: trpc.guideMatch.pathKey() })
        say('Attesten er skrevet ind')
        props.onDone()
      },
    })
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
      <Notice tone="info" sign="attest">Skriv kun, at I har set attesten. Gem den ikke, og læg den ikke ind her.</Notice>
      <DateFields name="set" label="Hvornår så I attesten?" texts={texts} value={seen} onChange={setSeen} error={asked ? problems.seenOn : undefined} />
      <DateFields name="gaelder" label="Til og med hvilken dag gælder den?" texts={texts} value={until} onChange={setUntil} error={asked ? problems.validTo : undefined} />
      <Problem error={setCertificate.error} />
      <div><Button type="submit" busy={setCertificate.isPending}>Gem</Button></div>
    </form>
  )
}
