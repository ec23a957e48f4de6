import type { ProgramFigures } from '@medspil/contracts/report'

type Outcome = ProgramFigures['children']['outcomes'][number]['outcome']

/** What the ways a child's holiday can come out are called. */
export const outcomeNames: Record<Outcome, string> = {
  'came-with-pass': 'Kom med fritidspas', came: 'Kom uden fritidspas', 'had-place': 'Havde plads, ikke set', 'place-ended': 'Plads faldt væk', never: 'Fik aldrig en plads',
}

/** The count of one way; null is hidden. */
export const countOf = ({ children: { outcomes } }: ProgramFigures, wanted: Outcome): number | null => outcomes.find(({ outcome }) => outcome === wanted)?.count ?? null
