import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeInOpenShare, keptAsTaken, openShare, type PlaceShares } from './open-share.ts'

const anyShares = fc.record({ reserved: fc.nat(6), openTaken: fc.nat(6), openFree: fc.nat(6), onKept: fc.nat(6) }).map(({ reserved, openTaken, openFree, onKept }): PlaceShares => {
  const reservedTaken = Math.min(onKept, reserved)
  return { capacity: openTaken + openFree + reserved, taken: openTaken + reservedTaken, reserved, reservedTaken }
})
const oneMoreOnKept = (shares: PlaceShares): PlaceShares => ({ ...shares, taken: shares.taken + 1, reservedTaken: shares.reservedTaken + 1 })
const told = (shares: PlaceShares) => [openShare(shares), keptAsTaken(shares), freeInOpenShare(shares)]

describe('det, andre får at vide om pladser', () => {
  test('fem pladser, to reserverede, et almindeligt barn', () =>
    expect(told({ capacity: 5, taken: 2, reserved: 2, reservedTaken: 1 })).toEqual([{ capacity: 3, taken: 1 }, { capacity: 5, taken: 3 }, 2]))
  test('flytter sig ikke, når en reserveret plads bliver fyldt', () =>
    fc.assert(fc.property(anyShares.filter(({ reserved, reservedTaken }) => reservedTaken < reserved), (shares) => { expect(told(oneMoreOnKept(shares))).toEqual(told(shares)) })))
  test('arrangørens tal og offentlighedens siger lige mange ledige', () =>
    fc.assert(fc.property(anyShares, (shares) => { expect(keptAsTaken(shares).capacity - keptAsTaken(shares).taken).toBe(freeInOpenShare(shares)) })))
  test('rød tvilling: de rå tal flytter sig', () =>
    fc.assert(fc.property(anyShares, (shares) => { expect(oneMoreOnKept(shares).taken).not.toBe(shares.taken) })))
})
