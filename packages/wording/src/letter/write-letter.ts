import { deciderOf, type LetterBlock, type LetterContent, type LetterFacts } from '@medspil/domain/letter'
import { grantedBlocks, partlyBlocks, refusedBlocks, withdrawnBlocks } from './decision-letter.ts'
import { clawbackBlocks, delayBlocks, hearingBlocks, receiptBlocks } from './other-letter.ts'

/**
 * A letter in Danish from its facts: the legal text. The order is that of forvaltningsloven: result, reason, law, what
 * you can do, whom to call. The child's view is left out where the basis does not ask for it and none was given. Under one
 * heading nothing is said twice, though two criteria may rest on the same fact.
 */
export const writeLetter = (facts: LetterFacts): LetterContent => ({
  kind: facts.kind, basis: facts.basis.kind, deciderId: deciderOf(facts),
  blocks: blocksOf(facts).filter(({ element, texts }) => element !== 'childView' || texts.some(({ says }) => says.trim() !== '')).map(saidOnce),
})

const blocksOf = (facts: LetterFacts): LetterBlock[] => {
  switch (facts.kind) {
    case 'receipt': return receiptBlocks(facts)
    case 'granted': return grantedBlocks(facts)
    case 'partly-granted': return partlyBlocks(facts)
    case 'refused': return refusedBlocks(facts)
    case 'withdrawn': return withdrawnBlocks(facts)
    case 'clawback': return clawbackBlocks(facts)
    case 'hearing': return hearingBlocks(facts)
    case 'delay': return delayBlocks(facts)
  }
}

const saidOnce = (block: LetterBlock): LetterBlock =>
  ({ ...block, texts: block.texts.filter(({ says }, at, all) => all.findIndex((other) => other.says === says) === at) })
