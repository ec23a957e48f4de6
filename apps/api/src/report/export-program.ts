import type { ExportView, ProgramFiguresInput, ProgramFigures } from '@medspil/contracts/report'
import { NotFound } from '../errors.ts'
import type { Context } from '../trpc/procedure.ts'
import { csvOf } from './export-figures.ts'
import { readProgramFigures } from './read-program.ts'

type Line = (string | number | null)[]

const outcomeNames: Record<ProgramFigures['children']['outcomes'][number]['outcome'], string> = {
  'came-with-pass': 'Kom med fritidspas', came: 'Kom uden fritidspas', 'had-place': 'Havde plads, ikke set', 'place-ended': 'Plads faldt væk', never: 'Fik aldrig en plads',
}

/**
 * The same figures as on the page, hidden cells hidden here too, for a spreadsheet.
 * @throws NotFound when no programme is over
 */
export async function exportProgramFigures(ctx: Context, input: ProgramFiguresInput): Promise<ExportView> {
  const { figures, asOf, cellLimit } = await readProgramFigures(ctx, input)
  if (!figures) throw new NotFound()
  const { name, places, children, cost, ordningName, fromDay, toDay } = figures
  const lines: Line[] = [
    ['Tal', name], ['Ordning', ordningName], ['Ferie', `${fromDay} til ${toDay}`], ['Opgjort den', asOf], ['Tal under dette er skjult', cellLimit], [],
    ['Område (aktiviteten)', 'Aktiviteter', 'Aflyst', 'Pladser', 'Optaget', 'Kom', 'Kom aldrig', 'Ikke krydset af', 'I kø dagen efter åbning', 'I kø til sidst'],
    ...places.rows.map((row): Line => [row.area, ...placesLine(row)]), ['I alt', ...placesLine(places.total)], [],
    ['Område (hvor barnet bor)', ...children.outcomes.map(({ outcome }) => outcomeNames[outcome]), ...children.ages, 'I alt'],
    ...children.rows.map(({ area, outcomes, ages, total }): Line => [area ?? 'Ukendt', ...outcomes, ...ages, total]),
    ['I alt', ...children.outcomes.map(({ count }) => count), ...children.ageTotals, children.total], [],
    ['Kom med fritidspas, efter ordning', 'Børn'], ...children.ordninger.map(({ name: ordning, count }): Line => [ordning, count]), [],
    ['Penge', 'Kroner'], ['Fra fritidspas', kroner(cost.passPays)], ['Egenbetaling', kroner(cost.ownShare)], ['Pr. barn, der kom', kroner(cost.perChild)],
  ]
  return { fileName: `medspil-${name.toLowerCase().replaceAll(/[^a-zæøå0-9]+/g, '-')}.csv`, csv: csvOf(lines) }
}

const placesLine = ({ activities, cancelled, places, taken, came, neverCame, unmarked, waitingFirst, waitingLast }: ProgramFigures['places']['total']): Line =>
  [activities, cancelled, places, taken, came, neverCame, unmarked, waitingFirst, waitingLast]

const kroner = (sum: bigint | null): string | null => (sum === null ? null : `${sum / 100n},${String(sum % 100n).padStart(2, '0')}`)
