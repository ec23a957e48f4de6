import { sendLetter } from '../letter/send-letter.ts'
import { expireOffer, promoteFromList } from '../signup/index.ts'
import { askForening } from './ask-forening.ts'
import type { Handlers } from './job.ts'
import { tellFamily } from './tell-family.ts'
import { tellForening } from './tell-forening.ts'

/** The work behind each job name. A room adds its own line; a name without one waits in the queue. */
export const tasks: Partial<Handlers> = {
  'send-letter': sendLetter,
  'tell-family': tellFamily,
  'tell-forening': tellForening,
  'ask-forening': askForening,
  'promote-from-list': promoteFromList,
  'expire-offer': expireOffer,
}
