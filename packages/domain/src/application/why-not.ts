import type { ConsentWhyNot } from './consent.ts'
import type { DecideWhyNot } from './decide.ts'
import type { OwnInterestWhyNot } from './own-interest.ts'
import type { StateWhyNot } from './state.ts'

/** Every reason for which an application cannot be taken a step further. */
export type ApplicationWhyNot = ConsentWhyNot | DecideWhyNot | OwnInterestWhyNot | StateWhyNot
