/** A holiday programme's way (product.md 3c). The way in is wishes with a draw, or an opening minute. */
export type ProgramState =
  | 'draft' | 'published' | 'wishing' | 'opening' | 'drawn' | 'paying' | 'leftovers' | 'running' | 'finished' | 'scrubbed'

/** Where each state may go; `scrubbed` means allergies and pick-up facts are gone. */
export const programMoves: Readonly<Record<ProgramState, readonly ProgramState[]>> = {
  draft: ['published'],
  published: ['draft', 'wishing', 'opening'],
  wishing: ['drawn'],
  opening: ['leftovers', 'running'],
  drawn: ['paying'],
  paying: ['leftovers', 'running'],
  leftovers: ['running'],
  running: ['finished'],
  finished: ['scrubbed'],
  scrubbed: [],
}

/** One activity of a programme; everything but draft and cancelled follows from counts and days. */
export type ActivityState = 'draft' | 'open' | 'full' | 'below-minimum' | 'held' | 'finished' | 'cancelled'
