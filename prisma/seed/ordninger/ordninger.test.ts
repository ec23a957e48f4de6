import { day } from '@medspil/domain/day'
import {
  compareVersions, eksempelPaths, given, mayGrant, ordningOn, parseOrdningRules, periodOf, publicationProblems, rulesToJson,
} from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { esbjergGuldpas, esbjergLokaltPas, holstebroGuideToMove, ordningSeeds, slagelseHelFritid } from './index.ts'

const versions = ordningSeeds.flatMap(({ name, versions }) => versions.map((version) => [`${name}, version ${version.number}`, version] as const))
const passOf = (seed: (typeof ordningSeeds)[number], number: number) => {
  const { rules } = seed.versions.find((version) => version.number === number)!
  if (rules.pass.kind !== 'offered') throw new Error('no pass')
  return rules.pass
}

describe('De fire kommuners ordninger', () => {
  test.each(versions)('%s kan offentliggøres', (_name, { rules }) => {
    expect(publicationProblems(rules)).toEqual([])
  })

  test.each(versions)('%s er den samme efter JSON', (_name, { rules }) => {
    expect(parseOrdningRules(JSON.parse(JSON.stringify(rulesToJson(rules))))).toEqual({ ok: true, rules })
  })

  test.each(versions)('%s: hjemmel, klagevejledning og svarfrist er eksempel, for ingen kilde giver dem', (_name, { rules }) => {
    expect(eksempelPaths(rules)).toEqual(expect.arrayContaining(['law.basis', 'law.appeal', 'law.confirmed', 'answer.workingDays']))
  })

  test('det, kilderne siger, er ikke mærket som eksempel', () => {
    const guide = eksempelPaths(holstebroGuideToMove.versions[1]!.rules)
    expect(guide).not.toContain('pass.together.amount')
    expect(guide).not.toContain('followUp.checks')
    expect(eksempelPaths(slagelseHelFritid.versions[1]!.rules)).not.toContain('pass.period.months')
    expect(eksempelPaths(esbjergGuldpas.versions[0]!.rules)).not.toContain('guide.longestMonths')
  })
})

describe('Ét barn under flere ordninger', () => {
  test('perioden er hver ordnings egen', () => {
    const start = day('2026-10-15')
    const holstebro = periodOf(passOf(holstebroGuideToMove, 2).period, { start })
    const slagelse = periodOf(passOf(slagelseHelFritid, 2).period, { start, months: 6 })
    const esbjerg = periodOf(passOf(esbjergLokaltPas, 1).period, { start })
    expect([holstebro, slagelse, esbjerg].map((answer) => answer.ok && answer.period)).toEqual([
      { from: '2026-01-01', to: '2026-12-31' }, { from: '2026-10-15', to: '2027-04-14' }, { from: '2026-08-01', to: '2027-07-31' },
    ])
  })

  test('samme lærer får fire svar', () => {
    const teacher = { kind: 'fagperson', profession: 'lærer', openCase: false } as const
    const answers = [slagelseHelFritid, holstebroGuideToMove, esbjergLokaltPas, esbjergGuldpas].map((seed) => {
      const answer = mayGrant(passOf(seed, seed.versions.length).by, teacher)
      return answer.ok ? answer.door : answer.whyNot.reason
    })
    expect(answers).toEqual(['grants', 'grants', 'nominates', 'profession-not-listed'])
  })
})

describe('Sidste års svar forklarer sig selv', () => {
  test('Hel Fritid begyndte ved 6 år og begynder nu ved 2', () => {
    const before = ordningOn(slagelseHelFritid.versions, day('2025-12-31'))
    const after = ordningOn(slagelseHelFritid.versions, day('2026-01-01'))
    if (!before.ok || !after.ok) throw new Error('a version is missing')
    expect(compareVersions(before.version.rules, after.version.rules)).toEqual([{ path: 'age.from', before: 6, after: 2 }])
  })

  test('Guide to Move giver 600 kr. om året, før et andet beløb', () => {
    const ceilings = [1, 2].map((number) => {
      const { together } = passOf(holstebroGuideToMove, number)
      return together.kind === 'amount' ? given(together.amount) : null
    })
    expect(ceilings).toEqual([kroner(500), kroner(600)])
  })
})
