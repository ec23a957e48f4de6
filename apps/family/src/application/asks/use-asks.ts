import type { MyChild } from '@medspil/contracts/application'
import type { Question } from '../questions.ts'
import type { Ask, Who } from './ask.ts'
import { useChildAsks } from './use-child-asks.ts'
import { useEverydayAsks } from './use-everyday-asks.ts'
import { useWishAsks } from './use-wish-asks.ts'

/** The words of every question, in the language of the page. `children` null: nobody is logged in. */
export function useAsks(who: Who, children: readonly MyChild[] | null, inQuickTest = false): (question: Question) => Ask {
  const asks = { ...useChildAsks(who, children), ...useEverydayAsks(who, inQuickTest), ...useWishAsks(who) }
  return (question) => {
    const ask = asks[question.kind]
    if (!ask) throw new Error(`no words for the question ${question.kind}`)
    return ask(question)
  }
}
