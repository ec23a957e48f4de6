import { languages } from '@medspil/domain/language'
import { isNegative, letterKinds, letterText, lintLetter, requiredElements, type LetterContent, type LetterFacts } from '@medspil/domain/letter'
import type { LegalBasisKind } from '@medspil/domain/ordning'
import { describe, expect, test } from 'vitest'
import { bases, letterFacts } from './letter.fixture.ts'
import { plainPage } from './plain/plain-page.ts'
import { sayKroner } from './say.ts'
import { writeLetter } from './write-letter.ts'

const basisKinds = Object.keys(bases) as LegalBasisKind[]
const all = basisKinds.flatMap((basis) => letterKinds.map((kind) => [kind, basis] as const))

/** Words per sentence + 100 × words of 7 letters or more ÷ words (interface.md 5). The kommune's own names are exempt. */
const lix = (text: string): number => {
  const own = /^(kommune|fritidsvejleder|fritidsafdelingen|slagelse|folketingets|ombudsmand|ankestyrelsen|folkeoplysningsloven)$/i
  const words = text.match(/[\p{L}]+/gu) ?? []
  const sentences = text.split(/(?<!\b(?:kr|stk|\d))[.!?:]\s|\n/u).filter((sentence) => /\p{L}/u.test(sentence)).length
  return words.length / sentences + (100 * words.filter((word) => word.length >= 7 && !own.test(word)).length) / words.length
}

describe('Alle breve under alle love', () => {
  test.each(all)('%s under %s har alt, det skal, og intet, det ikke må', (kind, basis) => {
    expect(lintLetter(writeLetter(letterFacts(kind, basis)), basis, kind)).toEqual([])
  })

  test.each(all)('%s under %s: LIX højst 35', (kind, basis) => {
    expect(lix(letterText(writeLetter(letterFacts(kind, basis))))).toBeLessThanOrEqual(35)
  })

  test.each(all)('%s under %s: hvert krævet element, der tages ud, stopper brevet', (kind, basis) => {
    const content = writeLetter(letterFacts(kind, basis))
    for (const element of requiredElements(kind, basis)) {
      const cut = { ...content, blocks: content.blocks.filter((found) => found.element !== element) }
      expect(lintLetter(cut, basis, kind)).toContainEqual({ fault: 'element-missing', element })
    }
  })

  test.each(all.flatMap(([kind, basis]) => languages.map((language) => [kind, basis, language] as const)))(
    '%s under %s: den korte side på %s', (kind, basis, language) => {
      const { heading, next, danishCounts, call } = plainPage(letterFacts(kind, basis), language)
      const said = [heading, next, danishCounts, call].join(' ')
      expect(said).not.toMatch(/undefined|Ankestyrelsen|BROEN|\bkr\b/)
      expect(call).toContain('12 34 56 78')
      if (kind !== 'clawback') expect(`${heading} ${next}`).toMatch(/Emma|Hel Fritid/)
    })
})

describe('Brevet i Emmas ansøgning', () => {
  const text = letterText(writeLetter(letterFacts('partly-granted', 'barnetsLov35Stk3')))

  test('første sætning er svaret', () => {
    expect(text).toContain('Emma får en del af det, I har søgt om. Vi giver ikke udstyr denne gang.')
  })

  test('det nævner beløb, kilde, høring og barnets egne ord', () => {
    for (const says of ['Kontingent: 750 kr.', 'Kilde: BROEN, 4. august 2026.', 'Du svarede: ”Ja, det er rigtigt.”', 'Emma vil gerne svømme med Ida', 'version 2']) {
      expect(text).toContain(says)
    }
  })

  test('et mindre beløb siges med begge tal', () => {
    const facts = letterFacts('partly-granted', 'barnetsLov35Stk3') as Extract<LetterFacts, { kind: 'partly-granted' }>
    const less = { ...facts, lines: [{ ...facts.lines[0]!, asked: 90_000n as (typeof facts.lines)[0]['asked'] }] }
    expect(letterText(writeLetter(less))).toContain('I søgte om 900 kr. til kontingent. Vi giver 750 kr.')
  })

  test('det, der bygger på et eksempel, er mærket', () => {
    const { blocks } = writeLetter(letterFacts('partly-granted', 'barnetsLov35Stk3'))
    const marked = blocks.filter(({ texts }) => texts.some(({ isEksempel }) => isEksempel)).map(({ element }) => element)
    expect(marked).toEqual(['law', 'appeal'])
  })
})

describe('Røde tvillinger', () => {
  const withAppealOf = (basis: LegalBasisKind, other: LegalBasisKind): LetterContent =>
    writeLetter({ ...letterFacts('refused', basis), appeal: bases[other].appeal } as LetterFacts)

  test('byttes to klagevejledninger om, bliver det set', () => {
    expect(lintLetter(withAppealOf('barnetsLov35Stk3', 'otherSocial'), 'barnetsLov35Stk3', 'refused')).toEqual(expect.arrayContaining([
      { fault: 'appeal', problem: { fault: 'part-missing', part: 'noOtherAuthority' } },
      { fault: 'appeal', problem: { fault: 'part-forbidden', part: 'appealBody' } },
      { fault: 'words-forbidden', words: 'Ankestyrelsen' },
    ]))
    expect(lintLetter(withAppealOf('otherSocial', 'barnetsLov35Stk3'), 'otherSocial', 'refused')).toEqual(expect.arrayContaining([
      { fault: 'appeal', problem: { fault: 'part-missing', part: 'appealBody' } },
    ]))
  })

  test('sendes et delvist ja som et ja, stopper brevet', () => {
    const asGrant = { ...letterFacts('partly-granted', 'barnetsLov35Stk3'), kind: 'granted', receiver: 'forening' } as LetterFacts
    const faults = lintLetter(writeLetter(asGrant), 'barnetsLov35Stk3', 'partly-granted')
    expect(faults).toContainEqual({ fault: 'element-missing', element: 'considerations' })
    expect(faults).toContainEqual({ fault: 'another-kind', kind: 'granted' })
  })

  test.each(letterKinds.filter(isNegative))('%s uden en person kan ikke sendes', (kind) => {
    const facts = { ...letterFacts(kind, 'barnetsLov35Stk3'), deciderId: '' } as LetterFacts
    expect(lintLetter(writeLetter(facts), 'barnetsLov35Stk3', kind)).toContainEqual({ fault: 'no-decider' })
  })

  test.each([
    ['et CPR-nummer', 'Barnet er 010216-1234.', 'words-forbidden'],
    ['et CPR-nummer i testserien', 'Barnet er 6102161234.', 'words-forbidden'],
    ['et ord, der gør ondt', 'Familien er ressourcesvag.', 'words-forbidden'],
    ['et tomt felt', ' ', 'element-empty'],
  ])('%s stopper brevet', (_name, facts, fault) => {
    const letter = letterFacts('refused', 'barnetsLov35Stk3') as Extract<LetterFacts, { kind: 'refused' }>
    const faults = lintLetter(writeLetter({ ...letter, reasons: { ...letter.reasons, facts } }), 'barnetsLov35Stk3', 'refused')
    expect(faults.map((found) => found.fault)).toContain(fault)
  })

  test('to regler på den samme oplysning siger den kun én gang', () => {
    const letter = letterFacts('refused', 'barnetsLov35Stk3') as Extract<LetterFacts, { kind: 'refused' }>
    const texts = writeLetter({ ...letter, facts: [...letter.facts, ...letter.facts] }).blocks.flatMap((block) => block.texts.map(({ says }) => says))
    expect(texts.filter((says) => says.includes('BROEN betalte den'))).toHaveLength(1)
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('barnets syn må ikke mangle under barnets lov, men skal ikke stå i andre breve', () => {
    const cut = (basis: LegalBasisKind) => writeLetter({ ...letterFacts('refused', basis), childView: '' } as LetterFacts)
    expect(lintLetter(cut('barnetsLov35Stk3'), 'barnetsLov35Stk3', 'refused')).toEqual([{ fault: 'element-missing', element: 'childView' }])
    expect(lintLetter(cut('kommunalfuldmagt'), 'kommunalfuldmagt', 'refused')).toEqual([])
  })
})

test.each([[75_000n, '750 kr.'], [125_050n, '1.250,50 kr.'], [5n, '0,05 kr.'], [123_456_700n, '1.234.567 kr.'], [-100n, '−1 kr.']])('%s øre siges %s', (amount, says) => {
  expect(sayKroner(amount as Parameters<typeof sayKroner>[0])).toBe(says)
})
