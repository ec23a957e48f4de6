import { CareOf, CareView, EarlierNote, EraseCareNote, SaveCareNote, TeamCare } from '@medspil/contracts/care'
import { Done } from '@medspil/contracts/shared'
import { familyMutation, familyQuery, foreningQuery, router } from '../trpc/procedure.ts'
import { eraseCareNote, saveCareNote } from './save-note.ts'
import { copyEarlier, showNote } from './show-note.ts'
import { teamNotes } from './team-notes.ts'

/** What the adults of one activity must know of a child, for as long as they must. */
export const careRouter = router({
  show: familyQuery.input(CareOf).output(CareView).query(({ ctx, input }) => showNote(ctx, input)),
  earlier: familyQuery.input(CareOf).output(EarlierNote).query(({ ctx, input }) => copyEarlier(ctx, input)),
  save: familyMutation.input(SaveCareNote).output(Done).mutation(({ ctx, input }) => saveCareNote(ctx, input)),
  erase: familyMutation.input(EraseCareNote).output(Done).mutation(({ ctx, input }) => eraseCareNote(ctx, input)),
  ofTeam: foreningQuery.output(TeamCare).query(({ ctx }) => teamNotes(ctx)),
})
