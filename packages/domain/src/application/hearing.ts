import type { Day } from '../day.ts'
import type { CriterionResult } from './criteria.ts'

/**
 * Party hearing (forvaltningsloven § 19): the party sees the adverse facts before a no. `heard` lists the criteria
 * whose facts were shown; silence counts only when the deadline has passed. An exemption needs a written reason.
 */
export type Hearing =
  | { kind: 'not-held' }
  | { kind: 'heard'; criteria: string[]; sentOn: Day; deadline: Day; answer: string | null; answeredOn: Day | null }
  | { kind: 'exempt'; reason: string }

/** Why a no has to wait for the party. */
export type HearingWhyNot =
  | { reason: 'hearing-needed'; criteria: string[] }
  | { reason: 'hearing-still-open'; deadline: Day }
  | { reason: 'hearing-exemption-without-reason' }

/**
 * Null when the party has had its say about every unseen adverse fact.
 * @param unseen unmet criteria that rest on a fact the party has not seen
 */
export const hearingSatisfied = (hearing: Hearing, unseen: readonly CriterionResult[], today: Day): HearingWhyNot | null => {
  if (hearing.kind === 'exempt' && hearing.reason.trim() === '') return { reason: 'hearing-exemption-without-reason' }
  if (hearing.kind === 'heard' && hearing.answeredOn === null && today <= hearing.deadline) {
    return { reason: 'hearing-still-open', deadline: hearing.deadline }
  }
  if (hearing.kind === 'exempt') return null
  const shown = hearing.kind === 'heard' ? hearing.criteria : []
  const notShown = unseen.map(({ id }) => id).filter((id) => !shown.includes(id))
  return notShown.length > 0 ? { reason: 'hearing-needed', criteria: notShown } : null
}
