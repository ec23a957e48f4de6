import { useOnce, useTRPC } from '@medspil/client'
import type { NeverCameOutcome } from '@medspil/contracts/forening'
import type { TeamList } from '@medspil/contracts/attendance'
import { Button, formatMoney, Notice, SelectField } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../problem.tsx'

/** For a child that never came at all: frees the place and tells the kommune. Folded away, since it is seldom. */
export function NeverCame({ team }: { team: TeamList }) {
  const [signupId, setSignupId] = useState('')
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const report = useOnce(`forening.neverCame:${signupId}`, trpc.forening.neverCame.mutationOptions())
  const send = () => {
    setTried(true)
    if (!signupId) return
    report.mutate({ signupId }, { onSuccess: () => { setSignupId(''); setTried(false); void cache.invalidateQueries({ queryKey: trpc.attendance.list.queryKey() }) } })
  }
  return (
    <details className="row-more">
      <summary className="row"><b>Er der et barn, der aldrig er kommet?</b></summary>
      <div className="stack">
        <p>Så bliver pladsen fri, og kommunen ringer til familien.</p>
        <SelectField
          name="aldrig" label="Barnet" value={signupId} onChange={setSignupId} error={tried && !signupId ? 'Vælg barnet' : undefined}
          options={[{ value: '', text: 'Vælg et barn' }, ...team.children.map((child) => ({ value: child.signupId, text: child.displayName }))]}
        />
        <Problem error={report.error} />
        {report.data && <Notice tone="ok" role="status"><p>{sayOutcome(report.data)}</p></Notice>}
        <div><Button kind="secondary" busy={report.isPending} onClick={send}>Meld, at barnet aldrig kom</Button></div>
      </div>
    </details>
  )
}

function sayOutcome({ displayName, money, amount }: NeverCameOutcome): string {
  const said = `${displayName} er taget af listen.`
  if (money === 'not-owed') return `${said} Kontingentet på ${formatMoney(amount)} bliver ikke udbetalt.`
  if (money === 'asked-back') return `${said} Kommunen skriver til jer om de ${formatMoney(amount)}, der er betalt.`
  if (money === 'fee-stands') return `${said} I beholder kontingentet.`
  return money === 'waits' ? `${said} En udbetaling er på vej. Kommunen vender tilbage om den.` : said
}
