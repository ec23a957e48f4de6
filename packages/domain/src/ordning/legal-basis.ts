import type { Leaf } from './leaf.ts'
import type { Day } from '../day.ts'

/** The law an ordning stands on (law.md 1). One per ordning; the kommune's jurist confirms it. */
export type LegalBasisKind = 'barnetsLov35Stk3' | 'otherSocial' | 'folkeoplysningsloven' | 'kommunalfuldmagt'

/** The basis with its section as it is written in a letter, such as "barnets lov § 35, stk. 3". */
export type LegalBasis = { kind: LegalBasisKind; section: string }

/** What one part of an appeal text says; a letter is checked for the parts its basis needs (law.md 2). */
export const appealParts = [
  'noOtherAuthority', 'reconsideration', 'treatmentComplaint', 'courts', 'ombudsman',
  'appealBody', 'throughKommune', 'appealDeadline', 'helpToAppeal', 'ownText',
] as const
/** One of `appealParts`. */
export type AppealPart = (typeof appealParts)[number]

/** Decisions that carry an appeal text. A full grant carries none. */
export type AppealableKind = 'partly-granted' | 'refused' | 'withdrawn' | 'clawback'

/** One approved appeal text, for the decision kinds it was approved for, part by part. */
export type AppealText = { decisions: AppealableKind[]; parts: { part: AppealPart; says: string }[] }

/** Who stands behind the text and rules of the law in this kommune, and since when. */
export type Confirmation = { by: string; on: Day }

/** The law side of an ordning. `confirmed` is the jurist's answer; without it the ordning cannot be published. */
export type LawRule = { basis: Leaf<LegalBasis>; appeal: Leaf<AppealText[]>; confirmed: Leaf<Confirmation> }

const needed: Record<LegalBasisKind, readonly AppealPart[]> = {
  barnetsLov35Stk3: ['noOtherAuthority', 'reconsideration', 'treatmentComplaint', 'courts', 'ombudsman'],
  otherSocial: ['appealBody', 'throughKommune', 'appealDeadline', 'helpToAppeal'],
  folkeoplysningsloven: ['ownText', 'reconsideration', 'courts', 'ombudsman'],
  kommunalfuldmagt: ['ownText', 'reconsideration', 'courts', 'ombudsman'],
}

const forbidden: Record<LegalBasisKind, readonly AppealPart[]> = {
  barnetsLov35Stk3: ['appealBody', 'throughKommune', 'appealDeadline', 'helpToAppeal'],
  otherSocial: ['noOtherAuthority'],
  folkeoplysningsloven: ['appealBody', 'appealDeadline'],
  kommunalfuldmagt: ['appealBody', 'appealDeadline'],
}

/** Patterns that a text under the basis must not match, whichever part they hide in (law.md 2, second table). */
const forbiddenWords: Record<LegalBasisKind, readonly RegExp[]> = {
  barnetsLov35Stk3: [/ankestyrelsen/i, /klagefrist/i, /(uger|dage)\s+(til at|fra|efter)/i, /inden\s+\S+\s+(uger|dage)/i, /senest den/i],
  otherSocial: [/kan ikke (på)?klages/i, /ingen anden myndighed/i],
  folkeoplysningsloven: [/ankestyrelsen/i, /klag\S* (til|over)\S* .*tilsyn/i],
  kommunalfuldmagt: [/ankestyrelsen/i, /klag\S* (til|over)\S* .*tilsyn/i],
}

/** What is wrong with an appeal text under its basis: a part that is missing, a part or words that must not be there. */
export type AppealFault = { fault: 'part-missing' | 'part-forbidden'; part: AppealPart } | { fault: 'words-forbidden'; words: string }

/** Every fault of an appeal text under a legal basis; none when the text may be sent (law.md 2). */
export const appealFaults = (kind: LegalBasisKind, parts: AppealText['parts']): AppealFault[] => {
  const has = new Set(parts.map(({ part }) => part))
  const words = forbiddenWords[kind].flatMap((pattern) =>
    parts.flatMap(({ says }) => pattern.exec(says)?.[0] ?? []))
  return [
    ...needed[kind].filter((part) => !has.has(part)).map((part) => ({ fault: 'part-missing', part }) as const),
    ...forbidden[kind].filter((part) => has.has(part)).map((part) => ({ fault: 'part-forbidden', part }) as const),
    ...words.map((found) => ({ fault: 'words-forbidden', words: found }) as const),
  ]
}
