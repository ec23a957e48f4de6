export {
  add, kroner, max, min, negate, ore, shareRoundedDown, splitOre, subtract, sum, zero, type Ore,
} from './ore.ts'
export { accountKey, isNeverNegative, type Account, type AccountKind, type Rail } from './accounts.ts'
export {
  EntryRefused, gather, makeEntry, move, reverse, type Entry, type EntryFault, type EntryKind, type Posting,
} from './entry.ts'
export { allBalanced, balanceOf, balancesOf, emptyBook, post, type Book, type PostFault } from './book.ts'
