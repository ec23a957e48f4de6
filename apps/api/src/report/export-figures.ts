import type { ExportView, FiguresInput, FiguresView } from '@medspil/contracts/report'
import type { Context } from '../trpc/procedure.ts'
import { readFigures } from './read-figures.ts'

type Value = string | number | bigint | null

const stageNames: Record<FiguresView['stages'][number]['stage'], string> = {
  met: 'Mødt', granted: 'Bevilget', 'signed-up': 'Tilmeldt', redeemed: 'Indløst', 'first-training': 'Første træning',
}

/** The same figures as on the page, hidden cells hidden here too, for a spreadsheet: semicolons and a mark of UTF-8. */
export async function exportFigures(ctx: Context, input: FiguresInput): Promise<ExportView> {
  const view = await readFigures(ctx, input)
  return { fileName: `medspil-tal-${view.ordningKey ?? 'alle'}-${view.year}.csv`, csv: csvOf(linesOf(view)) }
}

/** @returns text with a byte order mark, lines ending as spreadsheets expect */
export function csvOf(lines: readonly (readonly Value[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cellOf).join(';')).join('\r\n')}\r\n`
}

/** A spreadsheet runs what begins like a formula; an apostrophe keeps it text. */
function cellOf(value: Value): string {
  if (value === null) return 'Skjult'
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const kroner = (sum: bigint | null): Value => (sum === null ? null : `${sum / 100n},${String(sum % 100n).padStart(2, '0')}`)
const percent = (share: number): string => `${Math.round(share * 100)} %`

function linesOf(view: FiguresView): Value[][] {
  const of = view.ordninger.find(({ key }) => key === view.ordningKey)?.name ?? 'Alle ordninger'
  return [
    ['Tal', of], ['Børn mødt i', view.year], ['Opgjort den', view.asOf], ['Tal under dette er skjult', view.cellLimit], [],
    ['Trin', 'Antal', 'Kun vejledning', 'Kun pas', 'Begge'],
    ...view.stages.map(({ stage, count, kinds }): Value[] => [stageNames[stage], count, stage === 'redeemed' ? '' : kinds['guidance-only'], kinds['pass-only'], kinds.both]), [],
    ['Tjek', 'Ud af', 'Aktive', 'Stoppet', 'Ukendt', 'Ikke så langt endnu'],
    ...view.checks.map(({ months, ...check }): Value[] => [`${months} måneder`, check.of, check.active, check.stopped, check.unknown, check.notYetDue]), [],
    ['Stadig med efter', 'Børn med i tallet', 'Stoppet i alt', 'Andel', 'Bånd fra', 'Bånd til'],
    ...(view.curve?.table ?? []).map((row): Value[] => [`${row.months} md.`, row.atRisk, row.stopped, percent(row.share), percent(row.lower), percent(row.upper)]), [],
    ['Område', ...view.reach.ages, 'I alt'],
    ...view.reach.rows.map(({ area, cells, total }): Value[] => [area ?? 'Ukendt område', ...cells, total]), ['I alt', ...view.reach.totals, view.reach.total], [],
    ['Pulje', 'I alt kr.', 'Brugt kr.', 'Lovet kr.', 'Fri kr.'],
    ...view.pools.map((pool): Value[] => [pool.ordningName, kroner(pool.total), kroner(pool.spent), kroner(pool.promised), kroner(pool.free)]),
  ]
}
