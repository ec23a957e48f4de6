import { useLingui } from '@lingui/react/macro'
import type { AskTable, Who } from './ask.ts'
import { useSupportNames } from './use-support-names.ts'

/** Step 2: what the ordning's own rules need to know. */
export function useEverydayAsks({ isSelf, name }: Who, inQuickTest: boolean): AskTable {
  const { t } = useLingui()
  const support = useSupportNames()
  const chooseOne = t`Vælg et svar.`
  const dontKnow = { value: 'unknown', text: t`Det ved jeg ikke` }
  const yesNo = { kind: 'one', choices: [{ value: 'yes', text: t`Ja` }, { value: 'no', text: t`Nej` }, dontKnow] } as const
  const nothingOf = { value: 'none', text: t`Ingen af dem` }
  const benefitChoices = (about: readonly string[]) => about.map((value) => ({ value, text: value, isDanish: true }))
  return {
    activity: () => ({
      title: isSelf ? t`Går du til noget nu?` : t`Går ${name} til noget nu?`,
      hint: t`Tænk på sport, musik, spejder og den slags. Ikke SFO.`,
      why: t`Hjælpen er for børn og unge, der mangler noget at gå til. En prøvetime tæller ikke med.`,
      problem: chooseOne,
      input: {
        kind: 'one',
        choices: [
          { value: 'none', text: t`Nej` },
          { value: 'withoutPaying', text: t`Ja, på prøve`, hint: t`Vi betaler ikke for det` },
          { value: 'paying', text: t`Ja, fast`, hint: t`Vi betaler selv for det` },
          dontKnow,
        ],
      },
    }),
    renewal: () => ({
      title: isSelf ? t`Har du fået hjælp til det før?` : t`Har ${name} fået hjælp til det før?`,
      why: t`Så kan vi se, om det er en ny hjælp eller den samme igen.`, problem: chooseOne, input: yesNo,
    }),
    income: () => ({
      title: t`Hvad tjener I på et år?`,
      hint: t`Før skat, alle voksne i hjemmet. Et cirkatal er nok.`,
      why: t`Hjælpen er for familier under en grænse. Vi tjekker tallet, når I har søgt.`,
      problem: t`Skriv et tal.`,
      input: { kind: 'number', unit: t`kr. om året`, most: 10_000_000 },
    }),
    adults: () => ({
      title: t`Hvor mange voksne bor I?`, why: t`Grænsen er højere, når flere voksne bor sammen.`, problem: chooseOne,
      input: { kind: 'one', pair: true, choices: [...['1', '2', '3', '4'].map((value) => ({ value, text: value })), dontKnow] },
    }),
    children: () => ({
      title: t`Hvor mange børn bor i hjemmet?`, hint: t`Tæl alle under 18 år med.`, why: t`Grænsen er højere, når I har flere børn.`,
      problem: t`Skriv et tal.`, input: { kind: 'number', unit: t`børn`, least: 1, most: 15 },
    }),
    friplads: () => ({
      title: t`Har I økonomisk friplads?`, hint: t`Det er hjælp til at betale for vuggestue, børnehave eller SFO.`,
      why: t`Har I friplads, kender vi allerede jeres økonomi.`, problem: chooseOne,
      input: {
        kind: 'one',
        choices: [{ value: '100', text: t`Ja, fuld friplads` }, { value: '50', text: t`Ja, en del` }, { value: '0', text: t`Nej` }, dontKnow],
      },
    }),
    benefit: ({ about }) => ({
      title: t`Får du en af disse?`, why: t`Får I en af dem, behøver vi ikke se på jeres løn.`, problem: chooseOne,
      input: { kind: 'one', choices: [...benefitChoices(about), nothingOf, dontKnow] },
    }),
    'other-benefit': ({ about }) => ({
      title: t`Får den anden voksne en af disse?`, hint: t`Den, du bor sammen med.`, why: t`Vi ser på alle voksne i hjemmet.`, problem: chooseOne,
      input: { kind: 'one', choices: [...benefitChoices(about), nothingOf, { value: 'nobody', text: t`Jeg bor alene med børn` }, dontKnow] },
    }),
    'open-case': () => ({
      title: t`Har I en fast kontakt i kommunen?`, hint: t`Det kan være en rådgiver eller en familievejleder.`,
      why: t`Så kan I få et særligt pas.`, problem: chooseOne, input: yesNo,
    }),
    'through-school': () => ({
      title: t`Har skolen foreslået det?`, why: t`Skolen kan give plads til nogle børn.`, problem: chooseOne, input: yesNo,
    }),
    'foster-care': () => ({
      title: isSelf ? t`Bor du hos en plejefamilie?` : t`Bor ${name} hos en plejefamilie?`,
      why: t`Så betaler kommunen på en anden måde.`, problem: chooseOne, input: yesNo,
    }),
    paid: ({ about: [purse = ''] }) => {
      const what = support(purse)
      return {
        title: t`Betaler andre for ${what}?`, hint: t`Det kan være en forening, en fond eller den anden forælder.`,
        why: t`Vi må ikke betale for det samme to gange.`, problem: chooseOne, input: yesNo,
      }
    },
    funder: ({ about: [purse = ''] }) => {
      const what = support(purse)
      return { title: t`Hvem betaler for ${what}?`, problem: t`Skriv, hvem der betaler.`, input: { kind: 'text', long: false } }
    },
    funded: ({ about: [purse = ''] }) => {
      const what = support(purse)
      return { title: t`Hvor meget betaler de for ${what}?`, problem: t`Skriv et tal.`, input: { kind: 'number', unit: t`kr.`, most: 1_000_000 } }
    },
    judged: ({ words }) => ({
      title: words ?? '', isDanish: true,
      hint: inQuickTest ? undefined : t`Skriv det, du synes. Du kan også springe over.`,
      why: t`Et menneske læser det og ser på det hele.`,
      problem: inQuickTest ? chooseOne : null,
      input: inQuickTest ? yesNo : { kind: 'text', long: true },
    }),
  }
}
