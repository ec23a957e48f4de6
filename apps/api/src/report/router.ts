import { policy } from '@medspil/domain/access'
import { ExportView, FiguresInput, FiguresView, ProgramFiguresInput, ProgramFiguresView } from '@medspil/contracts/report'
import { outsideMutation, router } from '../trpc/procedure.ts'
import { exportFigures } from './export-figures.ts'
import { exportProgramFigures } from './export-program.ts'
import { readFigures } from './read-figures.ts'
import { readProgramFigures } from './read-program.ts'

// Read by a pool of its own, outside the caller's transaction.
const reporters = outsideMutation(policy['report.read'].kinds)
const programReporters = outsideMutation(policy['report.program'].kinds)

/** How far the children came and how many stay, in counts that give nobody away. */
export const reportRouter = router({
  figures: reporters.input(FiguresInput).output(FiguresView).query(({ ctx, input }) => readFigures(ctx, input)),
  export: reporters.input(FiguresInput).output(ExportView).query(({ ctx, input }) => exportFigures(ctx, input)),
  program: programReporters.input(ProgramFiguresInput).output(ProgramFiguresView).query(({ ctx, input }) => readProgramFigures(ctx, input)),
  exportProgram: programReporters.input(ProgramFiguresInput).output(ExportView).query(({ ctx, input }) => exportProgramFigures(ctx, input)),
})
