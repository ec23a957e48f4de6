import type { ProgramOverview } from '@medspil/contracts/holiday-program/desk'
import { formatDay } from '@medspil/ui'
import { sayAges } from './activity/activity-words.ts'

/** How full a cell is drawn: four steps up to the best-served cell; nothing is hatched. */
const stepOf = (places: number, highest: number): number => (places === 0 ? 0 : Math.min(4, Math.ceil((places / highest) * 4)))

/** Places per day and age group, darker where there are more; the number always stands in the cell. @param area null: the whole kommune */
export function HeatTable({ overview, area }: { overview: ProgramOverview; area: string | null }) {
  const { ages, days, cells } = overview
  const places = new Map<string, { activities: number; places: number; free: number }>()
  for (const cell of cells) {
    if (area !== null && cell.area !== area) continue
    const key = `${cell.day}/${cell.ages}`
    const known = places.get(key) ?? { activities: 0, places: 0, free: 0 }
    places.set(key, { activities: known.activities + cell.activities, places: known.places + cell.places, free: known.free + cell.free })
  }
  const highest = Math.max(1, ...[...places.values()].map((one) => one.places))
  const caption = `Pladser dag for dag, ${area ?? 'hele kommunen'}`
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className="tbl heat">
        <caption>Pladser i alt, og hvor mange der er fri.</caption>
        <thead><tr><th scope="col">Dag</th>{ages.map((group) => <th key={group.from} scope="col" className="r">{sayAges(group)}</th>)}</tr></thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{formatDay(day, 'da', 'weekday')}</th>
              {ages.map((group, at) => {
                const cell = places.get(`${day}/${at}`)
                const count = cell?.places ?? 0
                return <td key={group.from} className={`r heat-${stepOf(count, highest)}`}>{count === 0 ? 'Intet' : <><b>{count}</b> <small>{cell?.free} fri</small></>}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
