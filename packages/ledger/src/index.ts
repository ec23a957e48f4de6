export {
  add, kroner, max, min, negate, ore, shareRoundedDown, splitOre, subtract, sum, zero, type Ore,
} from './ore.ts'
