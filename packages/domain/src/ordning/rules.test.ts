import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { eksempel, eksempelPaths, isEksempelPath, unknownPaths } from './leaf.ts'
import { publicationProblems } from './publication.ts'
import { exampleRules as rules } from './rules.fixture.ts'
import { parseOrdningRules, rulesToJson } from './rules-json.ts'
import type { OrdningRules } from './rules.ts'
import { compareVersions, ordningOn } from './version.ts'

const pass = rules.pass as Extract<OrdningRules['pass'], { kind: 'offered' }>
const withLaw = (law: Partial<OrdningRules['law']>): OrdningRules => ({ ...rules, law: { ...rules.law, ...law } })

describe('Regler som JSON', () => {
  test('ind og ud igen er det samme, også med eksempel og ukendt', () => {
    const mixed: OrdningRules = { ...rules, owner: null, pass: { ...pass, together: { kind: 'amount', amount: eksempel(kroner(900)) } } }
    const json: unknown = JSON.parse(JSON.stringify(rulesToJson(mixed)))
    expect(parseOrdningRules(json)).toEqual({ ok: true, rules: mixed })
  })

  test.each<[string, string, unknown, string]>([
    ['et felt der ikke findes', 'agee', 1, 'agee'],
    ['et felt der mangler', 'age.from', undefined, 'age.from'],
    ['et beløb med decimaler', 'pass.together.amount', 600.5, 'pass.together.amount'],
    ['et negativt beløb', 'pass.together.amount', -1, 'pass.together.amount'],
    ['en slags der ikke findes', 'pass.period.kind', 'year', 'pass.period.kind'],
    ['en dag der ikke findes', 'law.confirmed.on', '2026-02-30', 'law.confirmed.on'],
    ['en tom liste af punge', 'pass.purses', [], 'pass.purses'],
    ['en anden oprindelse end eksempel', 'owner', { value: 'X', origin: 'gæt' }, 'owner.origin'],
    ['en tom tekst', 'owner', ' ', 'owner'],
    ['slet ikke regler', 'pass', 'ja', 'pass.kind'],
  ])('afvises med stedet: %s', (_name, at, value, path) => {
    const read = parseOrdningRules(replaced(rulesToJson(rules), at.split('.'), value))
    expect(read.ok ? [] : read.whyNot.faults.map((fault) => fault.path)).toEqual([path])
  })
})

/** The JSON with one value put in at a path. */
const replaced = (json: unknown, [key = '', ...rest]: string[], value: unknown): unknown => {
  const fields = json as Record<string, unknown>
  return { ...fields, [key]: rest.length === 0 ? value : replaced(fields[key], rest, value) }
}

describe('Offentliggørelse', () => {
  test('et ukendt svar spærrer, og der gættes aldrig', () => {
    expect(publicationProblems(rules)).toEqual([])
    const open = { ...rules, pass: { ...pass, receiver: null } }
    expect(publicationProblems(open)).toEqual([{ problem: 'value-missing', path: 'pass.receiver' }])
    expect(unknownPaths(open)).toEqual(['pass.receiver'])
  })

  test.each<[string, OrdningRules, string]>([
    ['alder uden målemåde', { ...rules, age: { kind: 'unnamed', from: 0, to: 18 } }, 'age-not-measured'],
    ['alder vendt om', { ...rules, age: { kind: 'completedYears', from: 18, to: 2, toIncluded: true, on: { kind: 'start' } } }, 'age-turned-round'],
    ['samme pung to gange', { ...rules, pass: { ...pass, purses: [pass.purses[0]!, pass.purses[0]!] } }, 'purse-twice'],
    ['intet at give', { ...rules, pass: { kind: 'notOffered' }, guidance: { kind: 'notOffered' } }, 'nothing-to-give'],
    ['samme betingelse to gange', { ...rules, criteria: [rules.criteria[0]!, rules.criteria[0]!] }, 'criterion-id-twice'],
    ['ingen klagevejledning til tilbagekrav', withLaw({ appeal: [{ decisions: ['refused', 'partly-granted', 'withdrawn'], parts: [{ part: 'noOtherAuthority', says: 'x' }] }] }), 'appeal-text-missing'],
    ['§ 35-teksten under en anden lov', withLaw({ basis: { kind: 'otherSocial', section: '§ 1' } }), 'appeal-text-faulty'],
    ['ingen opfølgning siger, om barnet blev', { ...rules, followUp: { ...rules.followUp as Extract<OrdningRules['followUp'], { kind: 'planned' }>, checks: [] } }, 'no-kept-check'],
  ])('spærres: %s', (_name, broken, problem) => {
    expect(publicationProblems(broken).map((found) => found.problem)).toContain(problem)
  })

  test.each(['Klag til Ankestyrelsen.', 'Du har 4 uger til at klage.', 'Svar inden fire uger.', 'Skriv senest den 7. september.'])(
    '§ 35, stk. 3 må ikke sige: %s', (says) => {
      const broken = withLaw({ appeal: [{ decisions: ['refused'], parts: [{ part: 'reconsideration', says }] }] })
      expect(publicationProblems(broken)).toContainEqual(expect.objectContaining({ fault: expect.objectContaining({ fault: 'words-forbidden' }) }))
    })
})

describe('Eksempel', () => {
  test('en tekst, der bruger et eksempel, kan se det', () => {
    const made: OrdningRules = { ...rules, pass: { ...pass, together: { kind: 'amount', amount: eksempel(kroner(900)) } } }
    expect(eksempelPaths(made)).toEqual(['pass.together.amount'])
    expect(isEksempelPath(made, 'pass.together')).toBe(true)
    expect(isEksempelPath(made, 'pass.purses')).toBe(false)
  })
})

describe('Versioner', () => {
  const versions = [
    { number: 1, validFrom: day('2025-01-01'), validTo: day('2025-12-31') }, { number: 2, validFrom: day('2026-01-01'), validTo: null },
  ]
  test.each([['2025-12-31', 1], ['2026-01-01', 2], ['2030-01-01', 2], ['2024-12-31', null]])('den %s gælder version %s', (on, number) => {
    const answer = ordningOn(versions, day(on))
    expect(answer.ok ? answer.version.number : null).toBe(number)
    if (!answer.ok) expect(answer.whyNot).toEqual({ reason: 'no-ordning-on-day', day: on, next: '2025-01-01' })
  })

  test('kun det, der er ændret, vises; rækkefølge er ikke en ændring', () => {
    const after: OrdningRules = {
      ...rules, age: { ...rules.age, from: 6 } as OrdningRules['age'], criteria: [...rules.criteria].reverse(),
      pass: { ...pass, together: { kind: 'amount', amount: kroner(1800) } },
    }
    expect(compareVersions(rules, after)).toEqual([
      { path: 'age.from', before: 2, after: 6 },
      { path: 'pass.together.amount', before: kroner(2000), after: kroner(1800) },
    ])
    const copied = parseOrdningRules(rulesToJson(rules))
    expect(copied.ok && compareVersions(rules, copied.rules)).toEqual([])
  })

  test('en betingelse der kommer til, er én ændring', () => {
    const [first, ...rest] = rules.criteria
    expect(compareVersions({ ...rules, criteria: rest }, rules)).toEqual([{ path: 'criteria.needs-help', before: undefined, after: first }])
  })
})
