import { endCancelled, handOutDraw } from '../holiday-program/index.ts'
import { sendLetter } from '../letter/send-letter.ts'
import { expireCheckout, readCheckout, refundEnded, sendRefund } from '../payment/index.ts'
import { expireOffer, lapseSeat, promoteFromList } from '../signup/index.ts'
import { lookUpPayoutLine } from '../subsidy/look-up-payout-line.ts'
import { readStripeObject } from '../subsidy/read-stripe-object.ts'
import { sendPayoutLine } from '../subsidy/send-payout-line.ts'
import { askForening } from './ask-forening.ts'
import type { Handlers } from './job.ts'
import { queueJobs } from './queue-jobs.ts'
import { tellFamily } from './tell-family.ts'
import { tellForening } from './tell-forening.ts'

/** The work behind each job name. A name without one does not build. */
export const tasks: Handlers = {
  'send-letter': sendLetter,
  'tell-family': tellFamily,
  'tell-forening': tellForening,
  'ask-forening': askForening,
  'promote-from-list': promoteFromList,
  'expire-offer': expireOffer,
  'lapse-seat': lapseSeat,
  'queue-jobs': queueJobs,
  'read-checkout': readCheckout,
  'expire-checkout': expireCheckout,
  'send-refund': sendRefund,
  'refund-ended': refundEnded,
  'cancel-activity': endCancelled,
  'hand-out-draw': handOutDraw,
  'send-payout-line': sendPayoutLine,
  'look-up-payout-line': lookUpPayoutLine,
  'read-stripe-object': readStripeObject,
}
