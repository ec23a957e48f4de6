import type { ProgramFigures } from '@medspil/contracts/report'
import { formatCount, formatMoney, KeyFigure, KeyFigures } from '@medspil/ui'
import { Cell, percentOf } from './cell.tsx'
import { countOf } from './program-words.ts'

/** The four numbers a leader asks for first after a holiday. */
export function ProgramKeyNumbers({ figures }: { figures: ProgramFigures }) {
  const { places: { total }, cost, children } = figures
  const held = total.activities - total.cancelled
  const used = percentOf(total.taken, total.places)
  return (
    <KeyFigures>
      <KeyFigure name="Pladser optaget" figure={<Cell count={total.taken} />} of={`${used === null ? '' : `${used} % `}af ${formatCount(total.places)} i ${held === 1 ? '1 aktivitet' : `${formatCount(held)} aktiviteter`}`} />
      <KeyFigure name="Kom med fritidspas" figure={<Cell count={countOf(figures, 'came-with-pass')} />} of={children.ordninger.length > 0 ? `pas fra ${children.ordninger.map(({ name }) => name).join(' og ')}` : 'børn'} />
      <KeyFigure name="Fik aldrig en plads" figure={<Cell count={countOf(figures, 'never')} />} of={<>ud af <Cell count={children.total} />, der spurgte</>} />
      <KeyFigure name="Pris pr. barn, der kom" figure={cost.perChild === null ? '–' : formatMoney((cost.perChild / 100n) * 100n)} of="penge fra pas og egenbetaling, uden guidetimer" />
    </KeyFigures>
  )
}
