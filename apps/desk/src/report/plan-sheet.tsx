import type { PlanView } from '@medspil/contracts/report'
import { DataTable, ExampleTag, formatCount, Sheet, Tag } from '@medspil/ui'
import type { Tone } from '@medspil/ui'

type Target = PlanView['targets'][number]
const tones: Record<Target['status'], Tone> = { met: 'ok', 'not-met': 'no', 'not-yet-due': 'wait', 'no-data': 'plain', 'not-scored': 'plain' }
const words: Record<Target['status'], string> = { met: 'Nået', 'not-met': 'Ikke nået', 'not-yet-due': 'Ikke endnu', 'no-data': 'Mangler tal', 'not-scored': 'Gøres ikke op i tal' }

/** A plan's targets by plan year, each with what it asks and how it stands. */
export function PlanSheet({ plan }: { plan: PlanView }) {
  const years = Array.from({ length: plan.years }, (_, at) => at + 1)
  return (
    <Sheet title={`Mål i ${plan.name}`} remark={<>{plan.source} {plan.isEksempel && <>· tal er <ExampleTag>eksempel</ExampleTag></>}</>} flush>
      <DataTable
        stacks caption={`Mål i ${plan.name} efter planår`}
        columns={[{ key: 'name', head: 'Mål' }, { key: 'demand', head: 'Krav' }, ...years.map((year) => ({ key: String(year), head: `Planår ${year}`, end: true })), { key: 'status', head: 'Status' }]}
        lines={plan.targets.map((target) => ({ key: target.id, cells: [<b key="name">{target.name}</b>, target.demand, ...years.map((year) => sayYear(target, year)), <Tag key="status" tone={tones[target.status]}>{sayStatus(target)}</Tag>] }))}
      />
    </Sheet>
  )
}

const sayValue = (value: number, isShare: boolean) => (isShare ? `${Math.round(value)} %` : formatCount(Math.round(value * 10) / 10))

/** A plan year's figure; several units are told together. A figure without a year stands in the first. */
function sayYear({ years, isShare }: Target, year: number): string {
  const values = years.filter((part) => (part.year ?? 1) === year).map(({ value }) => value).filter((value) => value !== null)
  return values.length === 0 ? '–' : values.map((value) => sayValue(value, isShare)).join(' · ')
}

function sayStatus({ status, value, years, isShare }: Target): string {
  if (value !== null && status === 'met' && years.length > 1) return `Nået: ${sayValue(value, isShare)}`
  const met = years.filter((part) => part.status === 'met').length
  return status === 'not-met' && years.length > 1 && met > 0 ? `Nået ${met} af ${years.length} år` : words[status]
}
