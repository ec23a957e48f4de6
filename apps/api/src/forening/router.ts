import {
  AcceptFeeInput, AnswerSignupInput, ApproveInput, DeclareInput, ForeningFile, ForeningList, ForeningView, ModerateOfferInput, ModerationList, MoneyView, NeverCameInput,
  NeverCameOutcome, OfferForm, OfferFormInput, OfferSaved, OpenAnswerInput, PayeeLink, PayeeLinkInput, ReadForeningInput, SaveOfferInput, SendLinkInput, SignupQuestion,
} from '@medspil/contracts/forening'
import { Done } from '@medspil/contracts/shared'
import { policy } from '@medspil/domain/access'
import { acceptFee, answerSignup } from '../signup/index.ts'
import { foreningMutation, foreningQuery, kommuneMutation, kommuneQuery, loggedInMutation, outsideMutation, router } from '../trpc/procedure.ts'
import { approveForening, listForeninger, readForening, sendLink } from './approve-forening.ts'
import { declare } from './declare.ts'
import { neverCame } from './never-came.ts'
import { openAnswer } from './open-answer.ts'
import { openPayee } from './open-payee.ts'
import { readMoney } from './read-money.ts'
import { readOwn } from './read-own.ts'
import { listInModeration, moderateOffer, readOffer, writeOffer } from './write-offer.ts'

/** A forening's word by link, its offers and its money; and the desk's approval of it. */
export const foreningRouter = router({
  openAnswer: foreningQuery.input(OpenAnswerInput).output(SignupQuestion).query(({ ctx, input }) => openAnswer(ctx, input)),
  answerSignup: foreningMutation.input(AnswerSignupInput).output(SignupQuestion).mutation(({ ctx, input }) => answerSignup(ctx, input)),
  acceptFee: loggedInMutation.input(AcceptFeeInput).output(SignupQuestion).mutation(({ ctx, input }) => acceptFee(ctx, input)),
  neverCame: foreningMutation.input(NeverCameInput).output(NeverCameOutcome).mutation(({ ctx, input }) => neverCame(ctx, input)),
  mine: foreningQuery.output(ForeningView).query(({ ctx }) => readOwn(ctx)),
  declare: foreningMutation.input(DeclareInput).output(ForeningView).mutation(({ ctx, input }) => declare(ctx, input)),
  readOffer: foreningQuery.input(OfferFormInput).output(OfferForm).query(({ ctx, input }) => readOffer(ctx, input)),
  saveOffer: foreningMutation.input(SaveOfferInput).output(OfferSaved).mutation(({ ctx, input }) => writeOffer(ctx, input)),
  money: foreningQuery.output(MoneyView).query(({ ctx }) => readMoney(ctx)),
  openPayee: outsideMutation(policy['forening.money'].kinds).input(PayeeLinkInput).output(PayeeLink).mutation(({ ctx }) => openPayee(ctx)),
  list: kommuneQuery.output(ForeningList).query(({ ctx }) => listForeninger(ctx)),
  read: kommuneQuery.input(ReadForeningInput).output(ForeningFile).query(({ ctx, input }) => readForening(ctx, input)),
  approve: kommuneMutation.input(ApproveInput).output(ForeningFile).mutation(({ ctx, input }) => approveForening(ctx, input)),
  sendLink: kommuneMutation.input(SendLinkInput).output(Done).mutation(({ ctx, input }) => sendLink(ctx, input)),
  inModeration: kommuneQuery.output(ModerationList).query(({ ctx }) => listInModeration(ctx)),
  moderateOffer: kommuneMutation.input(ModerateOfferInput).output(OfferSaved).mutation(({ ctx, input }) => moderateOffer(ctx, input)),
})
