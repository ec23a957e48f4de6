import { ActRow, ChoiceGroup, DateFields, TextArea, TextField, TimeField } from '@medspil/ui'
import type { MomentDraft, PlanDraft, StageDraft } from './plan-draft.ts'

/** A plan's draft, the way to change one field, and what is wrong with each. */
export interface PlanFieldsProps {
  draft: PlanDraft
  put: <Key extends keyof PlanDraft>(key: Key, value: PlanDraft[Key]) => void
  error: (id: string) => string | undefined
}

/** What the three fields of a date are called. */
export const dateTexts = { day: 'Dag', month: 'Måned', year: 'År' }

/** A day and a clock, in Danish time. */
export function Moment({ name, label, value, onChange, error }: { name: string; label: string; value: MomentDraft; onChange: (value: MomentDraft) => void; error: PlanFieldsProps['error'] }) {
  return (
    <div className="moment">
      <DateFields name={name} label={label} value={value.day} onChange={(day) => onChange({ ...value, day })} texts={dateTexts} error={error(name)} />
      <TimeField name={`${name}-kl`} label={<>Klokken<span className="sr-only">, {label.toLowerCase()}</span></>} value={value.clock} onChange={(clock) => onChange({ ...value, clock })} error={error(`${name}-kl`)} />
    </div>
  )
}

/** Opening minute, or wishes and a draw. */
export function WayFields({ draft, put, error }: PlanFieldsProps) {
  return (
    <>
      <ChoiceGroup
        name="maade" label="Måde" value={draft.way} onChange={(value) => put('way', value)}
        choices={[
          { value: 'draw', text: 'Ønsker og lodtrækning', hint: 'Familierne ønsker i ro og mag. Alle har samme chance.' },
          { value: 'opening-minute', text: 'Åbner på et bestemt minut', hint: 'Først til mølle. Den, der ikke kan sidde klar, er bagud.' },
        ]}
      />
      {draft.way === 'draw' && (
        <>
          <Moment name="oensker-fra" label="Ønsker åbner" value={draft.wishesOpen} onChange={(value) => put('wishesOpen', value)} error={error} />
          <Moment name="oensker-til" label="Ønsker lukker" value={draft.wishesClose} onChange={(value) => put('wishesClose', value)} error={error} />
          <div className="grid-two">
            <TextField name="oensker-antal" label="Højst så mange ønsker pr. barn" inputMode="numeric" value={draft.mostWishes} onChange={(typed) => put('mostWishes', typed.target.value)} error={error('oensker-antal')} maxLength={2} />
            <TextField name="tabere" label="Ekstra numre til børn, der intet fik sidst" inputMode="numeric" value={draft.loserNumbers} onChange={(typed) => put('loserNumbers', typed.target.value)} hint="0 betyder, at alle har ét nummer." error={error('tabere')} maxLength={1} />
          </div>
          <TextField name="tal" label="Et tal, ingen kender endnu" value={draft.publicChance} onChange={(typed) => put('publicChance', typed.target.value)} hint="Fx vindertallene i Lotto den 1. maj. Så kan alle se, at ingen har valgt udfaldet. Kan stå tomt." maxLength={200} />
        </>
      )}
    </>
  )
}

const mostStages = 8

/** How much a child may have, from when: one frame a stage. */
export function StageFields({ draft, put, error }: PlanFieldsProps) {
  const { stages } = draft
  const change = (at: number, part: Partial<StageDraft>) => put('stages', stages.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className="stack">
      <p className="small">Fx 1 plads den første uge og derefter så mange, man vil. Et tomt felt betyder ingen grænse.</p>
      {stages.map((stage, at) => {
        const spoken = <span className="sr-only">, trin {at + 1}</span>
        return (
          <div key={at} className="stage">
            <Moment name={`trin-${at}`} label={`Trin ${at + 1} gælder fra`} value={stage.from} onChange={(from) => change(at, { from })} error={error} />
            <div className="pair">
              <TextField name={`trin-${at}-pladser`} label={<>Pladser pr. barn{spoken}</>} inputMode="numeric" value={stage.places} onChange={(typed) => change(at, { places: typed.target.value })} error={error(`trin-${at}-pladser`)} maxLength={2} />
              <TextField name={`trin-${at}-venteliste`} label={<>Ventelister pr. barn{spoken}</>} inputMode="numeric" value={stage.waiting} onChange={(typed) => change(at, { waiting: typed.target.value })} error={error(`trin-${at}-venteliste`)} maxLength={2} />
            </div>
            {stages.length > 1 && <ActRow pictogram="kryds" onClick={() => put('stages', stages.filter((_, index) => index !== at))}>Fjern trin {at + 1}</ActRow>}
          </div>
        )
      })}
      {stages.length < mostStages && <ActRow pictogram="kalender" onClick={() => put('stages', [...stages, { from: stages.at(-1)?.from ?? draft.opens, places: '', waiting: '' }])}>Tilføj et trin</ActRow>}
    </div>
  )
}

/** Time to pay, and what comes back. */
export function MoneyFields({ draft, put, error }: PlanFieldsProps) {
  const { refund } = draft
  const change = (at: number, part: Partial<PlanDraft['refund'][number]>) => put('refund', refund.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const text = (key: 'seatMinutes' | 'payHours' | 'offerHours') => ({ value: draft[key], inputMode: 'numeric' as const, maxLength: 4, onChange: (typed: { target: { value: string } }) => put(key, typed.target.value) })
  return (
    <div className="stack">
      <div className="grid-two">
        <TextField name="minutter" label="Minutter, en plads holdes under betaling" {...text('seatMinutes')} error={error('minutter')} />
        <TextField name="betal" label="Timer til at betale en plads fra lodtrækning eller venteliste" {...text('payHours')} error={error('betal')} />
        <TextField name="svar-timer" label="Timer til at svare på en plads, der blev fri" {...text('offerHours')} error={error('svar-timer')} />
      </div>
      <h3>Når familien selv melder fra</h3>
      {refund.length === 0 && <p>Familien får ikke pengene tilbage.</p>}
      {refund.map((step, at) => (
        <div key={at} className="stage">
          <div className="pair">
            <TextField name={`tilbage-${at}`} label={<>Senest så mange dage før<span className="sr-only">, regel {at + 1}</span></>} inputMode="numeric" value={step.untilDays} onChange={(typed) => change(at, { untilDays: typed.target.value })} error={error(`tilbage-${at}`)} maxLength={3} />
            <TextField name={`tilbage-${at}-procent`} label={<>Procent tilbage<span className="sr-only">, regel {at + 1}</span></>} inputMode="numeric" value={step.percent} onChange={(typed) => change(at, { percent: typed.target.value })} error={error(`tilbage-${at}-procent`)} maxLength={3} />
          </div>
          <ActRow pictogram="kryds" onClick={() => put('refund', refund.filter((_, index) => index !== at))}>Fjern reglen</ActRow>
        </div>
      ))}
      {refund.length < 6 && <ActRow pictogram="pulje" onClick={() => put('refund', [...refund, { untilDays: '', percent: '' }])}>Tilføj en regel</ActRow>}
      <TextArea name="udeblivelse" label="Hvis et barn bliver væk uden at sige det" value={draft.noShowText} onChange={(typed) => put('noShowText', typed.target.value)} hint="Familien læser det ved tilmeldingen. Kan stå tomt." rows={2} maxLength={500} />
    </div>
  )
}

/** Travel between activities, groups in the line, and when health facts open and are erased. */
export function CareFields({ draft, put, error }: PlanFieldsProps) {
  const text = (key: 'samePlace' | 'sameArea' | 'otherArea' | 'careOpensDays' | 'careErasedDays') =>
    ({ value: draft[key], inputMode: 'numeric' as const, maxLength: 3, onChange: (typed: { target: { value: string } }) => put(key, typed.target.value) })
  return (
    <div className="stack">
      <div className="grid-two">
        <TextField name="vej-sted" label="Minutter mellem to aktiviteter samme sted" {...text('samePlace')} error={error('vej-sted')} />
        <TextField name="vej-omraade" label="Minutter i samme område" {...text('sameArea')} error={error('vej-omraade')} />
        <TextField name="vej-andet" label="Minutter mellem to områder" {...text('otherArea')} error={error('vej-andet')} />
      </div>
      <ChoiceGroup
        name="gruppe" label="En gruppe på ventelisten er større end de fri pladser" value={draft.groupTooLarge} onChange={(value) => put('groupTooLarge', value)}
        choices={[{ value: 'pass-over', text: 'Pladsen går til den næste' }, { value: 'line-waits', text: 'Pladsen venter på gruppen' }]}
      />
      <div className="grid-two">
        <TextField name="oplysninger-fra" label="Dage før, arrangøren ser allergier og hentning" hint="Tidligst dagen før: da får den listen" {...text('careOpensDays')} error={error('oplysninger-fra')} />
        <TextField name="oplysninger-slet" label="Dage efter, oplysningerne slettes" {...text('careErasedDays')} error={error('oplysninger-slet')} />
      </div>
    </div>
  )
}
