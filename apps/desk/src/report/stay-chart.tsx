import type { CurveView } from '@medspil/contracts/report'
import { formatShare } from '@medspil/ui'
import { AxisBottom } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'

const [left, right, top, bottom] = [48, 530, 30, 258]
type Point = CurveView['points'][number]
type Share = 'share' | 'lower' | 'upper'

/** The curve of staying as steps with a 95 % band, and dashed what it would be if all unknown had stopped, or none. */
export default function StayChart({ curve }: { curve: CurveView }) {
  const x = scaleLinear({ domain: [0, Math.max(curve.lastDay, 1)], range: [left, right] })
  const y = scaleLinear({ domain: [0, 1], range: [bottom, top] })
  const steps = (points: readonly Point[], of: Share) => points.map((point, at) => `${at === 0 ? 'M' : 'H'}${x(point.days)}${at === 0 ? ' ' : 'V'}${y(point[of])}`).join('') + `H${x(curve.lastDay)}`
  const back = [...curve.points].reverse().map((point) => `V${y(point.lower)}H${x(point.days)}`).join('')
  const shown = curve.table.filter(({ months }) => months === 3 || months === curve.table.at(-1)?.months)
  const [low, high] = [curve.allUnknownStopped.at(-1), curve.allUnknownActive.at(-1)]
  // A line along the top has its percentages above it; its name goes where they are not.
  const staysHigh = high !== undefined && high.share > 0.9
  return (
    <svg className="chart" viewBox="0 0 580 356" role="img" aria-label={sayCurve(curve)}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <Group key={share}>
          <path d={`M${left} ${y(share)}H${right}`} stroke="var(--line)" />
          <text x={left - 8} y={y(share) + 4} textAnchor="end">{formatShare(share)}</text>
        </Group>
      ))}
      <path d={`${steps(curve.points, 'upper')}${back}Z`} fill="var(--kommune-16)" />
      <path d={steps(curve.allUnknownStopped, 'share')} fill="none" stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="4 4" />
      <path d={steps(curve.allUnknownActive, 'share')} fill="none" stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="4 4" />
      <path d={steps(curve.points, 'share')} fill="none" stroke="var(--kommune)" strokeWidth={2.5} strokeLinejoin="round" />
      {high && <text x={staysHigh ? left + 4 : x(curve.lastDay * 0.62)} y={y(high.share) - (staysHigh ? 12 : 22)} textAnchor={staysHigh ? 'start' : 'middle'}>hvis ingen ukendte var stoppet</text>}
      {low && <text x={x(curve.lastDay * 0.45)} y={y(low.share) + 30} textAnchor="middle">hvis alle ukendte var stoppet</text>}
      {shown.map(({ months, days, share }) => (
        <Group key={months}>
          <circle cx={x(days)} cy={y(share)} r={5} fill="#fff" stroke="var(--kommune)" strokeWidth={2.5} />
          <text className="s" x={x(days) + 10} y={y(share) - 10}>{formatShare(share)}</text>
        </Group>
      ))}
      <AxisBottom
        top={bottom} scale={x} tickValues={[0, ...curve.table.map(({ days }) => days)]} stroke="transparent" tickStroke="var(--line-strong)" tickLength={5}
        tickFormat={(days) => (Number(days) === 0 ? 'Start' : `${curve.table.find((line) => line.days === Number(days))?.months ?? ''} md.`)}
        tickLabelProps={() => ({ textAnchor: 'middle', dy: '0.6em', fontFamily: 'inherit', fontSize: 13, fill: 'var(--ink-2)' })}
      />
      <text x={left} y={312}>Børn med i tallet</text>
      <text className="s" x={left} y={334} textAnchor="middle">{curve.children}</text>
      {curve.table.map(({ months, days, atRisk }) => <text key={months} className="s" x={x(days)} y={334} textAnchor="middle">{atRisk ?? '–'}</text>)}
    </svg>
  )
}

/** The chart in words, for those who hear it. */
function sayCurve({ table }: CurveView): string {
  const told = table.filter(({ months }) => months % 3 === 0).map(({ months, share }) => `${Math.round(share * 100)} procent efter ${months} måneder`)
  return `Andel, der stadig er med. ${told.join(', ')}. Tallene står i tabellen.`
}
