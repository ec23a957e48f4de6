import type { ActivityFault } from '@medspil/domain/holiday-program'
import { activities } from '../../link/board/offer-draft.ts'

/** The kinds we have a drawing for, as [drawing, word]; the word is what families search by. */
export const kinds = [...activities, ['familie', 'Noget andet']] as const

/** What an activity can meet, in the words families read. Unsaid is unknown, never no. */
export const supportNeeds = ['Uden trin', 'Handicaptoilet', 'Små hold', 'Rolige omgivelser', 'Ledsager må være med', 'Tegnsprog'] as const

/** Languages that the adults may speak, by their codes: each family reads their names in its own. */
export const spokenLanguages = ['da', 'en', 'ar', 'uk', 'tr', 'so'] as const

/** What each fault is called, and the field that mends it. */
export const faultWords: Record<ActivityFault, { id: string; text: string }> = {
  'title-missing': { id: 'titel', text: 'Skriv, hvad aktiviteten hedder' }, 'description-missing': { id: 'beskrivelse', text: 'Skriv kort, hvad børnene skal lave' },
  'audience-turned': { id: 'for-til', text: 'Den ældste skal være mindst lige så gammel som den yngste' }, 'sessions-missing': { id: 'gang-0-dag', text: 'Skriv mindst én gang' },
  'session-times-turned': { id: 'gang-0-til', text: 'En gang slutter, før den begynder' }, 'session-place-missing': { id: 'gang-0-sted', text: 'Skriv, hvor I mødes hver gang' },
  'session-twice': { id: 'gang-0-dag', text: 'To gange begynder samtidig' }, 'session-outside-holiday': { id: 'gang-0-dag', text: 'En gang ligger uden for ferien' },
  'capacity-missing': { id: 'pladser', text: 'Skriv, hvor mange pladser der er' }, 'minimum-above-capacity': { id: 'mindst', text: 'Mindstetallet er højere end antallet af pladser' },
  'minimum-day-missing': { id: 'afgoeres', text: 'Skriv, hvilken dag det afgøres' }, 'minimum-day-late': { id: 'afgoeres', text: 'Dagen skal ligge før den første gang, så familierne kan nå at få besked' },
  'accessibility-missing': { id: 'adgang', text: 'Skriv, hvordan adgangen er for børn med handicap' },
}

/** Grades as one says them: `3.–5. klasse`, `0.–2. klasse`. */
export const sayGrades = ({ from, to }: { from: number; to: number }): string => (from === to ? `${from}. klasse` : `${from}.–${to}. klasse`)
/** Ages as one says them. */
export const sayAges = ({ from, to }: { from: number; to: number }): string => (from === to ? `${from} år` : `${from}–${to} år`)
