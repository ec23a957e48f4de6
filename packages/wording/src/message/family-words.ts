/** Why we write to a family. */
export type FamilyPurpose = 'news' | 'follow-up' | 'place-offered' | 'receipt' | 'tomorrow' | 'afterwards'

/** The words of one language. `line` ends with a colon or a full stop; the address follows. */
export interface FamilyWords {
  hello: string
  call(kommune: string, phone: string): string
  purposes: Record<FamilyPurpose, { subject: string; line: string }>
}
