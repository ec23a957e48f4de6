import type { WhyNot } from '@medspil/domain/why-not'
import { daDesk } from './da-desk.ts'
import { da } from './da.ts'
import { say } from './words.ts'

/** Says any reason in Danish, at once: for the desk, and for the server's own Danish texts. */
export function sayWhyNotToStaff(whyNot: WhyNot): string {
  return say(daDesk, whyNot) ?? say(da.whyNot, whyNot) ?? da.other
}
