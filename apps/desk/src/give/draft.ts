import type { FoundChild, GiveInput, OpenDoor } from '@medspil/contracts/application'
import { purseKinds } from '@medspil/domain/ordning'
import type { SupportKind } from '@medspil/domain/ordning'
import { dayFromParts, noDate } from '@medspil/ui'
import type { DateParts, FieldProblem } from '@medspil/ui'
import { todayHere } from '../frame/today.ts'

/** What a fagperson has filled in so far. The child's number is never among it. */
export interface GiveDraft {
  ordningKey: string
  supports: SupportKind[]
  months: string | null
  chips: string[]
  line: string
  activity: string
  childView: string
  /** Person id of the guardian who said yes; `other` when it was somebody else, named in `otherName`. */
  saidYes: string | null
  otherName: string
  when: 'today' | 'earlier'
  earlier: DateParts
  how: 'oral' | 'written' | null
  openCase: boolean
}

/** What each part of the form is given. */
export interface PartProps {
  firstName: string
  door: OpenDoor
  draft: GiveDraft
  onChange: (part: Partial<GiveDraft>) => void
  /** The sentence at a field that stopped the page. */
  errorOf: (id: string) => FieldProblem['text'] | undefined
}

/** Id and name of the fields, so that the error summary can lead to them. */
export const fields = {
  supports: 'hvad', months: 'laengde', line: 'linje', childView: 'barnet', saidYes: 'hvem', otherName: 'navn', earlier: 'dag', how: 'hvordan',
} as const

const isMoney = ({ kind }: OpenDoor['supports'][number]) => purseKinds.some((purse) => purse === kind)

/** An empty draft under one ordning: all its money is ticked, since most children need the pass as a whole. */
export function draftFor(door: OpenDoor): GiveDraft {
  const only = door.supports.length === 1
  return {
    ordningKey: door.ordningKey, supports: door.supports.filter((support) => only || isMoney(support)).map(({ kind }) => kind),
    months: door.months.length === 1 ? String(door.months[0]) : null, chips: [], line: '', activity: '', childView: '',
    saidYes: null, otherName: '', when: 'today', earlier: noDate, how: door.consent === 'written' ? 'written' : null, openCase: false,
  }
}

/** What is missing before it can be sent, each with its field. */
export function missingIn(draft: GiveDraft, door: OpenDoor, firstName: string): FieldProblem[] {
  const problems: (FieldProblem | false)[] = [
    draft.supports.length === 0 && { id: fields.supports, text: `Vælg, hvad ${firstName} har brug for` },
    door.months.length > 1 && draft.months === null && { id: fields.months, text: 'Vælg, hvor længe det skal gælde' },
    draft.line.trim().length > 200 && { id: fields.line, text: 'Skriv linjen kortere, højst 200 tegn' },
    // Barnets lov § 5: a decision at once needs the child's view; an application can get it later.
    door.door === 'grants' && draft.childView.trim() === '' && { id: fields.childView, text: `Skriv, hvad ${firstName} selv siger, eller hvorfor du ikke har spurgt` },
    draft.saidYes === null && { id: fields.saidYes, text: 'Vælg, hvem der har sagt ja' },
    draft.saidYes === 'other' && draft.otherName.trim() === '' && { id: fields.otherName, text: 'Skriv navnet på den, der har sagt ja' },
    draft.when === 'earlier' && dayFromParts(draft.earlier) === null && { id: fields.earlier, text: 'Skriv dag, måned og år' },
    draft.how === null && { id: fields.how, text: 'Vælg, om de sagde ja mundtligt eller skriftligt' },
  ]
  return problems.filter((problem) => problem !== false)
}

/** The act itself. Sums are left to the ordning's own ceilings. */
export function giveInput(draft: GiveDraft, door: OpenDoor, child: FoundChild): Omit<GiveInput, 'requestId'> {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const other = draft.saidYes === 'other'
  return {
    childId: child.childId, ordningKey: door.ordningKey, supports: draft.supports.map((kind) => ({ kind })),
    months: draft.months === null ? null : Number(draft.months), chips: draft.chips, line: orNull(draft.line), childView: draft.childView.trim(),
    consent: {
      givenById: other ? null : draft.saidYes, givenBy: other ? orNull(draft.otherName) : null, how: draft.how,
      givenOn: draft.when === 'today' ? todayHere() : dayFromParts(draft.earlier), textShown: door.consentText,
    },
    wishes: { activities: orNull(draft.activity) === null ? [] : [draft.activity.trim()], days: [], withWhom: null, note: null },
    openCase: draft.openCase,
  }
}

/** A draft with the child it is about and the time it was last kept, `11.42`. */
export interface KeptDraft {
  child: FoundChild
  draft: GiveDraft
  keptAt: string
}

const place = 'medspil-giv'

/** The draft this tab has kept. Logging out empties the tab's memory. */
export function keptDraft(): KeptDraft | null {
  const kept = sessionStorage.getItem(place)
  return kept === null ? null : reviveSums(kept)
}

/** Keeps a draft until it is sent; null forgets it. */
export function keepDraft(kept: KeptDraft | null): void {
  if (kept === null) return sessionStorage.removeItem(place)
  sessionStorage.setItem(place, JSON.stringify(kept, (_, value: unknown) => (typeof value === 'bigint' ? `${value}øre` : value)))
}

const reviveSums = (kept: string): KeptDraft =>
  JSON.parse(kept, (_, value: unknown) => (typeof value === 'string' && /^\d+øre$/.test(value) ? BigInt(value.slice(0, -3)) : value)) as KeptDraft
