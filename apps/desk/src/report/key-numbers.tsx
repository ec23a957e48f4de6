import type { FiguresView } from '@medspil/contracts/report'
import { formatMoney, KeyFigure, KeyFigures } from '@medspil/ui'
import { Cell, percentOf } from './cell.tsx'

/** The four numbers a leader asks for first, each with what it is a part of. */
export function KeyNumbers({ view }: { view: FiguresView }) {
  const count = (wanted: FiguresView['stages'][number]['stage']) => view.stages.find(({ stage }) => stage === wanted)?.count ?? null
  const [met, granted, begun] = [count('met'), count('granted'), count('first-training')]
  const [three] = view.checks
  const due = three && three.of !== null && three.notYetDue !== null ? three.of - three.notYetDue : null
  const [active, stopped, unknown] = [percentOf(three?.active ?? null, due), percentOf(three?.stopped ?? null, due), percentOf(three?.unknown ?? null, due)]
  const share = percentOf(begun, granted)
  return (
    <KeyFigures>
      <KeyFigure name="Bevilget" figure={<Cell count={granted} />} of={<>ud af <Cell count={met} />, vi har mødt</>} />
      <KeyFigure name="Første træning" figure={<Cell count={begun} />} of={share === null ? 'af dem, der er bevilget' : `${share} % af de bevilgede`} />
      <KeyFigure
        name="Aktive efter 3 måneder" figure={active === null ? <Cell count={three?.active ?? null} /> : `${active} %`}
        of={stopped === null || unknown === null ? 'af dem, hvor dagen er kommet' : `${stopped} % stoppet, ${unknown} % ukendt, af ${due}`}
      />
      <KeyFigure name="Pris pr. fastholdt barn" figure={sayCost(view)} of="efter et halvt år, penge fra pas, uden guidetimer" />
    </KeyFigures>
  )
}

/** A range, since some of the unknown may still be there. Whole kroner. */
function sayCost({ cost: { spent, perKeptLow: low, perKeptHigh: high } }: FiguresView) {
  const kroner = (sum: bigint) => formatMoney((sum / 100n) * 100n)
  if (!spent) return '–'
  if (high === null) return low === null ? '–' : `mindst ${kroner(low)}`
  return low === null || low === high ? kroner(high) : `${kroner(low).replace(/\u00a0kr\.$/, '')}–${kroner(high)}`
}
