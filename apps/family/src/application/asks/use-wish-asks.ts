import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { formatDay } from '@medspil/ui'
import type { AskTable, Who } from './ask.ts'
import { useSupportNames } from './use-support-names.ts'

/** Days of a week whose Monday is the first, to take the names of weekdays from. */
const week = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07']
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Step 3: what the child would like. Never a condition. */
export function useWishAsks({ isSelf, name }: Who): AskTable {
  const { t, i18n } = useLingui()
  const support = useSupportNames()
  const noCondition = t`Det er kun ønsker. De afgør ikke, om I kan få det.`
  return {
    supports: ({ about }) => ({
      title: t`Hvad skal I bruge?`, hint: t`Vælg alt det, der passer.`, why: t`Så søger I kun om det, I har brug for.`, problem: t`Vælg mindst én ting.`,
      input: { kind: 'many', choices: about.map((value) => ({ value, text: capital(support(value)), hint: supportHint(value) })) },
    }),
    months: ({ about }) => ({
      title: t`Hvor længe?`, hint: t`I kan søge igen bagefter.`, problem: t`Vælg et svar.`,
      input: { kind: 'one', choices: about.map((value) => ({ value, text: t`${plural(Number(value), { one: '# måned', other: '# måneder' })}` })) },
    }),
    likes: () => ({
      title: isSelf ? t`Hvad kan du lide?` : t`Hvad kan ${name} lide?`, hint: t`Vælg op til seks. Du kan også springe over.`, why: noCondition, problem: null,
      input: {
        kind: 'many',
        // The kommune reads the wishes, so the values are Danish in every language.
        choices: [
          { value: 'fodbold', text: t`Fodbold` }, { value: 'svømning', text: t`Svømning` }, { value: 'gymnastik', text: t`Gymnastik` },
          { value: 'dans', text: t`Dans` }, { value: 'spejder', text: t`Spejder` }, { value: 'musik', text: t`Musik` },
          { value: 'at tegne og bygge', text: t`Tegne og bygge` }, { value: 'klatring', text: t`Klatring` }, { value: 'noget helt andet', text: t`Noget helt andet` },
        ],
      },
    }),
    days: () => ({
      title: t`Hvilke dage passer bedst?`, hint: t`Du kan også springe over.`, why: noCondition, problem: null,
      input: { kind: 'many', choices: week.map((day, at) => ({ value: String(at + 1), text: capital(formatDay(day, i18n.locale, 'weekday').split(/[ ,]/)[0] ?? '') })) },
    }),
    company: () => ({
      title: isSelf ? t`Vil du gerne have en med?` : t`Vil ${name} gerne have en med?`,
      hint: t`Det kan være en ven, en søskende eller en voksen. Du kan også springe over.`, why: noCondition, problem: null,
      input: { kind: 'text', long: false },
    }),
  }

  function supportHint(kind: string): string | undefined {
    if (kind === 'kontingent') return t`Det, man betaler for at gå til noget`
    if (kind === 'guidance') return t`Et menneske finder det sammen med jer`
    return kind === 'guideHours' ? t`De første gange` : undefined
  }
}
