import type { CaseView, CriterionView, InboxRow } from '@medspil/contracts/application'
import type { Tone } from '@medspil/ui'
import { supportNames } from '@medspil/wording/letter'

/** Where an application stands, in a word for staff. */
export const stateWords: Record<CaseView['state'], string> = {
  draft: 'Kladde', submitted: 'Modtaget', 'needs-info': 'Venter på familiens svar', hearing: 'I høring', 'waiting-for-pool': 'Venter på penge',
  frozen: 'Sat på pause', granted: 'Ja', 'partly-granted': 'Delvist ja', refused: 'Nej', withdrawn: 'Trukket tilbage',
  duplicate: 'Lagt sammen med en anden', 'moved-away': 'Flyttet',
}

/** Who came with it. */
export const doorWords: Record<InboxRow['door'], string> = { family: 'Familien', youngPerson: 'Den unge selv', fagperson: 'En fagperson' }

/** A kind of support at the beginning of a line. */
export function supportName(kind: keyof typeof supportNames): string {
  const name = supportNames[kind]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** "Om 4 hverdage", "I dag", "2 hverdage over tid". */
export function sayDaysLeft(days: number): string {
  if (days === 0) return 'I dag'
  const count = Math.abs(days)
  const workingDays = count === 1 ? '1 hverdag' : `${count} hverdage`
  return days > 0 ? `Om ${workingDays}` : `${workingDays} over tid`
}

/** "1 til dig · 1 ikke opfyldt · 5 opfyldt", leaving out what there is none of. */
export function sayCounts({ toYou, unknown, notMet, met }: CaseView['counts']): string {
  const counted: [number, string][] = [[toYou, 'til dig'], [unknown, 'mangler svar'], [notMet, 'ikke opfyldt'], [met, 'opfyldt']]
  return counted.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(' · ')
}

/** The tag of a criterion; one that a person has judged says so. */
export function criterionTag({ result, judgement }: Pick<CriterionView, 'result' | 'judgement'>): { tone: Tone; text: string } {
  const answer = result === 'judged' ? judgement?.result : result
  if (answer === 'met') return { tone: 'ok', text: 'Opfyldt' }
  if (answer === 'not-met') return { tone: 'no', text: 'Ikke opfyldt' }
  return answer === 'unknown' ? { tone: 'wait', text: 'Mangler svar' } : { tone: 'judge', text: 'Vurderes' }
}
