import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { instant } from '../instant.ts'
import { decideSignups, type SignupAnswer } from './decide.ts'
import { clashOf, type HeldSignup, type LimitStage } from './facts.ts'
import { aBatch, aChild, anActivity, aRequest, limitOf, noon } from './worlds.test-kit.ts'

const said = (answer: SignupAnswer | undefined): string =>
  answer === undefined ? 'intet svar'
    : answer.kind === 'refused' ? answer.whyNot.reason
      : answer.kind === 'waiting' ? `nummer ${answer.position}` : 'plads'

const place = (part: Parameters<typeof anActivity>[0] = {}, signupId = 'før'): HeldSignup =>
  ({ signupId, kind: 'place', reserved: false, activity: anActivity(part) })

describe('en plads eller et nummer i køen', () => {
  test('to pladser, fire børn: to pladser og nummer 1 og 2', () => {
    const answers = decideSignups(aBatch(['Alma', 'Bo', 'Carl', 'Dina'].map((id) => aRequest(id))))
    expect(answers.map(said)).toEqual(['plads', 'plads', 'nummer 1', 'nummer 2'])
  })

  test('er der kø, går en ledig plads til køen og ikke til den, der spørger nu', () => {
    const [answer] = decideSignups(aBatch([aRequest('Alma')], { activities: [anActivity({ taken: 1, waiting: 3 })] }))
    expect(said(answer)).toBe('nummer 4')
  })

  test('er kapaciteten sat ned under det optagne, gives ingen plads', () => {
    const activities = [anActivity({ capacity: 1, taken: 2 })]
    expect(said(decideSignups(aBatch([aRequest('Alma')], { activities }))[0])).toBe('nummer 1')
  })

  test('samme barn to gange får samme svar og kun én plads', () => {
    const twice = [aRequest('1', { childId: 'Alma' }), aRequest('2', { childId: 'Alma' }), aRequest('3'), aRequest('4')]
    const answers = decideSignups(aBatch(twice))
    expect(answers[1]).toEqual({ requestId: '2', kind: 'place', signupId: 's-1', existing: true, reserved: false })
    expect(answers.map(said)).toEqual(['plads', 'plads', 'plads', 'nummer 1'])
  })

  test('barnet, der allerede venter, beholder sit nummer', () => {
    const held: HeldSignup[] = [{ signupId: 'før', kind: 'waiting', position: 2, activity: anActivity() }]
    const children = new Map([['Alma', aChild({ held })]])
    expect(decideSignups(aBatch([aRequest('Alma')], { children, activities: [anActivity({ waiting: 5 })] }))[0])
      .toEqual({ requestId: 'Alma', kind: 'waiting', signupId: 'før', existing: true, position: 2 })
  })

  test('en fuld venteliste siger det', () => {
    const activities = [anActivity({ capacity: 0, waiting: 3, waitingLimit: 3 })]
    expect(said(decideSignups(aBatch([aRequest('Alma')], { activities }))[0])).toBe('waiting-list-full')
  })

  test('et dårligt ønske vælter ikke naboens', () => {
    const answers = decideSignups(aBatch([aRequest('Alma', { activityId: 'findes ikke' }), aRequest('Bo')]))
    expect(answers.map(said)).toEqual(['activity-not-offered', 'plads'])
  })
})

describe('hvornår man kan tilmelde', () => {
  const cases: [string, Parameters<typeof anActivity>[0], string][] = [
    ['før åbningen', { opens: instant('2026-06-02T10:00:00.001Z') }, 'signup-not-open-yet'],
    ['på åbningsminuttet', { opens: noon }, 'plads'],
    ['på lukketidspunktet er det for sent', { closes: noon }, 'signup-closed'],
    ['lige før lukketid', { closes: instant('2026-06-02T10:00:00.001Z') }, 'plads'],
    ['aflyst', { cancelled: true }, 'activity-cancelled'],
    ['sidste dag er i dag', { lastDay: day('2026-06-02') }, 'plads'],
    ['sidste dag var i går', { lastDay: day('2026-06-01') }, 'activity-over'],
    ['lige før den sidste gang begynder', { lastDay: day('2026-06-02'), lastBegins: instant('2026-06-02T10:00:00.001Z') }, 'plads'],
    ['i det øjeblik den sidste gang begynder', { lastDay: day('2026-06-02'), lastBegins: noon }, 'activity-over'],
    ['tredje dag af fem', { firstDay: day('2026-05-31'), lastDay: day('2026-06-04'), lastBegins: instant('2026-06-04T07:00:00.000Z') }, 'plads'],
    ['for ung på dagen', { admits: { kind: 'completed-years', from: 11, to: null, on: 'activity-day' } }, 'too-young-for-place'],
  ]
  test.each(cases)('%s', (_name, part, expected) => {
    expect(said(decideSignups(aBatch([aRequest('Alma')], { activities: [anActivity(part)] }))[0])).toBe(expected)
  })
  test('rød tvilling: kender reglen kun dagen, tages der plads i noget, der er begyndt', () => {
    const begun = anActivity({ lastDay: day('2026-06-02'), lastBegins: noon })
    const endOfDay = instant('2026-06-02T22:00:00.000Z')
    expect(said(decideSignups(aBatch([aRequest('Alma')], { activities: [{ ...begun, lastBegins: endOfDay }] }))[0])).toBe('plads')
  })
})

describe('grænsen pr. barn, trin for trin (Gladsaxe)', () => {
  const stages: LimitStage[] = [
    { from: instant('2026-06-01T08:00:00.000Z'), places: 1, waiting: 0 },
    { from: instant('2026-06-08T08:00:00.000Z'), places: null, waiting: null },
  ]
  const limits = new Map([['sommer', stages]])
  const children = new Map([['Alma', aChild({ held: [place({ id: 'klatring' })] })]])
  const ask = (at: string, activities = [anActivity()]) =>
    decideSignups(aBatch([aRequest('Alma', { at: instant(at) })], { limits, children, activities }))[0]

  test('den anden aktivitet i første uge afvises med dagen, hvor der må flere', () => {
    expect(ask('2026-06-02T08:00:00.000Z')).toMatchObject({
      whyNot: { reason: 'child-limit-reached', limit: 1, next: { from: stages[1]!.from, limit: null } },
    })
  })
  test('på minuttet i næste trin går det', () => expect(said(ask('2026-06-08T08:00:00.000Z'))).toBe('plads'))
  test('før første trin er der ikke åbent', () =>
    expect(said(ask('2026-05-31T08:00:00.000Z'))).toBe('signup-not-open-yet'))
  test('i første uge er der ingen venteliste', () => {
    const requests = [aRequest('Bo')]
    const activities = [anActivity({ capacity: 0 })]
    expect(decideSignups(aBatch(requests, { limits, activities }))[0])
      .toMatchObject({ whyNot: { reason: 'waiting-limit-reached', limit: 0, next: { limit: null } } })
  })
  test('grænsen gælder også inden for samme bundt', () => {
    const requests = ['a', 'b'].map((id) => aRequest(id, { childId: 'Bo', activityId: id }))
    const activities = ['a', 'b'].map((id) => anActivity({ id }))
    expect(decideSignups(aBatch(requests, { limits: limitOf(1, null), activities })).map(said))
      .toEqual(['plads', 'child-limit-reached'])
  })
  test('en plads i et andet program tæller ikke med', () => {
    const other = new Map([['Alma', aChild({ held: [place({ id: 'x', limitGroup: 'efterår' })] })]])
    expect(said(decideSignups(aBatch([aRequest('Alma')], { limits, children: other }))[0])).toBe('plads')
  })
})

describe('to ting på samme tid', () => {
  const at = (from: string, to: string) => [{ day: day('2026-07-06'), from, to }]
  const children = new Map([['Alma', aChild({ held: [place({ id: 'klatring', occurrences: at('10:00', '12:00') })] })]])
  const ask = (from: string, to: string, acceptsClash = false) => said(decideSignups(aBatch(
    [aRequest('Alma', { acceptsClash })], { children, activities: [anActivity({ occurrences: at(from, to) })] }))[0])

  test('overlap giver en advarsel', () => expect(ask('11:30', '13:00')).toBe('clashes-with-place'))
  test('familien kan sige ja alligevel', () => expect(ask('11:30', '13:00', true)).toBe('plads'))
  test('lige efter hinanden er i orden', () => expect(ask('12:00', '13:00')).toBe('plads'))
  test('overlap er gensidigt', () => {
    const [a, b] = [at('10:00', '12:00'), at('09:00', '10:01')]
    expect(clashOf(a, b, null)).toEqual(clashOf(b, a, null))
  })
})

describe('søskende og venner sammen', () => {
  const group = (ids: string[]) => ids.map((id) => aRequest(id, { groupId: 'g' }))

  test('alle får plads, når der er plads til alle', () => {
    expect(decideSignups(aBatch(group(['Alma', 'Bo']))).map(said)).toEqual(['plads', 'plads'])
  })
  test('tre til to pladser: alle tre venter, og en enlig tager ikke pladsen fra dem', () => {
    const answers = decideSignups(aBatch([...group(['Alma', 'Bo', 'Carl']), aRequest('Dina')]))
    expect(answers.map(said)).toEqual(['nummer 1', 'nummer 2', 'nummer 3', 'nummer 4'])
  })
  test('må den ene ikke, får ingen, og de andre får at vide hvem og hvorfor', () => {
    const requests = group(['Alma', 'Bo'])
    const children = new Map([['Alma', aChild()], ['Bo', aChild({ birthDay: day('2022-01-01') })]])
    const activities = [anActivity({ admits: { kind: 'completed-years', from: 6, to: null, on: 'activity-day' } })]
    const answers = decideSignups(aBatch([...requests, aRequest('Carl')], { activities, children: new Map([...children, ['Carl', aChild()]]) }))
    expect(answers.map(said)).toEqual(['group-member-refused', 'too-young-for-place', 'plads'])
    expect(answers[0]).toMatchObject({ whyNot: { childId: 'Bo', because: { reason: 'too-young-for-place' } } })
  })
  test('samme barn to gange i en afvist gruppe får ikke et svar om en plads, der ikke findes', () => {
    const requests = [...group(['Alma']), aRequest('igen', { groupId: 'g', childId: 'Alma' }), ...group(['Bo'])]
    const children = new Map([['Alma', aChild()], ['Bo', aChild({ birthDay: day('2022-01-01') })]])
    const activities = [anActivity({ admits: { kind: 'completed-years', from: 6, to: null, on: 'activity-day' } })]
    expect(decideSignups(aBatch(requests, { activities, children })).every((a) => a.kind === 'refused')).toBe(true)
  })
  test('søskende i hver sin aktivitet: er den ene fuld, venter begge', () => {
    const requests = [aRequest('Alma', { groupId: 'g', activityId: 'a' }), aRequest('Bo', { groupId: 'g', activityId: 'b' })]
    const activities = [anActivity({ id: 'a' }), anActivity({ id: 'b', capacity: 0 })]
    expect(decideSignups(aBatch(requests, { activities })).map(said)).toEqual(['nummer 1', 'nummer 1'])
  })
})
