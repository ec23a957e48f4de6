import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSignups, type SignupAnswer, type SignupBatch } from './decide.ts'
import { world } from './worlds.test-kit.ts'

const runs = { numRuns: 1500, seed: 20260602 }

type Decide = (batch: SignupBatch) => SignupAnswer[]

/** Faults in a set of answers, found by counting the answers alone, without the rule's own book. */
const faults = (batch: SignupBatch, answers: SignupAnswer[]): string[] => {
  const found: string[] = []
  const requestOf = new Map(batch.requests.map((request) => [request.requestId, request]))
  const fresh = answers.filter((a) => a.kind !== 'refused' && !a.existing)
  const requests = (kind: string) => fresh.filter((a) => a.kind === kind).map((a) => requestOf.get(a.requestId)!)

  for (const { id, capacity, taken, waiting } of batch.activities) {
    const places = requests('place').filter((request) => request.activityId === id)
    if (taken + places.length > capacity) found.push(`oversold ${id}`)
    if (waiting > 0 && places.length > 0) found.push(`passed the line of ${id}`)
    const positions = fresh.flatMap((a) => a.kind === 'waiting' && requestOf.get(a.requestId)!.activityId === id ? [a.position] : [])
    if ([...positions].sort((a, b) => a - b).some((position, at) => position !== waiting + at + 1)) found.push(`gap in ${id}`)
    const pairs = fresh.map((a) => requestOf.get(a.requestId)!).filter((r) => r.activityId === id).map((r) => r.childId)
    if (new Set(pairs).size < pairs.length) found.push(`double in ${id}`)
  }
  const limit = batch.limits.get('sommer')![0]!
  for (const childId of batch.children.keys()) {
    for (const [kind, most] of [['place', limit.places], ['waiting', limit.waiting]] as const) {
      if (most !== null && requests(kind).filter((r) => r.childId === childId).length > most) found.push(`${childId} over ${kind} limit`)
    }
  }
  for (const groupId of ['g1', 'g2']) {
    const kinds = new Set(answers.filter((a) => requestOf.get(a.requestId)!.groupId === groupId && (a.kind === 'refused' || !a.existing)).map((a) => a.kind))
    if (kinds.size > 1) found.push(`half placed ${groupId}`)
  }
  return found
}

const everyFault = (decide: Decide): string[] => {
  const seen = new Set<string>()
  for (const batch of fc.sample(world, { ...runs, numRuns: 500 })) {
    for (const fault of faults(batch, decide(batch))) seen.add(fault.split(' ')[0]!)
  }
  return [...seen].sort()
}

/** The same outcome for requests without groups, written as naively as possible. */
const naive = (batch: SignupBatch): string[] => {
  const taken: Record<string, number> = {}
  const line: Record<string, number> = {}
  for (const a of batch.activities) [taken[a.id], line[a.id]] = [a.taken, a.waiting]
  const mine: { child: string; activity: string; said: string }[] = []
  const limit = batch.limits.get('sommer')![0]!
  return batch.requests.map(({ childId: child, activityId: activity }) => {
    const before = mine.find((m) => m.child === child && m.activity === activity)
    if (before) return before.said
    const count = (start: string) => mine.filter((m) => m.child === child && m.said.startsWith(start)).length
    if (limit.places !== null && count('place') >= limit.places) return 'refused'
    const { capacity } = batch.activities.find((a) => a.id === activity)!
    const free = line[activity] === 0 && taken[activity]! < capacity
    if (!free && limit.waiting !== null && count('waiting') >= limit.waiting) return 'refused'
    const said = free ? 'place' : `waiting ${line[activity]! + 1}`
    if (free) taken[activity]! += 1
    else line[activity]! += 1
    mine.push({ child, activity, said })
    return said
  })
}

describe('ingen plads gives to gange', () => {
  test('kapacitet, grænse pr. barn, hele grupper og huller i køen holder i 1.500 tilfældige bundter', () => {
    let asked = 0
    fc.assert(fc.property(world, (batch) => {
      asked += batch.requests.length
      expect(faults(batch, decideSignups(batch))).toEqual([])
    }), runs)
    expect(asked).toBeGreaterThan(3000)
  })

  test('uden grupper er svaret det samme som den naive optælling', () => {
    fc.assert(fc.property(world, (batch) => {
      const alone = { ...batch, requests: batch.requests.map((request) => ({ ...request, groupId: null })) }
      const said = decideSignups(alone).map((a) => (a.kind === 'waiting' ? `waiting ${a.position}` : a.kind))
      expect(said).toEqual(naive(alone))
    }), runs)
  })

  test('en gruppe venter kun, når den ikke kunne være der hel', () => {
    fc.assert(fc.property(world, (batch) => {
      const group = batch.requests.filter((r) => r.groupId === 'g1')
      const answers = decideSignups({ ...batch, requests: group })
      if (answers.length === 0 || answers.some((a) => a.kind !== 'waiting')) return
      const needs = (id: string) => new Set(group.filter((r) => r.activityId === id).map((r) => r.childId)).size
      expect(batch.activities.some((a) => needs(a.id) > 0 && (a.waiting > 0 || a.capacity - a.taken < needs(a.id)))).toBe(true)
    }), runs)
  })
})

describe('røde tvillinger', () => {
  test('tæl først, skriv bagefter: hver anmodning ser det samme gamle tal og der oversælges', () => {
    const countThenInsert: Decide = (batch) =>
      batch.requests.flatMap((request) => decideSignups({ ...batch, requests: [request] }))
    const seen = everyFault(countThenInsert)
    expect(seen).toContain('oversold')
    expect(seen).toContain('gap')
    expect(seen.some((fault) => fault.startsWith('barn-'))).toBe(true)
  })

  test('grupper afgjort barn for barn bliver halve', () => {
    const oneByOne: Decide = (batch) =>
      decideSignups({ ...batch, requests: batch.requests.map((request) => ({ ...request, groupId: null })) })
    expect(everyFault(oneByOne)).toContain('half')
  })

  test('den rigtige regel har ingen fejl i de samme verdener', () => expect(everyFault(decideSignups)).toEqual([]))
})
