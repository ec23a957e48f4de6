import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkHistory, type FaultName } from './history-check.ts'
import type { RushFacts } from './history-facts.ts'
import type { Invocation } from './history-record.ts'

type AtStripe = { charged: bigint; charges: number; refunded: bigint }
interface World { invocations: Invocation[]; facts: RushFacts & { receipts: Map<string, number>; card: { stripe: { payments: Map<string, AtStripe> } } } }

const body = (signupId: string, state = 'confirmed', existing = false) => JSON.stringify({ result: { data: { signupId, state, position: null, existing } } })
const asked = (signupId: string, childId: string, offerId: string, answers: Invocation['answers']): Invocation =>
  ({ id: signupId, kind: 'request', offerId, signups: [{ signupId, childId }], askedAt: 1, answeredAt: 2, answers })
const row = (id: string, childId: string, offerId: string, state: string, waitingNumber: number | null = null, part: Partial<RushFacts['signups'][number]> = {}): RushFacts['signups'][number] =>
  ({ id, offerId, childId, state, place: !/waiting|cancelled/.test(state), reserved: false, groupId: null, waitingNumber, price: 5000n, passPays: 0n, familyPays: 5000n, daysBefore: null, ...part })

type Card = RushFacts['card']
const line = (signupId: string, paymentId: string, amount: bigint, part: Partial<Card['lines'][number]> = {}): Card['lines'][number] =>
  ({ id: `l-${paymentId}-${signupId}`, paymentId, signupId, amount, refunded: 0n, open: false, outcome: 'placed', ...part })

/**
 * Two offers of two places: a group of two that pays in one Checkout, one of them given back for half, a promotion, a lost
 * answer that was asked for again, a pass that pays part and a card the rest, and a payment that came too late.
 */
function good(): World {
  const change = (commit: number, event: string, subjectId: string, facts: Record<string, string | number | boolean | null> = {}) => ({ commit: String(commit).padStart(4, '0'), event, subjectId, facts })
  const together: Invocation = { id: 'g', kind: 'together', offerId: 'kajak', signups: [{ signupId: 'a', childId: 'Alma' }, { signupId: 'b', childId: 'Bo' }], askedAt: 1, answeredAt: 2,
    answers: [{ status: 200, body: JSON.stringify({ result: { data: ['a', 'b'].map((signupId) => ({ signupId, state: 'confirmed', position: null, existing: false })) } }) }] }
  return {
    invocations: [
      together, asked('c', 'Carl', 'kajak', [{ status: 200, body: body('c', 'waiting') }]), asked('d', 'Dina', 'kajak', [{ status: 0, body: '' }, { status: 200, body: body('d', 'waiting') }]),
      asked('e', 'Carl', 'svømning', [{ status: 200, body: body('e') }]), asked('f', 'Eva', 'svømning', [{ status: 0, body: '' }]),
      { ...asked('x', 'Alma', 'kajak', [{ status: 200, body: body('a', 'cancelled-by-family') }]), kind: 'cancel', signups: [{ signupId: 'a', childId: 'Alma' }] },
      asked('h', 'Hans', 'svømning', [{ status: 200, body: body('h', 'seat-held') }]),
      { ...asked('pg', 'Bo', 'kajak', [{ status: 200, body: JSON.stringify({ result: { data: { id: 'pg' } } }) }]), kind: 'pay' },
    ],
    facts: {
      limit: 2,
      offers: [{ id: 'kajak', capacity: 2, reserved: 0, taken: 2, reservedTaken: 0, waiting: 1 }, { id: 'svømning', capacity: 2, reserved: 0, taken: 1, reservedTaken: 0, waiting: 0 }],
      signups: [row('a', 'Alma', 'kajak', 'cancelled-by-family', null, { groupId: 'g', price: 5001n, familyPays: 5001n, daysBefore: 9 }), row('b', 'Bo', 'kajak', 'confirmed', null, { groupId: 'g' }), row('c', 'Carl', 'kajak', 'offered', 1), row('d', 'Dina', 'kajak', 'waiting', 2),
        row('e', 'Carl', 'svømning', 'requested', null, { passPays: 3000n, familyPays: 2000n }), row('h', 'Hans', 'svømning', 'lapsed', null, { place: false })],
      changes: [
        change(1, 'signup.place-given', 'a'), change(1, 'signup.place-given', 'b'), change(2, 'signup.number-given', 'c'), change(2, 'signup.number-given', 'd'), change(3, 'signup.place-given', 'e'),
        change(4, 'signup.cancelled', 'a', { before: 'confirmed', after: 'cancelled-by-family' }), change(5, 'signup.place-offered', 'c'),
        ...['a', 'b'].map((id) => change(3, 'signup.paid', id, { paymentId: 'pg' })), change(3, 'signup.paid', 'e', { paymentId: 'pe' }),
        change(6, 'signup.place-given', 'h'), change(7, 'signup.place-lapsed', 'h', { before: 'seat-held', after: 'lapsed' }),
      ],
      receipts: new Map(Object.entries({ a: 2, b: 2, c: 1, d: 1, e: 2, h: 1 })),
      money: {
        entries: [{ id: 'hold', sum: 0n, lines: 2 }], accounts: [['held:pas', 3000n], ['co-payment:a', 2501n], ['co-payment:b', 5000n], ['co-payment:e', 2000n], ['card', -9501n]].map(([key, balance]) => ({ key: String(key), balance: BigInt(balance!), posted: BigInt(balance!) })),
        purses: [{ id: 'purse', granted: 10_000n, available: 7000n, held: 3000n, spent: 0n, returned: 0n, holds: 3000n }],
        holds: [{ signupId: 'e', held: 3000n, passPays: 3000n, place: true }],
      },
      card: {
        payments: [{ id: 'pg', state: 'paid', amount: 10_001n }, { id: 'pe', state: 'paid', amount: 2000n }, { id: 'ph', state: 'paid', amount: 5000n }],
        lines: [line('a', 'pg', 5001n, { refunded: 2500n, outcome: 'given-back' }), line('b', 'pg', 5000n), line('e', 'pe', 2000n), line('h', 'ph', 5000n, { refunded: 5000n, outcome: 'given-back' })],
        refunds: [{ id: 'ra', paymentId: 'pg', lineId: 'l-pg-a', amount: 2500n, state: 'settled', cause: 'cancelled-by-family', replacesId: null }, { id: 'rh', paymentId: 'ph', lineId: 'l-ph-h', amount: 5000n, state: 'settled', cause: 'paid-too-late', replacesId: null }],
        rule: [{ untilDays: 14, percent: 100 }, { untilDays: 3, percent: 50 }],
        stripe: { payments: new Map([['pg', { charged: 10_001n, charges: 1, refunded: 2500n }], ['pe', { charged: 2000n, charges: 1, refunded: 0n }], ['ph', { charged: 5000n, charges: 1, refunded: 5000n }]]), taken: 9501n },
      },
    },
  }
}

const ids = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'x', 'pg', 'pe', 'ph', 'ra', 'rh', 'hold', 'purse', 'kajak', 'svømning', 'Alma', 'Bo', 'Carl', 'Dina', 'Eva', 'Hans'])

/** The same with every name made a town's own, in what was answered too. */
function ofTown(value: unknown, town: string): unknown {
  const named = (one: string) => (ids.has(one) || /^(co-payment:|held:|l-)/.test(one) ? `${one}/${town}` : one)
  if (typeof value === 'string') return value.startsWith('{') ? JSON.stringify(ofTown(JSON.parse(value), town)) : named(value)
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [named(key), one]))
  if (Array.isArray(value)) return value.map((one) => ofTown(one, town))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ofTown(one, town)])) : value
}

/** Several towns' good histories as one, what was asked and what was read in any order; only commits have theirs. */
function goodTowns(seed: number): World {
  let drawn = 0
  const random = () => createHash('sha256').update(`${seed}/${drawn += 1}`).digest().readUInt32BE() / 2 ** 32
  const shuffled = <T>(rows: readonly T[]): T[] => rows.map((row) => ({ row, by: random() })).sort((a, b) => a.by - b.by).map(({ row }) => row)
  const towns = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => ofTown(good(), `by${n}`) as World)
  const all = <T>(of: (world: World) => readonly T[]) => shuffled(towns.flatMap((world) => of(world)))
  const maps = <T>(of: (world: World) => Map<string, T>) => new Map(all((world) => [...of(world)]))
  const card = all(({ facts }) => facts.money.accounts.filter(({ key }) => key === 'card'))
  const sum = card.reduce((total, { balance }) => total + balance, 0n)
  return {
    invocations: all(({ invocations }) => invocations),
    facts: {
      limit: 2, offers: all(({ facts }) => facts.offers), signups: all(({ facts }) => facts.signups), receipts: maps(({ facts }) => facts.receipts),
      changes: all(({ facts }) => facts.changes).sort((a, b) => (a.commit < b.commit ? -1 : a.commit > b.commit ? 1 : 0)),
      money: {
        entries: all(({ facts }) => facts.money.entries), purses: all(({ facts }) => facts.money.purses), holds: all(({ facts }) => facts.money.holds),
        accounts: [...all(({ facts }) => facts.money.accounts.filter(({ key }) => key !== 'card')), { key: 'card', balance: sum, posted: sum }],
      },
      card: {
        payments: all(({ facts }) => facts.card.payments), lines: all(({ facts }) => facts.card.lines), refunds: all(({ facts }) => facts.card.refunds), rule: good().facts.card.rule,
        stripe: { payments: maps(({ facts }) => facts.card.stripe.payments), taken: -sum },
      },
    },
  }
}

const signup = ({ facts }: World, id: string) => facts.signups.find((one) => one.id === id)!
const payment = ({ facts: { card } }: World, id: string) => card.payments.find((one) => one.id === id)!
const lineOf = ({ facts: { card } }: World, signupId: string) => card.lines.find((one) => one.signupId === signupId)!
const atStripe = ({ facts: { card } }: World, id: string) => card.stripe.payments.get(id)!
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
  ['to kvitteringer til familien', 'receipt-not-once', (w) => { w.facts.receipts.set('b', 3) }],
  ['ingen kvittering til familien', 'receipt-not-once', (w) => { w.facts.receipts.delete('b') }],
  ['tælleren ved siden af rækkerne', 'counter-wrong', (w) => { offer(w, 'kajak').taken = 1 }],
  ['tælleren af ventende ved siden af', 'counter-wrong', (w) => { offer(w, 'kajak').waiting = 2 }],
  ['en række uden spor', 'audit-missing', (w) => { w.facts.changes.splice(4, 1) }],
  ['et bilag, der ikke går op', 'money-unbalanced', (w) => { w.facts.money.entries[0]!.sum = 1n }],
  ['en konto, der ikke er sine bilag', 'money-lost', (w) => { w.facts.money.accounts[0]!.balance = 3001n }],
  ['en øre væk af pungen', 'money-lost', (w) => { w.facts.money.purses[0]!.available = 6999n }],
  ['penge sat af til en plads, der er givet tilbage', 'hold-leaked', (w) => { w.facts.money.holds[0]!.place = false }],
  ['en plads, som ingen har betalt', 'unpaid-place', (w) => { w.facts.card.lines = w.facts.card.lines.filter(({ signupId }) => signupId !== 'e') }],
  ['en plads betalt af et Checkout, der udløb', 'unpaid-place', (w) => { payment(w, 'pe').state = 'expired' }],
  ['betalt, og pladsen er væk', 'paid-for-nothing', (w) => { Object.assign(signup(w, 'b'), { state: 'lapsed', place: false }) }],
  ['betalt for sent, og intet tilbage', 'paid-for-nothing', (w) => { atStripe(w, 'ph').refunded = 0n }],
  ['meldt fra, og reglens halvdel blev ikke sendt', 'paid-for-nothing', (w) => { atStripe(w, 'pg').refunded = 0n }],
  ['én øre for lidt tilbage', 'paid-for-nothing', (w) => { atStripe(w, 'pg').refunded -= 1n }],
  ['mere tilbage, end reglen giver', 'given-back-too-much', (w) => { atStripe(w, 'pg').refunded = 5001n }],
  ['sendt tilbage, og pladsen er der stadig', 'given-back-too-much', (w) => { atStripe(w, 'pe').refunded = 2000n }],
  ['kortet trukket to gange', 'charged-twice', (w) => { Object.assign(atStripe(w, 'pe'), { charges: 2, charged: 4000n }) }],
  ['penge hos Stripe, som vi ikke kender', 'charge-of-nobody', (w) => { w.facts.card.stripe.payments.set('ukendt', { charged: 5000n, charges: 1, refunded: 0n }) }],
  ['en betaling kvitteret og tabt', 'payment-lost', (w) => { w.invocations.at(-1)!.answers[0]!.body = JSON.stringify({ result: { data: { id: 'tabt' } } }) }],
  ['betalt, og ingen afgjorde hvad det førte til', 'payment-undecided', (w) => { lineOf(w, 'e').outcome = null }],
  ['samme linje to gange', 'line-twice', (w) => { w.facts.card.lines.push({ ...lineOf(w, 'e'), id: 'l2' }) }],
  ['to Checkouts, der kan betales på én gang', 'line-twice', (w) => { w.facts.card.lines.push(line('d', 'p1', 5000n, { open: true, outcome: null }), line('d', 'p2', 5000n, { open: true, outcome: null })) }],
  ['en tilbagebetaling, der gik i stå', 'refund-stuck', (w) => { w.facts.card.refunds[1]!.state = 'unknown' }],
  ['vi tror, den er betalt; Stripe ved intet', 'stripe-differs', (w) => { w.facts.card.stripe.payments.delete('pe') }],
  ['en andel bogført to gange', 'books-differ', (w) => { w.facts.money.accounts.find(({ key }) => key === 'co-payment:e')!.balance = 4000n }],
  ['kortets konto en øre fra Stripes bøger', 'books-differ', (w) => { w.facts.card.stripe = { ...w.facts.card.stripe, taken: 9502n } }],
  ['betalt efter tiden, forbi dem der ventede', 'passed-the-line', (w) => { w.facts.changes.push({ commit: '0009', event: 'signup.paid', subjectId: 'a', facts: { paymentId: 'pg', afterTime: true } }) }],
]

/** The refund of `h` failed at Stripe, and staff paid it by bank. */
function paidOtherwise(world: World): World {
  const { card, money } = world.facts
  const failed = card.refunds[1]!
  failed.state = 'failed'
  card.refunds.push({ ...failed, id: 'ro', state: 'paid-otherwise', replacesId: failed.id })
  atStripe(world, 'ph').refunded = 0n
  card.stripe = { ...card.stripe, taken: card.stripe.taken + failed.amount }
  Object.assign(money.accounts.find(({ key }) => key === 'card')!, { balance: -card.stripe.taken, posted: -card.stripe.taken })
  money.accounts.push({ key: 'paid-otherwise', balance: failed.amount, posted: failed.amount })
  return world
}

describe('historien holdt op mod databasen', () => {
  it('en god historie har ingen fejl', () => {
    const { invocations, facts } = good()
    expect(checkHistory({ invocations }, facts)).toEqual([])
  })

  it('betalt tilbage på anden måde er en god historie: Stripe ved intet, familien har sine penge, og bogen siger det samme', () => {
    const world = paidOtherwise(good())
    expect(checkHistory({ invocations: world.invocations }, world.facts)).toEqual([])
  })

  it.each<[string, FaultName, (w: World) => void]>([
    ['noteret, og ikke bogført', 'books-differ', (w) => { w.facts.money.accounts.pop() }],
    ['bogført, og ikke noteret', 'refund-stuck', (w) => { w.facts.card.refunds.pop() }],
    ['én øre for lidt', 'paid-for-nothing', (w) => { w.facts.card.refunds.at(-1)!.amount -= 1n }],
    ['noteret, og sendt fra Stripe også', 'given-back-too-much', (w) => { atStripe(w, 'ph').refunded = 5000n }],
  ])('finder ved betalt på anden måde: %s', (_, fault, corrupt) => {
    const world = paidOtherwise(good())
    corrupt(world)
    expect(checkHistory({ invocations: world.invocations }, world.facts).map((one) => one.fault)).toContain(fault)
  })

  it('20 gode historier fra flere byer, i enhver rækkefølge, giver ingen alarm; én plads for meget i én af dem gør', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const world = goodTowns(seed)
      expect(checkHistory({ invocations: world.invocations }, world.facts), `seed ${seed}`).toEqual([])
      world.facts.offers[0]!.capacity = 0
      expect(checkHistory({ invocations: world.invocations }, world.facts), `seed ${seed}`).not.toEqual([])
    }
  })

  it.each(planted)('finder: %s', (_name, fault, corrupt) => {
    const world = good()
    corrupt(world)
    expect(checkHistory({ invocations: world.invocations }, world.facts).map((one) => one.fault)).toContain(fault)
  })
})
