import { useOnce, useTRPC } from '@medspil/client'
import { linesMost, type ReadyView } from '@medspil/contracts/subsidy'
import { Button, Money, Notice, Sheet, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { LinesTable } from './lines-table.tsx'
import { nameOf, sumOf, together } from './together.ts'
import { claimsWord, daysAgoWords, foreningerWord, linesWord } from './words.ts'

type Ready = ReadyView['ready'][number]

/** The claims that can be paid: chosen line by line, those of a holiday activity as one, summed as they are chosen, handed over to another person. */
export function PreparePart({ view }: { view: ReadyView }) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const { kommune } = useActor()
  // What is left out is remembered, not what is chosen: a claim that arrives meanwhile is chosen like the others.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(() => leftOutFirst(view.ready))
  const prepare = useOnce('subsidy.prepare', trpc.subsidy.prepare.mutationOptions())
  const chosen = view.ready.filter(({ claimId }) => !leftOut.has(claimId))
  const total = chosen.reduce((all, { payable }) => all + payable, 0n)
  const choose = (claimIds: readonly string[], on: boolean) => setLeftOut(new Set(on ? [...leftOut].filter((id) => !claimIds.includes(id)) : [...leftOut, ...claimIds]))
  if (view.ready.length === 0) return view.unchecked > 0 ? <Unchecked count={view.unchecked} /> : null
  const groups = [...new Set(view.ready.map(({ payee }) => payee.foreningId))].map((foreningId) => {
    const lines = view.ready.filter(({ payee }) => payee.foreningId === foreningId)
    return { payee: lines[0]!.payee, lines }
  })
  return (
    <Sheet flush title="Klar til udbetaling" remark={linesWord(view.ready.length)}>
      <LinesTable
        caption="Krav, der er klar til udbetaling"
        groups={groups.map(({ payee, lines }) => ({
          payee, total: lines.filter(({ claimId }) => !leftOut.has(claimId)).reduce((all, { payable }) => all + payable, 0n),
          remark: lines[0]?.payeeChangedDaysAgo != null && <span className="small cvr">Ny konto {daysAgoWords(lines[0].payeeChangedDaysAgo)}. To skal frigive.</span>,
          lines: together(lines).map((claims) => {
            const { reference, pays } = nameOf(claims)
            const [ids, payable, amount] = [claims.map(({ claimId }) => claimId), sumOf(claims.map((claim) => claim.payable)), sumOf(claims.map((claim) => claim.amount))]
            return {
              key: ids[0]!, pays, period: claims[0]!.period, amount: payable, of: amount === payable ? null : amount,
              remark: claims[0]!.activity && <span className="small">{claimsWord(claims.length)}</span>,
              reference: view.mayPrepare ? <Choice id={ids[0]!} reference={reference} to={payee.name} on={!leftOut.has(ids[0]!)} onChoose={(on) => choose(ids, on)} /> : reference,
            }
          }),
        }))}
      />
      {view.mayPrepare && (
        <div className="pad stack">
          <p aria-live="polite"><b>{linesWord(chosen.length)} til {foreningerWord(new Set(chosen.map(({ payee }) => payee.foreningId)).size)}, i alt <Money ore={total} /></b></p>
          {view.unchecked > 0 && <Unchecked count={view.unchecked} />}
          {chosen.length > linesMost && <p>Højst {linesMost} linjer ad gangen. Vælg nogle fra.</p>}
          {chosen.length === 0 && prepare.isIdle && <p className="small">Vælg mindst én linje.</p>}
          <Problem error={prepare.error} />
          <div>
            <Button
              busy={prepare.isPending}
              onClick={() => chosen.length > 0 && chosen.length <= linesMost && prepare.mutate({ claimIds: chosen.map(({ claimId }) => claimId) }, {
                onSuccess: (payout) => {
                  void cache.invalidateQueries({ queryKey: trpc.subsidy.ready.queryKey() })
                  void cache.invalidateQueries({ queryKey: trpc.subsidy.payouts.queryKey() })
                  say(`Udbetaling ${payout.reference} venter på en andens frigivelse`)
                  void navigate({ to: '/$kommune/udbetaling/$payoutId', params: { kommune: kommune.key, payoutId: payout.payoutId } })
                },
              })}
            >
              Send {linesWord(chosen.length)} til frigivelse
            </Button>
          </div>
          <p className="small">En anden end dig skal frigive.</p>
        </div>
      )}
    </Sheet>
  )
}

/** A claim whose payment details are new waits unless somebody chooses it: it takes one more person for the whole payout. */
const needsTwo = ({ payeeChangedDaysAgo }: Ready) => payeeChangedDaysAgo !== null

function Choice(props: { id: string; reference: string; to: string; on: boolean; onChoose: (on: boolean) => void }) {
  const id = `krav-${props.id}`
  return (
    <div className="form-group-checkbox claim-box">
      <input className="form-checkbox" type="checkbox" id={id} checked={props.on} onChange={(event) => props.onChoose(event.target.checked)} />
      <label htmlFor={id}>{props.reference}<span className="sr-only"> til {props.to}</span></label>
    </div>
  )
}

/** What is left out to begin with: claims that take one more person, and what is more than one payout holds. */
function leftOutFirst(ready: readonly Ready[]): Set<string> {
  const out = new Set<string>()
  let lines = 0
  for (const claims of together(ready)) {
    if (!claims.some(needsTwo) && lines + claims.length <= linesMost) lines += claims.length
    else for (const { claimId } of claims) out.add(claimId)
  }
  return out
}

function Unchecked({ count }: { count: number }) {
  return <Notice tone="info">{count === 1 ? '1 krav er' : `${count} krav er`} lige bekræftet og bliver kontrolleret nu.</Notice>
}
