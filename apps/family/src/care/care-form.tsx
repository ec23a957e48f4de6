import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC, useTRPCClient, whyNotOf } from '@medspil/client'
import type { CareNoteText, CareView } from '@medspil/contracts/care'
import { ActRow, Button, ChoiceGroup, ErrorSummary, Notice, TextArea, TextField, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'
import { answersOf, type CareAnswers, isPhone, noteOf } from './care-answers.ts'

/** The four things and the photos, under the page's head. Kept nowhere but in the page until it is sent. */
export function CareForm({ view, children }: { view: CareView; children: ReactNode }) {
  const { t } = useLingui()
  const trpc = useTRPC()
  const back: string = usePaths().days
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [answers, setAnswers] = useState<CareAnswers>(() => answersOf(view.note))
  const [tried, setTried] = useState(0)
  const save = useOnce(`care.save:${view.signupId}`, trpc.care.save.mutationOptions())
  const set = (name: keyof CareAnswers) => (event: { target: { value: string } }) => setAnswers((before) => ({ ...before, [name]: event.target.value }))
  const wrong = isPhone(answers.emergencyPhone) || (view.isHidden && answers.emergencyPhone.trim() === '') ? undefined : t`Skriv et telefonnummer, vi kan ringe til`
  const error = tried > 0 ? wrong : undefined
  const send = () => {
    setTried(tried + 1)
    if (wrong) return
    save.mutate({ signupId: view.signupId, note: noteOf(answers) }, {
      onSuccess: async () => {
        toast(<Trans>Det er gemt</Trans>)
        await queries.invalidateQueries({ queryKey: trpc.attendance.ownDays.queryKey() })
        void navigate({ to: back })
      },
    })
  }
  const whyNot = whyNotOf(save.error)
  return (
    <form className="stack" noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); send() }}>
      <ErrorSummary attempt={tried} title={t`Du mangler et svar`} problems={error ? [{ id: 'telefon', text: error }] : []} />
      {children}
      {view.hasEarlier && !view.note && <CopyEarlier signupId={view.signupId} onCopy={(note) => setAnswers(answersOf(note))} />}
      <TextField name="telefon" type="tel" dir="ltr" label={<Trans>Hvem kan de ringe til den dag?</Trans>} hint={<Trans>Et nummer, der bliver taget.</Trans>} error={error} value={answers.emergencyPhone} onChange={set('emergencyPhone')} maxLength={24} />
      <TextArea name="allergi" rows={2} label={<Trans>Er der noget, <bdi>{view.childFirstName}</bdi> ikke kan tåle?</Trans>} hint={<Trans>Skriv kun det, de voksne skal vide. Lad feltet stå tomt, hvis der ikke er noget.</Trans>} value={answers.allergies} onChange={set('allergies')} maxLength={300} />
      <TextArea name="medicin" rows={2} label={<Trans>Skal <bdi>{view.childFirstName}</bdi> have medicin?</Trans>} hint={<Trans>Hvad, hvornår, og hvor den ligger.</Trans>} value={answers.medicine} onChange={set('medicine')} maxLength={300} />
      <TextArea name="henter" rows={2} label={<Trans>Hvem må hente <bdi>{view.childFirstName}</bdi>?</Trans>} hint={<Trans>Navne, eller at barnet selv må gå hjem.</Trans>} value={answers.fetchedBy} onChange={set('fetchedBy')} maxLength={300} />
      <ChoiceGroup
        name="foto" pair label={<Trans>Må de tage fotos af <bdi>{view.childFirstName}</bdi>?</Trans>} value={answers.photos} onChange={(photos) => setAnswers({ ...answers, photos })}
        choices={[{ value: 'no', text: <Trans>Nej</Trans> }, { value: 'yes', text: <Trans>Ja</Trans> }]}
      />
      {save.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
      <Button type="submit" wide busy={save.isPending}><Trans>Gem til de voksne</Trans></Button>
      {view.note && <EraseNote signupId={view.signupId} />}
    </form>
  )
}

/** The child's answers from another activity, on request: they are read, and stand in the log, only then. */
function CopyEarlier({ signupId, onCopy }: { signupId: string; onCopy: (note: CareNoteText) => void }) {
  const client = useTRPCClient()
  const [isLost, setLost] = useState(false)
  const fetchNote = () => {
    setLost(false)
    client.care.earlier.query({ signupId }).then((note) => { if (note) onCopy(note) }, () => setLost(true))
  }
  return (
    <>
      <p><ActRow pictogram="papir" onClick={fetchNote}><Trans>Brug svarene fra sidst</Trans></ActRow></p>
      {isLost && <Notice tone="no" role="alert"><p><Trans>Vi fik ikke svar. Tryk igen.</Trans></p></Notice>}
    </>
  )
}

function EraseNote({ signupId }: { signupId: string }) {
  const trpc = useTRPC()
  const back: string = usePaths().days
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const erase = useOnce(`care.erase:${signupId}`, trpc.care.erase.mutationOptions())
  const send = () => erase.mutate({ signupId }, {
    onSuccess: async () => {
      toast(<Trans>Det er slettet</Trans>)
      await queries.invalidateQueries({ queryKey: trpc.attendance.ownDays.queryKey() })
      void navigate({ to: back })
    },
  })
  return (
    <>
      <p><ActRow pictogram="kryds" aria-busy={erase.isPending || undefined} onClick={send}><Trans>Slet det nu</Trans></ActRow></p>
      {erase.error && <Notice tone="no" role="alert"><p><Trans>Vi fik ikke svar. Tryk igen.</Trans></p></Notice>}
    </>
  )
}
