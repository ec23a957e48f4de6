import {
  CompareInput, CompareView, OrdningList, PublishedView, PublishInput, QuickTestAnswer, QuickTestInput, SavedDraft, SaveDraftInput,
  VersionInput, VersionRow, VersionView, WhatIfInput, WhatIfView,
} from '@medspil/contracts/ordning'
import { kommuneMutation, kommuneQuery, outsideMutation, publicQuery, router } from '../trpc/procedure.ts'
import { compareOrdning } from './compare-ordning.ts'
import { listOrdninger } from './list-ordninger.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'
import { readVersion } from './read-version.ts'
import { saveDraft } from './save-draft.ts'
import { takeQuickTest } from './take-quick-test.ts'
import { tryRules } from './try-rules.ts'

/** Ordninger as the public reads them and as the administrator writes them. */
export const ordningRouter = router({
  published: publicQuery.output(PublishedView).query(({ ctx }) => readPublished(ctx)),
  quickTest: publicQuery.input(QuickTestInput).output(QuickTestAnswer).query(({ ctx, input }) => takeQuickTest(ctx, input)),
  list: kommuneQuery.output(OrdningList).query(({ ctx }) => listOrdninger(ctx)),
  version: kommuneQuery.input(VersionInput).output(VersionView).query(({ ctx, input }) => readVersion(ctx, input)),
  compare: kommuneQuery.input(CompareInput).output(CompareView).query(({ ctx, input }) => compareOrdning(ctx, input)),
  saveDraft: kommuneMutation.input(SaveDraftInput).output(SavedDraft).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  publish: kommuneMutation.input(PublishInput).output(VersionRow).mutation(({ ctx, input }) => publishVersion(ctx, input)),
  whatIf: outsideMutation(['administrator']).input(WhatIfInput).output(WhatIfView).query(({ ctx, input }) => tryRules(ctx, input)),
})
