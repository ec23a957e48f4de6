import { AnswerPlace, CancelSignup, CapacityView, ExtendSeat, LookAhead, MySignups, RequestReserved, RequestSignup, RequestTogether, RequestWithFriends, ReservedView, SayGrade, SetCapacity, SetReserved, SignupAhead, SignupReceipt, SignupView } from '@medspil/contracts/signup'
import { Done } from '@medspil/contracts/shared'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { loggedInMutation, outsideMutation, router } from '../trpc/procedure.ts'
import { answerPlace, cancelSignupFor, extendSeat, requestReserved, requestSignup, requestTogether, requestWithFriends, setCapacity, setReserved } from './ask.ts'
import { sayGrade } from './say-grade.ts'
import { lookAhead } from './look-ahead.ts'
import { mySignups } from './my-signups.ts'

/** Places: asked for, answered, given back, and how each child stands. */
export const signupRouter = router({
  request: outsideMutation(policy['signup.request'].kinds).input(RequestSignup).output(SignupReceipt).mutation(({ ctx, input }) => requestSignup(ctx, input)),
  requestTogether: outsideMutation(policy['signup.request'].kinds).input(RequestTogether).output(z.array(SignupReceipt)).mutation(({ ctx, input }) => requestTogether(ctx, input)),
  requestWithFriends: outsideMutation(policy['holiday-program.friends'].kinds).input(RequestWithFriends).output(z.array(SignupReceipt)).mutation(({ ctx, input }) => requestWithFriends(ctx, input)),
  requestReserved: outsideMutation(policy['signup.request-reserved'].kinds).input(RequestReserved).output(SignupReceipt).mutation(({ ctx, input }) => requestReserved(ctx, input)),
  extendSeat: outsideMutation(policy['signup.request'].kinds).input(ExtendSeat).output(SignupReceipt).mutation(({ ctx, input }) => extendSeat(ctx, input)),
  setReserved: outsideMutation(policy['signup.set-reserved'].kinds).input(SetReserved).output(ReservedView).mutation(({ ctx, input }) => setReserved(ctx, input)),
  cancel: outsideMutation(policy['signup.cancel'].kinds).input(CancelSignup).output(SignupReceipt).mutation(({ ctx, input }) => cancelSignupFor(ctx, input)),
  answerOffer: outsideMutation(policy['signup.request'].kinds).input(AnswerPlace).output(SignupReceipt).mutation(({ ctx, input }) => answerPlace(ctx, input)),
  setCapacity: outsideMutation(policy['offer.save'].kinds).input(SetCapacity).output(CapacityView).mutation(({ ctx, input }) => setCapacity(ctx, input)),
  ahead: outsideMutation(policy['offer.fits'].kinds).input(LookAhead).output(SignupAhead).query(({ ctx, input }) => lookAhead(ctx, input)),
  sayGrade: loggedInMutation.input(SayGrade).output(Done).mutation(({ ctx, input }) => sayGrade(ctx, input)),
  mine: outsideMutation(policy['signup.mine'].kinds).input(MySignups).output(z.array(SignupView)).query(({ ctx, input }) => mySignups(ctx, input)),
})
