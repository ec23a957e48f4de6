import type { ProgramFigures } from '@medspil/contracts/report'
import { DataTable, Sheet } from '@medspil/ui'
import { Cell } from './cell.tsx'

type Line = ProgramFigures['places']['total']

const end = { end: true }
const columns = [
  { key: 'area', head: 'Område' }, { key: 'activities', head: 'Aktiviteter', ...end }, { key: 'cancelled', head: 'Aflyst', ...end }, { key: 'places', head: 'Pladser', ...end }, { key: 'taken', head: 'Optaget', ...end },
  { key: 'came', head: 'Kom', ...end }, { key: 'never', head: 'Kom aldrig', ...end }, { key: 'unmarked', head: 'Ikke krydset af', ...end }, { key: 'first', head: 'I kø dagen efter åbning', ...end }, { key: 'last', head: 'I kø til sidst', ...end },
]

const cellsOf = ({ activities, cancelled, places, taken, came, neverCame, unmarked, waitingFirst, waitingLast }: Line) =>
  [activities, cancelled, places, taken, came, neverCame, unmarked, waitingFirst, waitingLast].map((count, at) => <Cell key={at} count={count} />)

/** Places and lines by the area of the activity. */
export function ProgramPlacesSheet({ figures: { places }, cellLimit }: { figures: ProgramFigures; cellLimit: number }) {
  return (
    <Sheet title="Pladser" remark={`Tal under ${cellLimit} er skjult, og nogle flere, så de ikke kan regnes ud.`} flush>
      <DataTable
        caption="Pladser og ventelister efter aktivitetens område" columns={columns}
        lines={[...places.rows.map((row) => ({ key: row.area, cells: [row.area, ...cellsOf(row)] })), { key: 'sum', kind: 'sum' as const, cells: ['I alt', ...cellsOf(places.total)] }]}
      />
    </Sheet>
  )
}
