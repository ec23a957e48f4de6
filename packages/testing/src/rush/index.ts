export type { Load, LoadResult } from './load-main.ts'
export { plantOneRow, runOneRow } from './one-row.ts'
export { nth, type Pattern } from './pattern.ts'
export { clearRush, plantRush, type RushFamily, type RushSize, type RushWorld } from './plant.ts'
export { emptyTally, numbersOf, sendStorm, type Storm, type Tally } from './storm.ts'
export { mutationText, type Sender, Wire, type WireAnswer } from './wire.ts'
/** PostgreSQL's client, for measurements that stand outside the packages. */
export { default as pg } from 'pg'
