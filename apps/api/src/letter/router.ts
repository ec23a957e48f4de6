import { LetterRow, LetterView, MarkLetterRead, ReadLetter } from '@medspil/contracts/letter'
import { Done } from '@medspil/contracts/shared'
import * as z from 'zod/mini'
import { familyMutation, familyQuery, loggedInQuery, router } from '../trpc/procedure.ts'
import { markLetterRead, readLetter, readMyLetters } from './read-letters.ts'

/** Letters of the kommune, for the one they were sent to. */
export const letterRouter = router({
  mine: familyQuery.output(z.array(LetterRow)).query(({ ctx }) => readMyLetters(ctx)),
  read: loggedInQuery.input(ReadLetter).output(LetterView).query(({ ctx, input }) => readLetter(ctx, input)),
  markRead: familyMutation.input(MarkLetterRead).output(Done).mutation(({ ctx, input }) => markLetterRead(ctx, input)),
})
