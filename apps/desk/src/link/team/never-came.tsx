import { useOnce, useTRPC } from '@medspil/client'
import type { NeverCameOutcome } from '@medspil/contracts/forening'
import type { TeamList } from '@medspil/contracts/attendance'
import { Button, formatMoney, Notice, SelectField } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSpoken } from '../language.tsx'
import { Problem } from '../problem.tsx'
import type { LinkWords } from '../words/words.ts'

/** For a child that never came at all: frees the place and tells the kommune. Folded away, since it is seldom. */
export function NeverCame({ team }: { team: TeamList }) {
  const [rowId, setRowId] = useState('')
  const [tried, setTried] = useState(false)
  const { neverCame: words } = useSpoken().words
  const trpc = useTRPC()
  const cache = useQueryClient()
  const report = useOnce(`forening.neverCame:${rowId}`, trpc.forening.neverCame.mutationOptions())
  const send = () => {
    setTried(true)
    if (!rowId) return
    report.mutate({ offerId: team.offerId, rowId }, { onSuccess: () => { setRowId(''); setTried(false); void cache.invalidateQueries({ queryKey: trpc.attendance.list.queryKey() }) } })
  }
  return (
    <details className="row-more">
      <summary className="row"><b>{words.title}</b></summary>
      <div className="stack">
        <p>{words.means}</p>
        <SelectField
          name="aldrig" label={words.child} value={rowId} onChange={setRowId} error={tried && !rowId ? words.missing : undefined}
          options={[{ value: '', text: words.choose }, ...team.children.map((child) => ({ value: child.rowId, text: child.displayName }))]}
        />
        <Problem error={report.error} />
        {report.data && <Notice tone="ok" role="status"><p>{words.off(<bdi>{report.data.displayName}</bdi>)} {sayMoney(report.data, words.money)}</p></Notice>}
        <div><Button kind="secondary" busy={report.isPending} onClick={send}>{words.send}</Button></div>
      </div>
    </details>
  )
}

function sayMoney({ money, amount }: NeverCameOutcome, words: LinkWords['neverCame']['money']): string {
  if (money === 'none') return ''
  return money === 'not-owed' || money === 'asked-back' ? words[money](formatMoney(amount)) : words[money]
}
