import { ProgramDetail, ProgramView, ShowProgram } from '@medspil/contracts/holiday-program'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { outsideMutation, publicQuery, router } from '../trpc/procedure.ts'
import { listPrograms, showProgram } from './show-programs.ts'

/** Holiday programmes and what there is to do in them. */
export const holidayProgramRouter = router({
  list: publicQuery.output(z.array(ProgramView)).query(({ ctx }) => listPrograms(ctx)),
  show: outsideMutation(policy['holiday-program.read'].kinds).input(ShowProgram).output(ProgramDetail).query(({ ctx, input }) => showProgram(ctx, input)),
})
