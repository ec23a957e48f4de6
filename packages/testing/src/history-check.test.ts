import { describe, expect, it } from 'vitest'
import { checkHistory, type FaultName } from './history-check.ts'
import type { RushFacts } from './history-facts.ts'
import type { Invocation } from './history-record.ts'

interface World { invocations: Invocation[]; facts: RushFacts & { receipts: Map<string, number> } }

const body = (signupId: string, state = 'confirmed', existing = false) => JSON.stringify({ result: { data: { signupId, state, position: null, existing } } })
const asked = (signupId: string, childId: string, offerId: string, answers: Invocation['answers']): Invocation =>
  ({ id: signupId, kind: 'request', offerId, signups: [{ signupId, childId }], askedAt: 1, answeredAt: 2, answers })
const row = (id: string, childId: string, offerId: string, state: string, waitingNumber: number | null = null, part: Partial<RushFacts['signups'][number]> = {}): RushFacts['signups'][number] =>
  ({ id, offerId, childId, state, place: !/waiting|cancelled/.test(state), reserved: false, groupId: null, waitingNumber, price: 5000n, passPays: 0n, familyPays: 5000n, ...part })

/** Two offers of two places: a group of two, a cancellation, a promotion, a lost answer that was asked for again, a pass that pays. */
function good(): World {
  const change = (commit: number, event: string, subjectId: string, facts: Record<string, string | number | boolean | null> = {}) => ({ commit: String(commit).padStart(4, '0'), event, subjectId, facts })
  const together: Invocation = { id: 'g', kind: 'together', offerId: 'kajak', signups: [{ signupId: 'a', childId: 'Alma' }, { signupId: 'b', childId: 'Bo' }], askedAt: 1, answeredAt: 2,
    answers: [{ status: 200, body: JSON.stringify({ result: { data: ['a', 'b'].map((signupId) => ({ signupId, state: 'confirmed', position: null, existing: false })) } }) }] }
  return {
    invocations: [
      together, asked('c', 'Carl', 'kajak', [{ status: 200, body: body('c', 'waiting') }]), asked('d', 'Dina', 'kajak', [{ status: 0, body: '' }, { status: 200, body: body('d', 'waiting') }]),
      asked('e', 'Carl', 'svømning', [{ status: 200, body: body('e') }]), asked('f', 'Eva', 'svømning', [{ status: 0, body: '' }]),
      { ...asked('x', 'Alma', 'kajak', [{ status: 200, body: body('a', 'cancelled-by-family') }]), kind: 'cancel', signups: [{ signupId: 'a', childId: 'Alma' }] },
    ],
    facts: {
      limit: 2,
      offers: [{ id: 'kajak', capacity: 2, reserved: 0, taken: 2, reservedTaken: 0, waiting: 1 }, { id: 'svømning', capacity: 2, reserved: 0, taken: 1, reservedTaken: 0, waiting: 0 }],
      signups: [row('a', 'Alma', 'kajak', 'cancelled-by-family', null, { groupId: 'g' }), row('b', 'Bo', 'kajak', 'confirmed', null, { groupId: 'g' }), row('c', 'Carl', 'kajak', 'offered', 1), row('d', 'Dina', 'kajak', 'waiting', 2),
        row('e', 'Carl', 'svømning', 'requested', null, { passPays: 3000n, familyPays: 2000n })],
      changes: [
        change(1, 'signup.place-given', 'a'), change(1, 'signup.place-given', 'b'), change(2, 'signup.number-given', 'c'), change(2, 'signup.number-given', 'd'), change(3, 'signup.place-given', 'e'),
        change(4, 'signup.cancelled', 'a', { before: 'confirmed', after: 'cancelled-by-family' }), change(5, 'signup.place-offered', 'c'),
      ],
      receipts: new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, 1])),
      money: {
        entries: [{ id: 'hold', sum: 0n, lines: 2 }], accounts: [{ key: 'held:pas', balance: 3000n, posted: 3000n }],
        purses: [{ id: 'purse', granted: 10_000n, available: 7000n, held: 3000n, spent: 0n, returned: 0n, holds: 3000n }],
        holds: [{ signupId: 'e', held: 3000n, passPays: 3000n, place: true }],
      },
    },
  }
}

const signup = ({ facts }: World, id: string) => facts.signups.find((one) => one.id === id)!
const offer = ({ facts }: World, id: string) => facts.offers.find((one) => one.id === id)!

/** One small corruption each, and the name it must be given. */
const planted: [string, FaultName, (world: World) => void][] = [
  ['et sted mere end der er', 'oversold', (w) => { w.facts.changes[2]!.event = 'signup.place-given' }],
  ['oversolgt et øjeblik, rettet bagefter', 'oversold', (w) => { [w.facts.changes[5], w.facts.changes[6]] = [{ ...w.facts.changes[6]!, commit: '0004' }, { ...w.facts.changes[5]!, commit: '0005' }] }],
  ['en holdt plads givet til en anden', 'reserved-leaked', (w) => { offer(w, 'kajak').reserved = 1 }],
  ['et barn over sin grænse', 'over-limit', (w) => { w.facts.limit = 1 }],
  ['samme barn to gange på samme aktivitet', 'double-place', (w) => { Object.assign(signup(w, 'b'), { childId: 'Carl' }) }],
  ['en halv gruppe', 'half-group', (w) => { w.facts.changes[1]!.event = 'signup.number-given' }],
  ['nummer 2 før nummer 1', 'passed-the-line', (w) => { w.facts.changes[6]!.subjectId = 'd' }],
  ['et hul i køen', 'number-gap', (w) => { signup(w, 'd').waitingNumber = 3 }],
  ['et nummer to gange', 'number-twice', (w) => { signup(w, 'd').waitingNumber = 1 }],
  ['kvitteret og tabt', 'ack-lost', (w) => { w.facts.signups = w.facts.signups.filter(({ id }) => id !== 'd') }],
  ['kvitteret på en anden aktivitet', 'ack-lost', (w) => { signup(w, 'e').offerId = 'kajak' }],
  ['to svar på samme id', 'ack-changed', (w) => { w.invocations[2]!.answers.push({ status: 200, body: body('d', 'confirmed') }) }],
  ['gjort to gange', 'made-twice', (w) => { w.facts.changes.push({ ...w.facts.changes[4]!, commit: '0009' }) }],
  ['gjort, uden at nogen bad om det', 'made-unasked', (w) => { w.facts.signups.push(row('z', 'Zoe', 'svømning', 'confirmed')) }],
  ['ubesvaret, og gjort under to id’er', 'made-unasked', (w) => { w.facts.signups.push(row('f', 'Eva', 'svømning', 'confirmed'), row('f2', 'Eva', 'svømning', 'confirmed')) }],
  ['et afbud, der blev glemt', 'cancel-lost', (w) => { Object.assign(signup(w, 'a'), { state: 'confirmed', place: true }) }],
  ['to kvitteringer til familien', 'receipt-not-once', (w) => { w.facts.receipts.set('b', 2) }],
  ['ingen kvittering til familien', 'receipt-not-once', (w) => { w.facts.receipts.delete('b') }],
  ['tælleren ved siden af rækkerne', 'counter-wrong', (w) => { offer(w, 'kajak').taken = 1 }],
  ['tælleren af ventende ved siden af', 'counter-wrong', (w) => { offer(w, 'kajak').waiting = 2 }],
  ['en række uden spor', 'audit-missing', (w) => { w.facts.changes.splice(4, 1) }],
  ['et bilag, der ikke går op', 'money-unbalanced', (w) => { w.facts.money.entries[0]!.sum = 1n }],
  ['en konto, der ikke er sine bilag', 'money-lost', (w) => { w.facts.money.accounts[0]!.balance = 3001n }],
  ['en øre væk af pungen', 'money-lost', (w) => { w.facts.money.purses[0]!.available = 6999n }],
  ['penge sat af til en plads, der er givet tilbage', 'hold-leaked', (w) => { w.facts.money.holds[0]!.place = false }],
]

describe('historien holdt op mod databasen', () => {
  it('en god historie har ingen fejl', () => {
    const { invocations, facts } = good()
    expect(checkHistory({ invocations }, facts)).toEqual([])
  })

  it.each(planted)('finder: %s', (_name, fault, corrupt) => {
    const world = good()
    corrupt(world)
    expect(checkHistory({ invocations: world.invocations }, world.facts).map((one) => one.fault)).toContain(fault)
  })
})
