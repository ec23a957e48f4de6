import type { GuideRow } from '@medspil/contracts/guide-match'
import { loadGuides } from '@medspil/db/guide-match'
import { allow, type Shell } from '../shell.ts'
import { guideRow } from './view.ts'

/** All guides of the kommune with hours, children and whether the børneattest counts today. */
export async function readGuides(shell: Shell): Promise<GuideRow[]> {
  await allow(shell, 'guide-match.guides')
  return (await loadGuides(shell.tx)).map((guide) => guideRow(guide, shell.now.day))
}
