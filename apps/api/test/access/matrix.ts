import { type ActorName, actorNames } from './actors.ts'
import type { ProcedurePath } from './call.ts'

const all = actorNames
const here = (name: ActorName): boolean => !name.startsWith('abroad')
const family: ActorName[] = ['guardian', 'secondGuardian', 'withoutCustody', 'otherParent', 'youngPerson', 'abroadGuardian']
const custody: ActorName[] = ['guardian', 'secondGuardian']
const fagpersons: ActorName[] = ['fagperson', 'otherFagperson', 'abroadFagperson']
const caseworkers: ActorName[] = ['caseworker', 'abroadCaseworker']
const vejledere: ActorName[] = ['fritidsvejleder', 'abroadFritidsvejleder']
const payers: ActorName[] = ['payer', 'otherPayer', 'abroadPayer']
const leaders: ActorName[] = ['leader', 'abroadLeader']
const administrators: ActorName[] = ['administrator', 'abroadAdministrator']
const guides: ActorName[] = ['guide', 'otherGuide', 'abroadGuide']
const loggedIn: ActorName[] = [...family, ...fagpersons, ...caseworkers, ...vejledere, ...payers, ...leaders, ...administrators, ...guides]
const programDesk: ActorName[] = [...vejledere, ...leaders, ...administrators]
const programWriters: ActorName[] = ['fritidsvejleder', 'administrator']
const desks: ActorName[] = ['desk', 'otherDesk', 'abroadDesk']

/**
 * Who may do what to the one child, forening and payout of the world. Whoever is not named gets the answer of a thing that does
 * not exist. A list of one's own (`abroad…` in the row) may be asked for by its kind anywhere and shows nothing of this world.
 */
export const matrix: Record<ProcedurePath, readonly ActorName[]> = {
  'access.kommune': all, 'access.kommuner': all, 'access.whoAmI': all,
  'access.sessions': loggedIn, 'access.endSession': ['guardian'], 'access.chooseRole': ['caseworker'],
  'access.whoLooked': custody, 'access.openChild': ['caseworker', 'fritidsvejleder'], 'access.spotCheck': leaders,
  'access.openLink': ['desk', 'teamLink', 'answerLink', 'activitiesLink', 'otherActivities', 'otherDesk', 'otherTeam', 'otherAnswer', 'questionLink', 'statusLink', 'abroadDesk', 'abroadQuestion'],
  'access.revokeLink': ['caseworker', 'fritidsvejleder'],

  'ordning.published': all, 'ordning.quickTest': all, 'ordning.list': [...caseworkers, ...vejledere, ...leaders, ...administrators],
  'ordning.version': ['caseworker', 'fritidsvejleder', 'leader', 'administrator'], 'ordning.compare': ['caseworker', 'fritidsvejleder', 'leader', 'administrator'],
  'ordning.saveDraft': ['administrator'], 'ordning.publish': ['administrator'], 'ordning.whatIf': ['administrator'],

  'application.myChildren': family, 'application.mine': family, 'application.submit': custody, 'application.show': custody, 'application.answer': custody, 'application.withdraw': custody,
  'application.findChild': ['fagperson', 'otherFagperson'], 'application.give': ['fagperson'], 'application.givenByMe': fagpersons, 'application.withdrawConsent': ['fagperson', ...custody],
  'application.inbox': caseworkers, 'application.read': ['caseworker'], 'application.judge': ['caseworker'], 'application.askForInfo': ['caseworker'], 'application.startHearing': ['caseworker'],
  'application.exemptHearing': ['caseworker'], 'application.previewLetter': ['caseworker'], 'application.decide': ['caseworker'], 'application.reconsider': ['caseworker'],

  'pool.overview': [...caseworkers, ...leaders, ...administrators, ...payers], 'pool.setTotal': ['administrator'],
  'fritidspas.show': [...custody, 'fritidsvejleder', 'caseworker'], 'fritidspas.statement': [...custody, 'fritidsvejleder', 'caseworker'], 'fritidspas.check': all, 'fritidspas.revoke': ['caseworker'],
  'offer.list': [...custody, 'fritidsvejleder', 'fagperson'], 'offer.show': [...custody, 'fritidsvejleder', 'fagperson'],

  'signup.request': [...custody, 'fritidsvejleder', 'fagperson'], 'signup.requestTogether': [...custody, 'fritidsvejleder', 'fagperson'], 'signup.requestReserved': ['fritidsvejleder', 'fagperson'],
  'signup.requestWithFriends': [...custody, 'otherParent'],
  'signup.extendSeat': [...custody, 'fritidsvejleder', 'fagperson'], 'signup.setReserved': ['fritidsvejleder'],
  'signup.cancel': [...custody, 'fritidsvejleder', 'fagperson'], 'signup.answerOffer': [...custody, 'fritidsvejleder', 'fagperson'],
  'signup.sayGrade': [...custody, 'fritidsvejleder', 'fagperson'], 'signup.ahead': [...custody, 'fritidsvejleder', 'fagperson'],
  'signup.setCapacity': ['desk'], 'signup.mine': family,

  'holidayProgram.cancelActivity': ['fritidsvejleder', 'leader'], 'holidayProgram.cancelProgress': ['fritidsvejleder', 'leader'],
  // Whoever paid has the receipt: the other parent's card is no business of theirs.
  'payment.start': custody, 'payment.show': ['guardian'], 'payment.check': ['guardian'], 'payment.receipts': family,
  // Taking back is for whoever noted it: the world's own fritidsvejleder.
  'payment.owed': ['fritidsvejleder'], 'payment.notePaidOtherwise': ['fritidsvejleder'], 'payment.undoPaidOtherwise': ['fritidsvejleder'],

  'forening.openAnswer': ['desk', 'answerLink'], 'forening.answerSignup': ['desk', 'answerLink'], 'forening.acceptFee': [...custody, 'fritidsvejleder'], 'forening.neverCame': ['desk', 'teamLink'],
  'forening.mine': desks, 'forening.declare': desks, 'forening.readOffer': ['desk'], 'forening.saveOffer': ['desk'], 'forening.money': desks, 'forening.openPayee': desks,
  'forening.list': [...vejledere, ...caseworkers, ...payers], 'forening.read': ['fritidsvejleder', 'caseworker', 'payer', 'otherPayer'], 'forening.approve': ['fritidsvejleder'],
  'forening.sendLink': ['fritidsvejleder'], 'forening.inModeration': vejledere, 'forening.moderateOffer': ['fritidsvejleder'],
  'attendance.list': ['desk', 'teamLink'], 'attendance.mark': ['desk', 'teamLink'],
  'attendance.ownDays': family, 'attendance.sayAbsent': custody, 'attendance.calendar': custody, 'attendance.afterwards': custody,
  // Health facts are for the adults of the one activity: not the forening's board, and nobody of the kommune.
  'care.show': custody, 'care.earlier': custody, 'care.save': custody, 'care.erase': custody, 'care.ofTeam': ['teamLink'],

  'subsidy.ready': [...caseworkers, ...payers, ...leaders], 'subsidy.payouts': [...caseworkers, ...payers, ...leaders], 'subsidy.clawbacks': [...caseworkers, ...payers, ...leaders], 'subsidy.health': leaders,
  'subsidy.prepare': ['caseworker', 'payer', 'otherPayer'], 'subsidy.payout': ['caseworker', 'payer', 'otherPayer', 'leader'], 'subsidy.approve': ['payer', 'otherPayer'],
  'subsidy.sendBack': ['caseworker', 'payer', 'otherPayer'], 'subsidy.void': ['caseworker', 'payer', 'otherPayer'], 'subsidy.decideClawback': ['caseworker'],

  'followUp.today': [...vejledere, ...fagpersons], 'followUp.deskTasks': vejledere, 'followUp.closeDeskTask': ['fritidsvejleder'], 'followUp.children': [...vejledere, ...caseworkers, ...fagpersons],
  // The matrix's fagperson was let in to the child and gave it nothing, so no course is theirs to follow.
  'followUp.course': ['fritidsvejleder', 'caseworker'],
  'followUp.record': ['fritidsvejleder', 'fagperson'], 'followUp.reopen': ['fritidsvejleder'], 'followUp.colleagues': ['fritidsvejleder'], 'followUp.handOver': ['fritidsvejleder'],
  'followUp.question': ['questionLink'], 'followUp.answer': ['questionLink'], 'followUp.openQuestions': custody, 'followUp.answerLoggedIn': custody,

  'guideMatch.guides': vejledere, 'guideMatch.rank': ['fritidsvejleder'], 'guideMatch.propose': ['fritidsvejleder'], 'guideMatch.stepBack': ['fritidsvejleder'], 'guideMatch.end': ['fritidsvejleder'],
  'guideMatch.setCertificate': ['fritidsvejleder'], 'guideMatch.answerAsGuide': ['guide'], 'guideMatch.answerAsFamily': custody, 'guideMatch.ofMyFamily': family, 'guideMatch.myTrips': guides,
  'guideMatch.planTrip': ['guide'], 'guideMatch.logTrip': ['guide'],

  // A friend's family reads its own groups and may ask for the whole group; only the family that invites makes codes. Whoever has a code may open it here.
  'holidayProgram.friends': family.filter(here), 'holidayProgram.makeFriendGroup': custody, 'holidayProgram.inviteFriend': custody, 'holidayProgram.openFriendCode': family.filter(here), 'holidayProgram.joinFriends': custody,
  'holidayProgram.rejoinFriends': custody, 'holidayProgram.leaveFriends': custody,
  'holidayProgram.wishes': family.filter(here), 'holidayProgram.saveWishes': custody, 'holidayProgram.draw': all.filter(here), 'holidayProgram.drawRecord': all.filter(here), 'holidayProgram.drawProgress': ['fritidsvejleder', 'administrator'], 'holidayProgram.holdDraw': ['fritidsvejleder', 'administrator'],
  'holidayProgram.list': all, 'holidayProgram.forChild': ['fritidsvejleder', 'fagperson'], 'holidayProgram.show': [...custody, 'fritidsvejleder', 'fagperson'],
  'holidayProgram.schoolHolidays': programDesk, 'holidayProgram.setSchoolHoliday': administrators, 'holidayProgram.desk': programDesk, 'holidayProgram.file': ['fritidsvejleder', 'leader', 'administrator'],
  'holidayProgram.overview': ['fritidsvejleder', 'leader', 'administrator'], 'holidayProgram.save': programWriters, 'holidayProgram.move': programWriters,
  'holidayProgram.copy': programWriters, 'holidayProgram.inviteOrganisers': programWriters, 'holidayProgram.editActivity': programWriters, 'holidayProgram.holdAnyway': programWriters,
  // A link for one programme's activities reaches its own forening's activities there, and the board's link reaches them too.
  'holidayProgram.organiserPage': [...desks, 'activitiesLink', 'otherActivities'], 'holidayProgram.activity': ['desk', 'activitiesLink', 'fritidsvejleder', 'leader', 'administrator'], 'holidayProgram.saveActivity': ['desk', 'activitiesLink'], 'holidayProgram.withdrawActivity': ['desk', 'activitiesLink'],
  'letter.mine': family, 'letter.read': ['guardian', 'caseworker'], 'letter.markRead': ['guardian'],
  'report.figures': [...leaders, ...vejledere, ...caseworkers, ...administrators], 'report.export': [...leaders, ...vejledere, ...caseworkers, ...administrators],
  'report.program': ['leader', 'fritidsvejleder'], 'report.exportProgram': ['leader', 'fritidsvejleder'],
}

/** Where a rule says no to somebody who may ask: the cell reaches the rule, which is proof enough that the door is open. */
export const refusals: Partial<Record<ProcedurePath, Partial<Record<ActorName, string>>>> = {
  // Public money takes two people, and this one prepared it.
  'subsidy.approve': { payer: 'same-person-prepared' },
  // The first parent's Checkout is closed first, which a trial run does not do.
  'payment.start': { secondGuardian: 'payment-open-already' },
  // Only the other forening still owes this year's word.
  'forening.declare': { desk: 'declaration-not-asked', abroadDesk: 'declaration-not-asked' },
}
