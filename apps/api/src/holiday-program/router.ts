import { ProgramDetail, ProgramView, ShowProgram } from '@medspil/contracts/holiday-program'
import { DrawProgress, DrawView, HoldDraw, SaveWishes, ShowWishes, WishesView } from '@medspil/contracts/draw'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { familyMutation, familyQuery, outsideMutation, publicQuery, router } from '../trpc/procedure.ts'
import { holdDraw } from './hold-draw.ts'
import { readDraw, readDrawProgress } from './read-draw.ts'
import { readWishes } from './read-wishes.ts'
import { saveFamilyWishes } from './save-wishes.ts'
import { listPrograms, showProgram } from './show-programs.ts'

/** Holiday programmes and what there is to do in them. */
export const holidayProgramRouter = router({
  list: publicQuery.output(z.array(ProgramView)).query(({ ctx }) => listPrograms(ctx)),
  wishes: familyQuery.input(ShowWishes).output(WishesView).query(({ ctx, input }) => readWishes(ctx, input)),
  saveWishes: familyMutation.input(SaveWishes).output(WishesView).mutation(({ ctx, input }) => saveFamilyWishes(ctx, input)),
  draw: publicQuery.input(ShowWishes).output(DrawView).query(({ ctx, input }) => readDraw(ctx, input)),
  drawProgress: outsideMutation(policy['holiday-program.draw'].kinds).input(ShowWishes).output(DrawProgress).query(({ ctx, input }) => readDrawProgress(ctx, input)),
  holdDraw: outsideMutation(policy['holiday-program.draw'].kinds).input(HoldDraw).output(DrawProgress).mutation(({ ctx, input }) => holdDraw(ctx, input)),
  show: outsideMutation(policy['holiday-program.read'].kinds).input(ShowProgram).output(ProgramDetail).query(({ ctx, input }) => showProgram(ctx, input)),
})
