import type { Ore } from '@medspil/ledger'

/** Why a pool refuses an act; amounts in øre. */
export type PoolWhyNot =
  /** Nothing or too little is free, and the ordning says stop. */
  | { reason: 'pool-empty'; poolId: string; asked: Ore; free: Ore }
  /** Too little is free, and the ordning says that the application waits for money. */
  | { reason: 'waiting-for-pool'; poolId: string; asked: Ore; free: Ore }
  /** More would be given back than is promised, or paid out than is promised. */
  | { reason: 'pool-promised-too-little'; poolId: string; asked: Ore; promised: Ore }
  /** The pool would be cut below what is already promised and spent. */
  | { reason: 'pool-cut-below-promises'; poolId: string; wanted: Ore; bound: Ore }
