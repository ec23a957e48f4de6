import { foreningPoints } from '@medspil/domain/forening'
import type { ProcedurePath } from './call.ts'
import { canaries } from './people.ts'
import { applicationFor, autumnActivity, autumnPlan, draftFor, giftFor, type World } from './world.ts'

const wishes = { gender: null, languages: [], interests: ['fodbold'], ageFrom: null, ageTo: null }
const team = {
  title: 'Hold A', activity: 'svømning', description: 'Leg i vand.', ageFrom: 6, ageTo: 12, weekday: 1, timeFrom: '16:00', timeTo: '17:00', place: 'Svømmehallen', area: 'Område 1', travel: 'Bus 1',
  seasonFrom: '2026-07-06', seasonTo: '2027-06-28', capacity: 20, trialFree: true, supportNeeds: [], pictogram: 'svoemning', price: 75_000n,
}
const days = { from: '2026-01-01', to: '2026-12-31' }

/**
 * What to ask of the world, per procedure: an input that succeeds for those who may. Mutations get their `requestId` from
 * whoever sends them; undefined where the procedure takes nothing.
 */
export const inputsOf = ({ town, ids, linesHash, draftRules, cardCode, friendCode: code }: World): Record<ProcedurePath, object | undefined> => {
  const texts = { forWhom: 'For alle.', gives: 'Hjælp.', aims: ['Flere.'], results: ['Mange.'] }
  const application = { applicationId: ids.openApplication }
  return {
    'access.kommune': undefined, 'access.kommuner': undefined, 'access.whoAmI': undefined, 'access.sessions': undefined, 'access.spotCheck': undefined, 'access.openLink': undefined,
    'access.endSession': { sessionId: ids.session }, 'access.chooseRole': { staffId: town.staff.caseworker.id }, 'access.whoLooked': { childId: ids.grantedChild },
    'access.openChild': { child: { id: ids.openChild }, reason: 'Moren ringer' }, 'access.revokeLink': { linkId: ids.link },

    'ordning.published': undefined, 'ordning.quickTest': { ordningKey: 'hel-fritid', age: 10 }, 'ordning.list': undefined, 'ordning.version': { versionId: ids.draftVersion },
    'ordning.compare': { beforeId: town.versionId, afterId: ids.draftVersion }, 'ordning.publish': { versionId: ids.draftVersion },
    'ordning.saveDraft': { ordningId: town.ordningId, versionId: ids.draftVersion, validFrom: '2027-01-01', validTo: null, rules: draftRules, texts, source: 'Nyt udkast' },
    'ordning.whatIf': { ordningId: town.ordningId, rules: draftRules, ...days },

    'application.myChildren': undefined, 'application.mine': undefined, 'application.givenByMe': undefined, 'application.submit': applicationFor(ids.newChild), 'application.show': application,
    'application.answer': { applicationId: ids.askedApplication, to: 'question', id: ids.question, says: 'Delfinen' }, 'application.withdraw': application,
    'application.findChild': { cpr: canaries.cpr, purpose: 'grant' }, 'application.give': giftFor(ids.openChild, town.guardian.id),
    'application.withdrawConsent': { childId: ids.placedChild, consentId: ids.consent }, 'application.inbox': { ordningKey: null }, 'application.read': application,
    'application.judge': { ...application, criterionId: 'needs-help-to-start', result: 'met', reason: 'Kender ingen.' },
    'application.askForInfo': { ...application, question: 'Hvilket hold?', by: '2026-08-10' }, 'application.startHearing': { ...application, criteria: ['not-active'] },
    'application.exemptHearing': { ...application, reason: 'Familien har selv sagt det.' }, 'application.previewLetter': draftFor(ids.openApplication), 'application.decide': draftFor(ids.openApplication),
    'application.reconsider': {
      ...draftFor(ids.grantedApplication), given: [{ kind: 'kontingent', amount: 75_000n }], replacesId: ids.decision, whatWouldChange: 'Søg igen.',
    },

    'pool.overview': undefined, 'pool.setTotal': { ordningId: town.ordningId, year: 2026, total: 20_000_000n },
    'fritidspas.show': { childId: ids.grantedChild }, 'fritidspas.statement': { childId: ids.grantedChild, ...days }, 'fritidspas.check': { code: cardCode },
    'fritidspas.revoke': { childId: ids.grantedChild, fritidspasId: ids.pass, cause: 'card-lost' },
    'offer.list': { childId: ids.grantedChild }, 'offer.show': { offerId: ids.offer, childId: ids.grantedChild },

    'signup.request': { childId: ids.grantedChild, offerId: ids.teamOffer, acceptsClash: true }, 'signup.cancel': { signupId: ids.waitingSignup },
    'signup.answerOffer': { signupId: ids.offeredSignup, answer: 'yes' }, 'signup.setCapacity': { offerId: ids.offer, capacity: 30 }, 'signup.mine': {},
    'signup.requestTogether': { offerId: ids.holidayOffer, acceptsClash: true, children: [{ childId: ids.grantedChild, signupId: '01a20000-0000-7000-8000-000000000001' }, { childId: ids.openChild, signupId: '01a20000-0000-7000-8000-000000000002' }] },
    'signup.requestWithFriends': { groupId: ids.friendGroup, offerId: ids.holidayOffer, acceptsClash: true },
    'signup.requestReserved': { childId: ids.grantedChild, offerId: ids.holidayOffer, acceptsClash: true }, 'signup.extendSeat': { signupId: ids.heldSignup },
    'signup.sayGrade': { childId: ids.grantedChild, grade: 3 }, 'signup.ahead': { offerId: ids.holidayOffer, childIds: [ids.grantedChild] },
    'signup.setReserved': { offerId: ids.holidayOffer, reserved: 1, until: '2026-09-01' },

    'holidayProgram.cancelActivity': { offerId: ids.holidayOffer, reason: 'Instruktøren er blevet syg.' }, 'holidayProgram.cancelProgress': { offerId: ids.holidayOffer },
    'payment.start': { signupIds: [ids.heldSignup] }, 'payment.show': { paymentId: ids.payment }, 'payment.check': { paymentId: ids.payment }, 'payment.receipts': undefined,
    'payment.owed': { taskId: ids.owedTask }, 'payment.notePaidOtherwise': { taskId: ids.owedTask, amount: 4_000n, paidOn: '2026-08-03', reference: 'Bilag 12' }, 'payment.undoPaidOtherwise': { taskId: ids.notedTask },

    'forening.openAnswer': { signupId: ids.waitingSignup }, 'forening.mine': undefined, 'forening.money': undefined, 'forening.list': undefined, 'forening.inModeration': undefined,
    'forening.answerSignup': { signupId: ids.waitingSignup, answer: { kind: 'yes', fee: 75_000n, periodFrom: '2026-08-03', periodTo: '2026-12-31' } },
    'forening.acceptFee': { childId: ids.dearChild, signupId: ids.dearSignup }, 'forening.neverCame': { offerId: ids.teamOffer, rowId: ids.confirmedRow },
    'forening.declare': { year: 2026, declaredBy: 'Formanden', isTrue: true }, 'forening.readOffer': { offerId: ids.offer }, 'forening.saveOffer': { offerId: ids.offer, ...team },
    'forening.openPayee': {}, 'forening.read': { foreningId: town.foreningId },
    'forening.approve': { foreningId: ids.newForening, to: 'approved', checklist: foreningPoints.map((point) => ({ point, isMet: true, waivedBecause: null })), limitedTo: null },
    'forening.sendLink': { foreningId: town.foreningId, offerId: ids.teamOffer }, 'forening.moderateOffer': { offerId: ids.moderatedOffer, verdict: { kind: 'publish' } },
    'attendance.list': { offerId: ids.teamOffer }, 'attendance.mark': { offerId: ids.teamOffer, rowId: ids.confirmedRow, day: '2026-08-03', mark: 'present', markedAt: '2026-08-03T09:00:00Z' },

    'attendance.ownDays': undefined, 'attendance.sayAbsent': { signupId: ids.careSignup, day: '2026-10-12', isAway: true }, 'attendance.calendar': { signupId: ids.careSignup }, 'attendance.afterwards': { signupId: ids.careSignup },
    'care.show': { signupId: ids.careSignup }, 'care.earlier': { signupId: ids.careSignup }, 'care.ofTeam': undefined, 'care.erase': { signupId: ids.careSignup },
    'care.save': { signupId: ids.careSignup, note: { allergies: 'nødder', medicine: null, fetchedBy: 'Mormor', emergencyPhone: '12 34 56 78', photoConsent: false } },

    'subsidy.ready': undefined, 'subsidy.payouts': undefined, 'subsidy.clawbacks': undefined, 'subsidy.health': undefined, 'subsidy.prepare': { claimIds: [ids.claim] },
    'subsidy.payout': { payoutId: ids.payout }, 'subsidy.approve': { payoutId: ids.payout, linesHash }, 'subsidy.sendBack': { payoutId: ids.payout, note: 'Se igen' },
    'subsidy.void': { payoutId: ids.payout }, 'subsidy.decideClawback': { clawbackId: ids.clawback, outcome: 'agreed' },

    'followUp.today': undefined, 'followUp.deskTasks': undefined, 'followUp.closeDeskTask': { taskId: ids.deskTask }, 'followUp.children': { search: '' }, 'followUp.course': { childId: ids.grantedChild }, 'followUp.record': { taskId: ids.task, note: null, outcome: { kind: 'done' } },
    'followUp.reopen': { taskId: ids.doneTask }, 'followUp.colleagues': { taskId: ids.task }, 'followUp.handOver': { taskId: ids.task, toStaffId: town.staff.fagperson.id, note: null },
    'followUp.question': undefined, 'followUp.answer': { said: 'active' }, 'followUp.openQuestions': { childId: ids.grantedChild },
    'followUp.answerLoggedIn': { childId: ids.grantedChild, followUpId: ids.followUp, said: 'active' },

    'guideMatch.guides': undefined, 'guideMatch.ofMyFamily': undefined, 'guideMatch.myTrips': undefined, 'guideMatch.rank': { childId: ids.newChild, weekday: 1, wishes },
    'guideMatch.propose': { childId: ids.newChild, guideId: town.guide.id, weekday: 1, wishes }, 'guideMatch.stepBack': { childId: ids.grantedChild, matchId: ids.activeMatch },
    'guideMatch.end': { childId: ids.grantedChild, matchId: ids.activeMatch, as: 'stopped' }, 'guideMatch.setCertificate': { guideId: town.guide.id, seenOn: '2026-08-01', validTo: '2027-07-31' },
    'guideMatch.answerAsGuide': { matchId: ids.proposedMatch, says: 'yes' }, 'guideMatch.answerAsFamily': { matchId: ids.acceptedMatch, says: 'yes' },
    'guideMatch.planTrip': { matchId: ids.activeMatch, day: '2026-08-10', meetAt: '15:45', place: 'Ved skolen' }, 'guideMatch.logTrip': { tripId: ids.trip, to: 'collected', minutes: null, note: null },

    'holidayProgram.wishes': { programId: ids.wishProgram }, 'holidayProgram.saveWishes': { programId: ids.wishProgram, seen: '47DEQpj8HBSa-_TImW-5JC', children: [{ childId: ids.grantedChild, wishes: [] }] },
    'holidayProgram.friends': { programId: ids.program }, 'holidayProgram.makeFriendGroup': { programId: ids.wishProgram, childId: ids.grantedChild, agrees: true }, 'holidayProgram.inviteFriend': { groupId: ids.friendGroup },
    'holidayProgram.openFriendCode': { code }, 'holidayProgram.joinFriends': { code, childId: ids.openChild, agrees: true }, 'holidayProgram.rejoinFriends': { groupId: ids.friendGroup, childId: ids.grantedChild, agrees: true },
    'holidayProgram.leaveFriends': { groupId: ids.friendGroup, childId: ids.grantedChild },
    'holidayProgram.draw': { programId: ids.wishProgram }, 'holidayProgram.drawRecord': { programId: ids.heldProgram }, 'holidayProgram.drawProgress': { programId: ids.wishProgram }, 'holidayProgram.holdDraw': { programId: ids.drawProgram, chance: null },
    'holidayProgram.list': undefined, 'holidayProgram.forChild': { childId: ids.grantedChild, programId: ids.program }, 'holidayProgram.show': { programId: ids.program, childId: ids.grantedChild },
    'holidayProgram.schoolHolidays': undefined, 'holidayProgram.setSchoolHoliday': { schoolYear: '2026/27', holiday: 'autumn', fromDay: '2026-10-10', toDay: '2026-10-18' },
    'holidayProgram.desk': undefined, 'holidayProgram.file': { programId: ids.draftProgram }, 'holidayProgram.overview': { programId: ids.draftProgram },
    'holidayProgram.save': { programId: ids.draftProgram, ordningId: town.ordningId, plan: autumnPlan }, 'holidayProgram.move': { programId: ids.draftProgram, to: 'published' },
    'holidayProgram.copy': { programId: ids.program, name: 'Næste år', holiday: 'autumn', fromDay: '2027-10-16', toDay: '2027-10-24' },
    'holidayProgram.inviteOrganisers': { programId: ids.draftProgram, foreningIds: [town.foreningId] }, 'holidayProgram.organiserPage': undefined, 'holidayProgram.activity': { offerId: ids.draftActivity },
    'holidayProgram.saveActivity': { programId: ids.draftProgram, offerId: ids.draftActivity, ...autumnActivity, ask: true },
    'holidayProgram.withdrawActivity': { offerId: ids.draftActivity },
    'holidayProgram.editActivity': { programId: ids.draftProgram, offerId: ids.draftActivity, foreningId: town.foreningId, ...autumnActivity }, 'holidayProgram.holdAnyway': { offerId: ids.draftActivity },
    'report.figures': { ordningKey: 'hel-fritid', year: 2026 }, 'report.export': { ordningKey: 'hel-fritid', year: 2026 },
    'report.program': { programId: ids.overProgram }, 'report.exportProgram': { programId: ids.overProgram },
    'letter.mine': undefined, 'letter.read': { letterId: ids.letter }, 'letter.markRead': { letterId: ids.letter },
  }
}
