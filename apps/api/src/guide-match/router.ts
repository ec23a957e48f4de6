import {
  EndMatchInput, FamilyMatches, GuideList, LogTripInput, MatchAnswerInput, MatchView, MyTrips, PlanTripInput, ProposeInput, RankInput, RankView, SetCertificateInput, StepBackInput, TripView,
} from '@medspil/contracts/guide-match'
import { Done } from '@medspil/contracts/shared'
import { familyMutation, familyQuery, guideMutation, guideQuery, kommuneMutation, kommuneQuery, router } from '../trpc/procedure.ts'
import { answerAsFamily, answerAsGuide } from './answer-match.ts'
import { logTrip, planTrip } from './log-trip.ts'
import { readFamilyMatches, readMyTrips } from './my-trips.ts'
import { proposeMatch } from './propose-match.ts'
import { rankForChild } from './rank-guides.ts'
import { readGuides } from './read-guides.ts'
import { setCertificate } from './set-certificate.ts'
import { endMatch, stepBack } from './step-back.ts'

/** A companion for the child who needs one: who fits and why, both say yes, the trips, and the way to going alone. */
export const guideMatchRouter = router({
  guides: kommuneQuery.output(GuideList).query(({ ctx }) => readGuides(ctx)),
  rank: kommuneQuery.input(RankInput).output(RankView).query(({ ctx, input }) => rankForChild(ctx, input)),
  propose: kommuneMutation.input(ProposeInput).output(MatchView).mutation(({ ctx, input }) => proposeMatch(ctx, input)),
  stepBack: kommuneMutation.input(StepBackInput).output(Done).mutation(({ ctx, input }) => stepBack(ctx, input)),
  end: kommuneMutation.input(EndMatchInput).output(Done).mutation(({ ctx, input }) => endMatch(ctx, input)),
  setCertificate: kommuneMutation.input(SetCertificateInput).output(Done).mutation(({ ctx, input }) => setCertificate(ctx, input)),
  answerAsGuide: guideMutation.input(MatchAnswerInput).output(Done).mutation(({ ctx, input }) => answerAsGuide(ctx, input)),
  answerAsFamily: familyMutation.input(MatchAnswerInput).output(Done).mutation(({ ctx, input }) => answerAsFamily(ctx, input)),
  ofMyFamily: familyQuery.output(FamilyMatches).query(({ ctx }) => readFamilyMatches(ctx)),
  myTrips: guideQuery.output(MyTrips).query(({ ctx }) => readMyTrips(ctx)),
  planTrip: guideMutation.input(PlanTripInput).output(TripView).mutation(({ ctx, input }) => planTrip(ctx, input)),
  logTrip: guideMutation.input(LogTripInput).output(TripView).mutation(({ ctx, input }) => logTrip(ctx, input)),
})
