import type { KommuneView } from '@medspil/contracts/access'
import { loadKommune, loadKommuner } from '@medspil/db/access'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** The kommune of the page: name, phone, hours, colour. @throws NotFound when the address names none of ours */
export async function readKommune(shell: Shell): Promise<KommuneView> {
  await allow(shell, 'access.kommune')
  if (!shell.tx.kommuneId) throw new NotFound()
  return viewOf(await loadKommune(shell.tx))
}

/** All kommuner of the installation, for the front page without one. */
export async function readKommuner(shell: Shell): Promise<KommuneView[]> {
  await allow(shell, 'access.kommune')
  return (await loadKommuner(shell.tx)).map(viewOf)
}

function viewOf({ key, name, phone, phoneHours, meetPlace, mail, colour }: KommuneView): KommuneView {
  return { key, name, phone, phoneHours, meetPlace, mail, colour }
}
