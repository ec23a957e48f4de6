import type { ForeningFile, ForeningRow } from '@medspil/contracts/forening'
import type { ForeningPoint } from '@medspil/domain/forening'
import type { Tone } from '@medspil/ui'

/** How an approval stands, as a tag. */
export const approvalWords: Record<ForeningRow['approval'], [Tone, string]> = {
  known: ['plain', 'Ikke søgt'], applied: ['judge', 'Vil godkendes'], approved: ['ok', 'Godkendt'], 'approved-with-limits': ['ok', 'Godkendt til nogle tilbud'],
  refused: ['no', 'Afvist'], 'declaration-missing': ['no', 'Erklæring mangler'], suspended: ['wait', 'Sat på pause'], closed: ['plain', 'Lukket'],
}

/** What moving an approval is called on its button. */
export const moveWords: Record<ForeningFile['approval'], string> = {
  known: 'Sæt tilbage', applied: 'Foreningen søger', approved: 'Godkend', 'approved-with-limits': 'Godkend til nogle tilbud', refused: 'Afvis', 'declaration-missing': 'Erklæring mangler',
  suspended: 'Sæt på pause', closed: 'Luk foreningen',
}

/** The law's points (folkeoplysningsloven § 4 stk. 3), as one checks them. */
export const pointWords: Record<ForeningPoint, string> = {
  purpose: 'Har et formål, der er skrevet ned', board: 'Har en bestyrelse', democratic: 'Er demokratisk opbygget', 'paying-members': 'Har mindst fem aktive, betalende medlemmer',
  open: 'Er åben for alle', home: 'Hører hjemme i kommunen', 'general-benefit': 'Arbejder almennyttigt', continuous: 'Arbejder vedvarende',
}

/** A provider type of the ordninger. */
export function sayProvider(type: string): string {
  const known: Record<string, string> = { approvedFolkeoplysende: 'Godkendt folkeoplysende', private: 'Privat udbyder', kommune: 'Kommunens eget tilbud', klub: 'Klub' }
  return known[type] ?? type
}

export const contactRoles: Record<string, string> = { chair: 'Formand', treasurer: 'Kasserer', coach: 'Træner' }
