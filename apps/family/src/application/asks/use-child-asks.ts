import { useLingui } from '@lingui/react/macro'
import type { MyChild } from '@medspil/contracts/application'
import type { AskTable, Who } from './ask.ts'

/** Step 1: whom it is for, and what the child says. */
export function useChildAsks({ isSelf, name }: Who, children: readonly MyChild[] | null): AskTable {
  const { t } = useLingui()
  const dontKnow = { value: 'unknown', text: t`Det ved jeg ikke` }
  const chooseOne = t`Vælg et svar.`
  const nameOf = (childId: string) => children?.find((child) => child.childId === childId)
  return {
    who: ({ about }) => ({
      title: t`Hvem er det til?`,
      hint: children ? undefined : t`Du vælger barnet, når du har logget ind.`,
      why: t`Det afgør, hvem der skal sige ja.`,
      problem: chooseOne,
      input: {
        kind: 'one',
        choices: about.map((value) => {
          if (value === 'child') return { value, text: t`Mit barn` }
          if (value === 'self') return { value, text: t`Mig selv`, hint: t`Du skal være fyldt 15 år` }
          const child = nameOf(value)
          const age = child?.age ?? 0
          return { value, text: child?.firstName ?? '', hint: child?.isSelf ? t`Dig selv` : t`${age} år` }
        }),
      },
    }),
    age: () => ({
      title: t`Hvor gammelt er barnet?`,
      hint: t`Søger du selv? Så skriv din egen alder.`,
      why: t`Hjælpen er for bestemte aldre.`,
      problem: t`Skriv alderen med tal.`,
      input: { kind: 'number', unit: t`år`, most: 30 },
    }),
    'lives-here': () => ({
      title: t`Bor I her i kommunen?`,
      why: t`Vi kan kun hjælpe dem, der bor her.`,
      problem: chooseOne,
      input: { kind: 'one', choices: [{ value: 'yes', text: t`Ja` }, { value: 'no', text: t`Nej` }, dontKnow] },
    }),
    grade: () => ({
      title: isSelf ? t`Hvilken klasse går du i?` : t`Hvilken klasse går ${name} i?`,
      hint: t`Er det ferie? Så vælg klassen før ferien.`,
      why: t`Hjælpen er for bestemte klasser.`,
      problem: t`Vælg en klasse.`,
      input: {
        kind: 'select',
        choices: [
          ...Array.from({ length: 11 }, (_, grade) => ({ value: String(grade), text: grade === 0 ? t`0. klasse` : t`${grade}. klasse` })),
          dontKnow,
        ],
      },
    }),
    'own-words': () => ({
      title: isSelf ? t`Hvad vil du gerne gå til?` : t`Hvad siger ${name} selv?`,
      hint: isSelf
        ? t`Skriv det med dine egne ord. Du kan også springe over.`
        : t`Skriv det, som barnet siger det. Du kan også springe over. Så spørger vi selv.`,
      why: t`Børn og unge har ret til at blive hørt.`,
      problem: null,
      input: { kind: 'text', long: true },
    }),
  }
}
