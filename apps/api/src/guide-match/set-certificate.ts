import type { SetCertificateInput } from '@medspil/contracts/guide-match'
import { audit } from '@medspil/db'
import { saveCertificate } from '@medspil/db/guide-match'
import { addMonths, day } from '@medspil/domain/day'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** Notes that the kommune has seen a guide's børneattest, and the day it counts until. It cannot be seen in the future. */
export async function setCertificate(shell: Shell, input: SetCertificateInput): Promise<{ done: true }> {
  await allow(shell, 'guide-match.set-certificate')
  const [seenOn, validTo] = [day(input.seenOn), day(input.validTo)]
  if (seenOn > shell.now.day || validTo < seenOn || validTo > addMonths(seenOn, 24)) throw new Refused({ reason: 'guide-certificate-lapsed', validTo })
  if (!await saveCertificate(shell.tx, input.guideId, { seenOn, validTo, checkedBy: shell.actor.id ?? '' })) throw new NotFound()
  await audit(shell.tx, 'guide-match.certificate-seen', { id: input.guideId }, { validTo })
  return { done: true }
}
