import {
  AnswerInput, ApplicationInput, ApplicationView, AskForInfoInput, CaseView, Decided, DecideInput, DecisionDraft, ExemptHearingInput, FindChildInput,
  FoundChild, GiveInput, Given, GivenByMeList, InboxInput, InboxView, JudgeInput, LetterPreview, MyApplications, MyChildren, Receipt, ReconsiderInput,
  StartHearingInput, StateAfter, SubmitInput, WithdrawConsentInput, WithdrawInput,
} from '@medspil/contracts/application'
import { Done } from '@medspil/contracts/shared'
import {
  familyMutation, familyQuery, kommuneMutation, kommuneQuery, loggedInMutation, outsideMutation, router,
} from '../trpc/procedure.ts'
import { answerApplication } from './answer-application.ts'
import { askForInfo } from './ask-for-info.ts'
import { decideCase } from './decide-case.ts'
import { exemptHearing } from './exempt-hearing.ts'
import { findChild } from './find-child.ts'
import { giveSupport } from './give-support.ts'
import { givenByMe } from './given-by-me.ts'
import { judgeCriterion } from './judge-criterion.ts'
import { myApplications } from './my-applications.ts'
import { myChildren } from './my-children.ts'
import { previewLetter } from './preview-letter.ts'
import { readCase } from './read-case.ts'
import { readInbox } from './read-inbox.ts'
import { reconsiderCase } from './reconsider-case.ts'
import { showApplication } from './show-application.ts'
import { startHearing } from './start-hearing.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const family = {
  myChildren: familyQuery.output(MyChildren).query(({ ctx }) => myChildren(ctx)),
  submit: familyMutation.input(SubmitInput).output(Receipt).mutation(({ ctx, input }) => submitApplication(ctx, input)),
  mine: familyQuery.output(MyApplications).query(({ ctx }) => myApplications(ctx)),
  show: familyQuery.input(ApplicationInput).output(ApplicationView).query(({ ctx, input }) => showApplication(ctx, input)),
  answer: familyMutation.input(AnswerInput).output(StateAfter).mutation(({ ctx, input }) => answerApplication(ctx, input)),
  withdraw: familyMutation.input(WithdrawInput).output(StateAfter).mutation(({ ctx, input }) => withdrawApplication(ctx, input)),
}

const fagperson = {
  findChild: outsideMutation(['fagperson']).input(FindChildInput).output(FoundChild).mutation(({ ctx, input }) => findChild(ctx, input)),
  give: kommuneMutation.input(GiveInput).output(Given).mutation(({ ctx, input }) => giveSupport(ctx, input)),
  givenByMe: kommuneQuery.output(GivenByMeList).query(({ ctx }) => givenByMe(ctx)),
  withdrawConsent: loggedInMutation.input(WithdrawConsentInput).output(Done).mutation(({ ctx, input }) => withdrawConsent(ctx, input)),
}

const caseworker = {
  inbox: kommuneQuery.input(InboxInput).output(InboxView).query(({ ctx, input }) => readInbox(ctx, input)),
  read: kommuneQuery.input(ApplicationInput).output(CaseView).query(({ ctx, input }) => readCase(ctx, input)),
  judge: kommuneMutation.input(JudgeInput).output(CaseView).mutation(({ ctx, input }) => judgeCriterion(ctx, input)),
  askForInfo: kommuneMutation.input(AskForInfoInput).output(CaseView).mutation(({ ctx, input }) => askForInfo(ctx, input)),
  startHearing: kommuneMutation.input(StartHearingInput).output(CaseView).mutation(({ ctx, input }) => startHearing(ctx, input)),
  exemptHearing: kommuneMutation.input(ExemptHearingInput).output(CaseView).mutation(({ ctx, input }) => exemptHearing(ctx, input)),
  previewLetter: kommuneQuery.input(DecisionDraft).output(LetterPreview).query(({ ctx, input }) => previewLetter(ctx, input)),
  decide: kommuneMutation.input(DecideInput).output(Decided).mutation(({ ctx, input }) => decideCase(ctx, input)),
  reconsider: kommuneMutation.input(ReconsiderInput).output(Decided).mutation(({ ctx, input }) => reconsiderCase(ctx, input)),
}

/** From the first question to the letter: what families, fagpersoner and caseworkers do with an application. */
export const applicationRouter = router({ ...family, ...fagperson, ...caseworker })
