import { useOnce, useTRPC } from '@medspil/client'
import type { ModerationList } from '@medspil/contracts/forening'
import { Button, ButtonRow, formatDays, formatMoney, formatTimes, Notice, Sheet, SummaryList, TextArea, useToast } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { weekdayName } from '../link/weekdays.ts'
import { useStaying } from '../frame/use-staying.ts'

/** Offers that foreninger have written, one unfolded at a time: publish, or send back with what is to be changed. */
export function Moderation() {
  const waiting = useQuery(useTRPC().forening.inModeration.queryOptions())
  const all = waiting.data ?? []
  const first = useStaying(all, ({ offerId }) => offerId)
  if (waiting.error && !first) return <Problem error={waiting.error} />
  if (!first) return null
  return (
    <Sheet title="Læs og udgiv" remark={all.length > 1 ? `${all.length - 1} mere bagefter` : 'Det sidste'}>
      <OfferToRead key={first.offerId} offer={first} />
    </Sheet>
  )
}

function OfferToRead({ offer }: { offer: ModerationList[number] }) {
  const [note, setNote] = useState('')
  const [isSendingBack, setSendingBack] = useState(false)
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const moderate = useOnce(`forening.moderateOffer:${offer.offerId}`, trpc.forening.moderateOffer.mutationOptions())
  const send = (verdict: { kind: 'publish' } | { kind: 'send-back'; note: string }) => moderate.mutate({ offerId: offer.offerId, verdict }, {
    onSuccess: () => {
      say(verdict.kind === 'publish' ? `${offer.title} er udgivet` : `${offer.title} er sendt tilbage`)
      void cache.invalidateQueries({ queryKey: trpc.forening.pathKey() })
    },
  })
  const sendBack = () => {
    setTried(true)
    if (note.trim() !== '') send({ kind: 'send-back', note: note.trim() })
  }
  return (
    <div className="stack">
      <h3>{offer.title}, {offer.foreningName}</h3>
      <SummaryList
        lines={[
          { key: 'text', question: 'Om holdet', answer: offer.description || 'Ingen tekst' },
          { key: 'age', question: 'Alder', answer: `${offer.ageFrom}–${offer.ageTo} år` },
          { key: 'time', question: 'Tid', answer: `${weekdayName(offer.weekday)} ${formatTimes(offer.timeFrom, offer.timeTo)}, ${formatDays(offer.seasonFrom, offer.seasonTo)}` },
          { key: 'place', question: 'Sted', answer: [offer.place, offer.area, offer.travel].filter(Boolean).join(', ') },
          { key: 'price', question: 'Pris og pladser', answer: `${offer.price === 0n ? 'Gratis' : formatMoney(offer.price)}, ${counted(offer.capacity, 'plads', 'pladser')}${offer.trialFree ? ', gratis prøvetime' : ''}` },
        ]}
      />
      {!offer.mayList && <Notice tone="no">Foreningen kan ikke vise tilbud lige nu. Se dens godkendelse og erklæring først.</Notice>}
      {isSendingBack && (
        <TextArea
          name="note" label="Hvad skal foreningen rette?" value={note} onChange={(event) => setNote(event.target.value)} hint="Foreningen læser det, som det står her."
          error={tried && note.trim() === '' ? 'Skriv, hvad der skal rettes' : undefined}
        />
      )}
      <Problem error={moderate.error} />
      <ButtonRow>
        {isSendingBack
          ? <Button busy={moderate.isPending} onClick={sendBack}>Send tilbage til foreningen</Button>
          : <Button busy={moderate.isPending} onClick={() => send({ kind: 'publish' })}>Udgiv tilbuddet</Button>}
        <Button kind="secondary" onClick={() => setSendingBack(!isSendingBack)}>{isSendingBack ? 'Fortryd' : 'Skal rettes'}</Button>
      </ButtonRow>
    </div>
  )
}
