import type { Actor, ActorKind } from './actor.ts'

/** One row of the table: who may do the act, and what else must hold. */
interface Rule {
  kinds: readonly ActorKind[]
  /** The subject is a child, and the actor must stand in a recorded relation to it (`medspil.my_children`). */
  child?: true
  /** MitID must have been shown within the last five minutes: money and rights. */
  freshProof?: true
}

const everyone: readonly ActorKind[] = ['visitor', 'family', 'fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator', 'fritidsguide', 'forening', 'link']
const loggedIn: readonly ActorKind[] = ['family', 'fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator', 'fritidsguide']
const desk: readonly ActorKind[] = ['caseworker', 'fritidsvejleder', 'leader', 'administrator']

/**
 * Who may do what: the one table. Every procedure names its row, and one that names none does not build.
 * Which child, forening or list is the actor's own is decided by the database's policies with the same relations.
 */
export const policy = {
  'access.kommune': { kinds: everyone },
  'access.who-am-i': { kinds: everyone },
  'access.logout': { kinds: loggedIn },
  'access.sessions': { kinds: loggedIn },
  'access.who-looked': { kinds: ['family'], child: true },
  'access.open-link': { kinds: ['forening', 'link'] },
  'access.open-child': { kinds: ['caseworker', 'fritidsvejleder'] },
  'access.revoke-link': { kinds: ['caseworker', 'fritidsvejleder'] },
  'access.spot-check': { kinds: ['leader'] },

  'ordning.published': { kinds: everyone },
  'ordning.quick-test': { kinds: everyone },
  'ordning.read': { kinds: desk },
  'ordning.draft': { kinds: ['administrator'] },
  'ordning.publish': { kinds: ['administrator'], freshProof: true },

  'application.my-children': { kinds: ['family'] },
  'application.submit': { kinds: ['family'], child: true },
  'application.mine': { kinds: ['family'] },
  'application.read-own': { kinds: ['family'], child: true },
  'application.answer': { kinds: ['family'], child: true },
  'application.withdraw': { kinds: ['family'], child: true },
  'application.find-child': { kinds: ['fagperson'] },
  'application.give': { kinds: ['fagperson'], child: true },
  'application.given-by-me': { kinds: ['fagperson'] },
  'application.withdraw-consent': { kinds: ['fagperson', 'family'], child: true },
  'application.inbox': { kinds: ['caseworker'] },
  'application.read': { kinds: ['caseworker'], child: true },
  'application.judge': { kinds: ['caseworker'], child: true },
  'application.decide': { kinds: ['caseworker'], child: true },

  'pool.read': { kinds: ['caseworker', 'leader', 'administrator', 'payer'] },
  'pool.set-total': { kinds: ['administrator'], freshProof: true },

  'fritidspas.read': { kinds: ['family', 'fritidsvejleder', 'caseworker'], child: true },
  'fritidspas.check': { kinds: everyone },
  'fritidspas.revoke': { kinds: ['caseworker'], child: true },

  'offer.list': { kinds: everyone },
  'offer.fits': { kinds: ['family', 'fritidsvejleder', 'fagperson'], child: true },
  'offer.of-my-forening': { kinds: ['forening'] },
  'offer.save': { kinds: ['forening'] },
  'offer.moderate': { kinds: ['fritidsvejleder'] },

  'signup.request': { kinds: ['family', 'fritidsvejleder', 'fagperson'], child: true },
  'signup.accept-fee': { kinds: ['family', 'fritidsvejleder'], child: true },
  'signup.request-reserved': { kinds: ['fritidsvejleder', 'fagperson'], child: true },
  'signup.set-reserved': { kinds: ['fritidsvejleder'] },
  'signup.cancel': { kinds: ['family', 'fritidsvejleder', 'fagperson'], child: true },
  'signup.mine': { kinds: ['family'] },
  'signup.answer': { kinds: ['forening'] },

  'payment.start': { kinds: ['family'], child: true },
  'payment.mine': { kinds: ['family'] },
  'payment.pay-otherwise': { kinds: ['fritidsvejleder'] },

  'forening.mine': { kinds: ['forening'] },
  'forening.declare': { kinds: ['forening'] },
  'forening.money': { kinds: ['forening'] },
  'forening.read': { kinds: ['fritidsvejleder', 'caseworker', 'payer'] },
  'forening.approve': { kinds: ['fritidsvejleder'] },
  'forening.send-link': { kinds: ['fritidsvejleder'] },

  'attendance.list': { kinds: ['forening'] },
  'attendance.mark': { kinds: ['forening'] },
  'attendance.own-days': { kinds: ['family'] },
  'attendance.say-absent': { kinds: ['family'], child: true },
  'attendance.afterwards': { kinds: ['family'], child: true },

  'care.own': { kinds: ['family'], child: true },
  'care.of-team': { kinds: ['forening'] },

  'subsidy.read': { kinds: ['caseworker', 'payer', 'leader'] },
  'subsidy.prepare': { kinds: ['caseworker', 'payer'] },
  'subsidy.approve': { kinds: ['payer'], freshProof: true },
  'subsidy.void': { kinds: ['caseworker', 'payer'] },
  'subsidy.decide-clawback': { kinds: ['caseworker'] },
  'subsidy.health': { kinds: ['leader'] },

  'follow-up.today': { kinds: ['fritidsvejleder', 'fagperson'] },
  'follow-up.desk-tasks': { kinds: ['fritidsvejleder'] },
  'follow-up.children': { kinds: ['fritidsvejleder', 'caseworker', 'fagperson'] },
  'follow-up.read-course': { kinds: ['fritidsvejleder', 'caseworker', 'fagperson'], child: true },
  'follow-up.record': { kinds: ['fritidsvejleder', 'fagperson'], child: true },
  'follow-up.hand-over': { kinds: ['fritidsvejleder'], child: true },
  'follow-up.answer': { kinds: ['link'] },
  'follow-up.answer-logged-in': { kinds: ['family'], child: true },

  'guide-match.guides': { kinds: ['fritidsvejleder'] },
  'guide-match.rank': { kinds: ['fritidsvejleder'], child: true },
  'guide-match.propose': { kinds: ['fritidsvejleder'], child: true },
  'guide-match.step-back': { kinds: ['fritidsvejleder'], child: true },
  'guide-match.set-certificate': { kinds: ['fritidsvejleder'] },
  'guide-match.answer-as-guide': { kinds: ['fritidsguide'] },
  'guide-match.answer-as-family': { kinds: ['family'], child: true },
  'guide-match.of-my-family': { kinds: ['family'] },
  'guide-match.my-trips': { kinds: ['fritidsguide'] },
  'guide-match.log-trip': { kinds: ['fritidsguide'] },

  'holiday-program.read': { kinds: everyone },
  'holiday-program.desk': { kinds: ['fritidsvejleder', 'administrator', 'leader'] },
  'holiday-program.write': { kinds: ['fritidsvejleder', 'administrator'] },
  'holiday-program.cancel': { kinds: ['fritidsvejleder', 'leader'] },
  'holiday-program.school-holidays': { kinds: ['administrator'] },
  'holiday-program.describe': { kinds: ['forening'] },
  'holiday-program.wishes': { kinds: ['family'] },
  'holiday-program.wish': { kinds: ['family'], child: true },
  'holiday-program.friends': { kinds: ['family'] },
  'holiday-program.befriend': { kinds: ['family'], child: true },
  'holiday-program.draw': { kinds: ['fritidsvejleder', 'administrator'] },

  'letter.mine': { kinds: ['family'] },
  'letter.read': { kinds: ['family', 'caseworker'] },

  'report.read': { kinds: ['leader', 'fritidsvejleder', 'caseworker', 'administrator'] },
  'report.program': { kinds: ['leader', 'fritidsvejleder'] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

/** Seconds a proof counts as fresh (ASVS 7.5.3). */
export const freshProofSeconds = 300

/**
 * Decides from the table alone: the kind of actor, and fresh proof where the row asks for it.
 * @returns 'allowed', 'denied', or 'stale-proof' when logging in anew would help
 */
export function decideAccess(actor: Actor, action: Action): 'allowed' | 'denied' | 'stale-proof' {
  const rule: Rule = policy[action]
  if (!rule.kinds.includes(actor.kind)) return 'denied'
  if (rule.freshProof && !('proofAge' in actor && actor.proofAge <= freshProofSeconds)) return 'stale-proof'
  return 'allowed'
}

/** Whether the row's subject is a child that the actor must stand in a relation to. */
export function asksForChild(action: Action): boolean {
  return (policy[action] as Rule).child === true
}

/**
 * Who may see an address: only a caseworker or fritidsvejleder with a relation to the child, and nobody in a login of the
 * family's own, not even the own address (law.md 5: the other parent once saw it there). A protected address takes fresh proof.
 */
export function maySeeAddress(actor: Actor, person: { addressProtected: boolean }): boolean {
  if (actor.kind !== 'caseworker' && actor.kind !== 'fritidsvejleder') return false
  return !person.addressProtected || actor.proofAge <= freshProofSeconds
}
