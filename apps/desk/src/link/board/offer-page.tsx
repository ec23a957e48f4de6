import { useOnce, useTRPC } from '@medspil/client'
import type { OfferForm } from '@medspil/contracts/forening'
import { Button, ChoiceGroup, DateFields, ErrorSummary, Notice, SelectField, TextArea, TextField, TimeField, useHeadingAfter } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded, Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import { weekdays } from '../weekdays.ts'
import { activities, draftOf, readDraft } from './offer-draft.ts'
import type { OfferDraft } from './offer-draft.ts'

const dateTexts = { day: 'Dag', month: 'Måned', year: 'År' }

/** Where the board writes an offer. The kommune reads it before families see it. */
export default function OfferPage({ offerId, onDone }: { offerId: string | null; onDone: () => void }) {
  // The form begins with what stands now, never with what this page read before it was last sent.
  const offer = useQuery({ ...useTRPC().forening.readOffer.queryOptions({ offerId: offerId ?? '' }), enabled: offerId !== null, gcTime: 0, refetchOnWindowFocus: false })
  return offerId === null ? <Form offer={null} onDone={onDone} /> : <Loaded query={offer}>{(known) => <Form offer={known} onDone={onDone} />}</Loaded>
}

function Form({ offer, onDone }: { offer: OfferForm | null; onDone: () => void }) {
  useTitle(offer ? 'Ret et tilbud' : 'Udgiv et tilbud')
  const [draft, setDraft] = useState(() => draftOf(offer))
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const save = useOnce(`forening.saveOffer:${offer?.offerId ?? 'new'}`, trpc.forening.saveOffer.mutationOptions())
  const read = readDraft(draft)
  const problems = attempt > 0 ? read.problems : []
  const error = (id: string) => problems.find((problem) => problem.id === id)?.text
  const put = <Key extends keyof OfferDraft>(key: Key, value: OfferDraft[Key]) => setDraft((before) => ({ ...before, [key]: value }))
  const text = (key: 'title' | 'ageFrom' | 'ageTo' | 'place' | 'area' | 'travel' | 'price' | 'capacity') =>
    ({ value: draft[key], onChange: (event: { target: { value: string } }) => put(key, event.target.value) })
  const send = () => {
    setAttempt(attempt + 1)
    if (read.offer) save.mutate({ offerId: offer?.offerId ?? null, ...read.offer }, { onSuccess: () => void cache.invalidateQueries({ queryKey: trpc.forening.mine.queryKey() }) })
  }
  useHeadingAfter(save.data ? 'sent' : 'form')
  if (save.data) return (
    <div className="stack">
      <h1>Tilbuddet er sendt</h1>
      <p>Kommunen læser det igennem. Bagefter kan alle familier se det.</p>
      <div><Button onClick={onDone}>Tilbage til jeres side</Button></div>
    </div>
  )
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <ErrorSummary title="Der mangler lidt" problems={problems} attempt={attempt} />
      <h1>{offer ? `Ret ${offer.title}` : 'Udgiv et tilbud'}</h1>
      {offer?.moderationNote && <Notice tone="judge"><b>Kommunen skriver:</b> {offer.moderationNote}</Notice>}
      <TextField name="titel" label="Holdets navn" {...text('title')} hint="Fx Svømning, begynder" error={error('titel')} maxLength={80} />
      <SelectField name="aktivitet" label="Aktivitet" value={draft.pictogram} onChange={(value) => put('pictogram', value)} options={activities.map(([value, name]) => ({ value, text: name }))} />
      <TextArea name="beskrivelse" label="Kort om holdet" value={draft.description} onChange={(event) => put('description', event.target.value)} hint="Hvad gør I, og hvad skal barnet have med?" maxLength={2000} />
      <div className="pair">
        <TextField name="alder-fra" label="Fra alder" inputMode="numeric" {...text('ageFrom')} error={error('alder-fra')} />
        <TextField name="alder-til" label="Til alder" inputMode="numeric" {...text('ageTo')} error={error('alder-til')} />
      </div>
      <SelectField name="ugedag" label="Dag" value={draft.weekday} onChange={(value) => put('weekday', value)} options={weekdays.map((name, index) => ({ value: String(index + 1), text: name }))} />
      <div className="pair">
        <TimeField name="begynder" label="Begynder" value={draft.timeFrom} onChange={(value) => put('timeFrom', value)} error={error('begynder')} />
        <TimeField name="slutter" label="Slutter" value={draft.timeTo} onChange={(value) => put('timeTo', value)} error={error('slutter')} />
      </div>
      <TextField name="sted" label="Sted" {...text('place')} hint="Så et barn kan finde døren" error={error('sted')} maxLength={200} />
      <TextField name="omraade" label="By eller område" {...text('area')} maxLength={80} />
      <TextField name="vejen" label="Vejen derhen" {...text('travel')} hint="Fx Bus 901 holder ved døren" maxLength={200} />
      <TextField name="pris" label="Pris for hele sæsonen, i kroner" inputMode="decimal" {...text('price')} hint="Det, alle betaler. Passet trækkes fra bagefter." error={error('pris')} />
      <TextField name="pladser" label="Pladser" inputMode="numeric" {...text('capacity')} error={error('pladser')} />
      <DateFields name="saeson-fra" label="Sæsonen begynder" value={draft.seasonFrom} onChange={(value) => put('seasonFrom', value)} texts={dateTexts} error={error('saeson-fra')} />
      <DateFields name="saeson-til" label="Sæsonen slutter" value={draft.seasonTo} onChange={(value) => put('seasonTo', value)} texts={dateTexts} error={error('saeson-til')} />
      <ChoiceGroup
        name="proevetime" label="Må et barn prøve først uden at betale?" value={draft.trialFree ? 'yes' : 'no'} onChange={(value) => put('trialFree', value === 'yes')} pair
        choices={[{ value: 'yes', text: 'Ja' }, { value: 'no', text: 'Nej' }]}
      />
      <Problem error={save.error} />
      <div><Button wide type="submit" busy={save.isPending}>Send til kommunen</Button></div>
    </form>
  )
}
