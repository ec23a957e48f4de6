import type { Fault } from './history-check.ts'
import type { RushFacts } from './history-facts.ts'

const withPlace = new Set(['seat-held', 'requested', 'confirmed', 'started', 'offered', 'awaiting-payment'])

interface Standing { childId: string; offerId: string; groupId: string | null; reserved: boolean; number: number | null; state: 'place' | 'waiting' | 'over' }

/**
 * Walks through the changes in the order of their commits and asks after each commit whether any offer holds more children
 * than its capacity then was, any child more places than it may have, any group is half placed, or anybody passed the line.
 */
export function replayFaults(facts: RushFacts): Fault[] {
  const faults: Fault[] = []
  const rows = new Map(facts.signups.map((signup) => [signup.id, signup]))
  const offers = new Map(facts.offers.map(({ id, capacity, reserved }) => [id, { capacity, reserved }]))
  // The rows know the capacity of today; the first edit of each says what it was before.
  for (const { event, subjectId, facts: { before } } of facts.changes.toReversed()) {
    const offer = offers.get(subjectId)
    if (offer && event === 'offer.capacity-set') offer.capacity = Number(before)
    if (offer && event === 'offer.reserved-set') offer.reserved = Number(before)
  }
  const standing = new Map<string, Standing>()
  const ofOffer = new Map<string, Set<Standing>>()
  const ofChild = new Map<string, Set<Standing>>()
  const into = (map: Map<string, Set<Standing>>, key: string, one: Standing) => { map.set(key, (map.get(key) ?? new Set()).add(one)) }

  for (const commit of Map.groupBy(facts.changes, (change) => change.commit).values()) {
    const touched = new Set<string>()
    const children = new Set<string>()
    const groups = new Set<string>()
    for (const { event, subjectId, facts: said } of commit) {
      const offer = offers.get(subjectId)
      if (offer && event === 'offer.capacity-set') { offer.capacity = Number(said['after']); touched.add(subjectId) }
      if (offer && event === 'offer.reserved-set') { offer.reserved = Number(said['after']); touched.add(subjectId) }
      const row = rows.get(subjectId)
      if (!row || !event.startsWith('signup.')) continue
      if (event === 'signup.place-given' || event === 'signup.number-given') {
        const one: Standing = { childId: row.childId, offerId: row.offerId, groupId: row.groupId, reserved: said['reserved'] === true, number: row.waitingNumber, state: event === 'signup.place-given' ? 'place' : 'waiting' }
        standing.set(subjectId, one)
        into(ofOffer, row.offerId, one)
        into(ofChild, row.childId, one)
      }
      const one = standing.get(subjectId)
      if (!one) continue
      const isBack = event === 'signup.paid' && said['afterTime'] === true
      if (event === 'signup.place-offered' || isBack) {
        const passed = [...ofOffer.get(one.offerId) ?? []].filter((other) => other.state === 'waiting' && (isBack || other.number! < one.number!) && !mayBePassed(other, one))
        if (passed.length > 0) faults.push({ fault: 'passed-the-line', about: subjectId })
        one.state = 'place'
      }
      if (typeof said['after'] === 'string' && !withPlace.has(said['after'])) one.state = 'over'
      touched.add(one.offerId)
      children.add(one.childId)
      if (one.groupId) groups.add(one.groupId)
    }
    for (const id of touched) {
      const [offer, placed] = [offers.get(id), [...ofOffer.get(id) ?? []].filter(({ state }) => state === 'place')]
      if (!offer) continue
      if (placed.length > offer.capacity) faults.push({ fault: 'oversold', about: id })
      else if (placed.filter(({ reserved }) => !reserved).length > offer.capacity - offer.reserved) faults.push({ fault: 'reserved-leaked', about: id })
    }
    for (const id of children) {
      const held = [...ofChild.get(id) ?? []].filter(({ state }) => state === 'place').length
      if (facts.limit !== null && held > facts.limit) faults.push({ fault: 'over-limit', about: id })
    }
    for (const id of groups) {
      const states = new Set([...standing.values()].filter(({ groupId, state }) => groupId === id && state !== 'over').map(({ state }) => state))
      if (states.size > 1) faults.push({ fault: 'half-group', about: id })
    }
  }
  return faults

  // Who may not have more places, or waits in a group that needs more than are free, keeps the number and is passed.
  function mayBePassed(other: Standing, by: Standing): boolean {
    const held = [...ofChild.get(other.childId) ?? []].filter(({ state }) => state === 'place').length
    return (facts.limit !== null && held >= facts.limit) || (other.groupId !== null && other.groupId !== by.groupId)
  }
}
