import type { ClaimView, PayoutView } from '@medspil/contracts/subsidy'
import { DaysText, Money, Tag } from '@medspil/ui'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { nameOf, sumOf, together } from './together.ts'
import { claimsWord, cvrInPairs, lineWords, paysWords, sayFailed } from './words.ts'

/** One line without a child: what the treasurer finds it by, what it covers, when, how much. */
export interface MoneyLine {
  key: string
  reference: ReactNode
  pays: ClaimView['pays'] | 'activity'
  period: ClaimView['period']
  amount: bigint
  /** The whole claim, when a part of it is paid; øre. */
  of: bigint | null
  remark?: ReactNode
}

/** The lines of one forening with their sum, øre. */
export interface MoneyGroup {
  payee: ClaimView['payee']
  total: bigint
  remark?: ReactNode
  lines: readonly MoneyLine[]
}

/** Lines forening by forening. It scrolls inside its own frame, so that a phone never scrolls sideways. */
export function LinesTable(props: { caption: string; groups: readonly MoneyGroup[]; referenceHead?: string }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={props.caption}>
      <table className="tbl stacks money-lines">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.referenceHead ?? 'Reference'}</th>
            <th scope="col">Dækker</th>
            <th scope="col">Periode</th>
            <th scope="col" className="r">Beløb</th>
          </tr>
        </thead>
        {props.groups.map(({ payee, total, remark, lines }) => (
          <tbody key={payee.foreningId}>
            <tr className="sub">
              <th scope="rowgroup" colSpan={3}>
                {payee.name} <span className="small cvr">CVR {cvrInPairs(payee.cvr)}</span>
                {remark && <Fragment> {remark}</Fragment>}
              </th>
              <td className="r"><Money ore={total} /></td>
            </tr>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.reference}</th>
                <td data-head="Dækker">{paysWords[line.pays ?? 'own-share']}{line.remark && <div>{line.remark}</div>}</td>
                <td data-head="Periode"><DaysText first={line.period.firstDay} last={line.period.lastDay} form="short" /></td>
                <td className="r" data-head="Beløb">
                  {line.of !== null && <span className="small">af <Money ore={line.of} />{'\u2002'}</span>}
                  <Money ore={line.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** The groups of a payout; after release each line says how it went. */
export function groupsOfPayout({ groups, state }: PayoutView): MoneyGroup[] {
  const isUnderWay = !['draft', 'submitted', 'approved', 'void'].includes(state)
  return groups.map((group) => ({
    payee: group.payee, total: group.total,
    lines: together(group.lines, ({ state: at, why }) => `${at}/${why}`).map((lines) => {
      const line = lines[0]!
      const whole = sumOf(lines.map(({ of, amount }) => of ?? amount))
      const amount = sumOf(lines.map((one) => one.amount))
      return {
        key: line.lineId, ...nameOf(lines), period: line.period, amount, of: whole === amount ? null : whole,
        remark: (
          <>
            {line.activity && <span className="small">{claimsWord(lines.length)} </span>}
            {isUnderWay && <Tag tone={lineWords[line.state].tone}>{lineWords[line.state].text}</Tag>}
            {isUnderWay && line.state === 'failed' && <p className="small">{sayFailed(line.why)}</p>}
          </>
        ),
      }
    }),
  }))
}
