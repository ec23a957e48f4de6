import type { FiguresView } from '@medspil/contracts/report'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { sayMonths, stageNames } from './cell.tsx'

const [left, width, row, bar] = [122, 580, 37, 25]
const parts = [
  { key: 'active', name: 'Aktive', fill: 'var(--kommune)', at: 0 }, { key: 'stopped', name: 'Stoppet', fill: 'var(--koral-ink)', at: 84 },
  { key: 'unknown', name: 'Ukendt', fill: 'var(--sol)', at: 178 }, { key: 'notYetDue', name: 'Ikke så langt endnu', fill: 'url(#not-yet)', at: 264 },
] as const

/** The bars of the funnel. A hidden count has no bar, only its word: a length would tell it. */
export default function FunnelChart({ view }: { view: FiguresView }) {
  const most = Math.max(...view.stages.map(({ count }) => count ?? 0), 1)
  const x = scaleLinear({ domain: [0, most], range: [0, 408] })
  const height = (view.stages.length + view.checks.length) * row + 46
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sayFunnel(view)}>
      <defs><pattern id="not-yet" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="var(--line-strong)" strokeWidth="1.5" /></pattern></defs>
      {view.stages.map(({ stage, count }, at) => (
        <Group key={stage} top={at * row + 4}>
          <text x={0} y={17} className="ink">{stageNames[stage]}</text>
          {count !== null && <Bar x={left} y={0} width={x(count)} height={bar} rx={3} fill="var(--kommune)" />}
          <text className="s" x={left + (count === null ? 0 : x(count) + 8)} y={17}>{count ?? 'Skjult'}</text>
        </Group>
      ))}
      {view.checks.map((check, at) => <Check key={check.months} check={check} top={(view.stages.length + at) * row + 4} x={x} />)}
      <Group left={left} top={height - 22}>
        {parts.map(({ key, name, fill, at }) => (
          <Group key={key} left={at}>
            <Bar y={-1} width={14} height={14} rx={3} fill={fill} stroke={key === 'notYetDue' ? 'var(--line-strong)' : undefined} />
            <text x={20} y={11}>{name}</text>
          </Group>
        ))}
      </Group>
    </svg>
  )
}

function Check({ check, top, x }: { check: FiguresView['checks'][number]; top: number; x: (count: number) => number }) {
  const counts = parts.map(({ key }) => check[key])
  const allShown = counts.every((count) => count !== null)
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((from, { key }) => from + x(check[key] ?? 0), left))
  const end = parts.reduce((from, { key }) => from + x(check[key] ?? 0), left)
  return (
    <Group top={top}>
      <text x={0} y={17} className="ink">{sayMonths(check.months)}</text>
      {allShown && parts.map(({ key, fill }, at) => {
        const length = x(check[key] ?? 0)
        return length > 0 && <Bar key={key} x={starts[at] ?? left} y={0} width={Math.max(length - 2, 1)} height={bar} rx={2} fill={fill} stroke={key === 'notYetDue' ? 'var(--line-strong)' : undefined} />
      })}
      <text className="s" x={allShown ? end + 8 : left} y={17}>{check.active === null ? 'Skjult' : `${check.active} med`}</text>
    </Group>
  )
}

const say = (count: number | null) => count ?? 'skjult'

/** The chart in words, for those who hear it. */
function sayFunnel({ stages, checks }: FiguresView): string {
  const [first, last] = [stages[0], stages.at(-1)]
  return `Fra ${say(first?.count ?? null)} mødt til ${say(last?.count ?? null)} ved første træning. ${checks.map((check) => `${sayMonths(check.months)}: ${say(check.active)} aktive`).join('. ')}. Tallene står i tabellen.`
}
