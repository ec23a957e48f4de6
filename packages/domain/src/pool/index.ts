export { entryForCut, entryForFunding } from './entries.ts'
export {
  heldBack, holdInPool, openPool, poolAddsUp, promiseInOrder, releaseInPool, resize, spendFromPool, takeBackInPool,
  type Pool, type PoolAnswer,
} from './pool.ts'
export type { PoolWhyNot } from './why-not.ts'
