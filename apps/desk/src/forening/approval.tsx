import { useOnce, useTRPC } from '@medspil/client'
import type { ForeningFile, PointText } from '@medspil/contracts/forening'
import { openPoints } from '@medspil/domain/forening'
import { Button, ButtonRow, ChoiceGroup, Notice, Sheet, TextField, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { moveWords, pointWords } from './words.ts'

type Move = ForeningFile['approval']
const isApproval = (to: Move) => to === 'approved' || to === 'approved-with-limits'

/** The law's checklist, each point met or waived in writing, and the moves that lead from where the forening stands. */
export function Approval({ forening }: { forening: ForeningFile }) {
  const { foreningId, mayMoveTo, offers } = forening
  const [checklist, setChecklist] = useState(forening.checklist)
  const [limitedTo, setLimitedTo] = useState<string[]>(forening.limitedTo ?? [])
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const approve = useOnce(`forening.approve:${foreningId}`, trpc.forening.approve.mutationOptions())
  const open = openPoints(checklist)
  const put = (point: PointText['point'], part: Partial<PointText>) => setChecklist((before) => before.map((one) => (one.point === point ? { ...one, ...part } : one)))
  const move = (to: Move) => {
    setTried(true)
    if (isApproval(to) && open.length > 0) return
    approve.mutate({ foreningId, to, checklist, limitedTo: to === 'approved-with-limits' ? limitedTo : null }, {
      onSuccess: (file) => {
        cache.setQueryData(trpc.forening.read.queryKey({ foreningId }), file)
        void cache.invalidateQueries({ queryKey: trpc.forening.list.queryKey() })
        say(`${file.name}: ${moveWords[to].toLowerCase()}`)
      },
    })
  }
  // An approval for some offers needs offers to name.
  const approving = mayMoveTo.filter((to) => isApproval(to) && (to === 'approved' || offers.length > 0))
  const others = mayMoveTo.filter((to) => !isApproval(to) && to !== 'declaration-missing')
  return (
    <Sheet title="Krav i folkeoplysningsloven § 4, stk. 3" remark={open.length === 0 ? 'Alle er svaret' : `${open.length} mangler`}>
      <div className="stack">
        {checklist.map(({ point, isMet, waivedBecause }) => (
          <div key={point} className="stack">
            <ChoiceGroup
              pair name={`krav-${point}`} label={pointWords[point]} value={isMet ? 'met' : waivedBecause !== null ? 'waived' : null}
              onChange={(value) => put(point, value === 'met' ? { isMet: true, waivedBecause: null } : { isMet: false, waivedBecause: waivedBecause ?? '' })}
              choices={[{ value: 'met', text: 'Opfyldt' }, { value: 'waived', text: 'Fraviges' }]} error={tried && open.includes(point) && waivedBecause === null ? 'Vælg, om kravet er opfyldt' : undefined}
            />
            {!isMet && waivedBecause !== null && (
              <TextField
                name={`grund-${point}`} label="Hvorfor fraviges det?" value={waivedBecause} onChange={(event) => put(point, { waivedBecause: event.target.value })}
                error={tried && open.includes(point) ? 'Skriv hvorfor, ellers kan foreningen ikke godkendes' : undefined}
              />
            )}
          </div>
        ))}
        {mayMoveTo.includes('approved-with-limits') && offers.length > 0 && (
          <ChoiceGroup
            many name="kun" label="Kun til disse tilbud" hint="Bruges kun ved godkendelse til nogle tilbud." value={limitedTo} onChange={setLimitedTo}
            choices={offers.map(({ offerId, title }) => ({ value: offerId, text: title }))}
          />
        )}
        {tried && open.length > 0 && <Notice tone="judge" role="alert">{open.length === 1 ? 'Ét krav mangler et svar' : `${open.length} krav mangler et svar`}, før foreningen kan godkendes.</Notice>}
        <Problem error={approve.error} />
        <ButtonRow>
          {approving.map((to, index) => <Button key={to} kind={index === 0 ? 'primary' : 'secondary'} busy={approve.isPending} onClick={() => move(to)}>{moveWords[to]}</Button>)}
          {others.map((to) => <Button key={to} kind="secondary" busy={approve.isPending} onClick={() => move(to)}>{moveWords[to]}</Button>)}
        </ButtonRow>
      </div>
    </Sheet>
  )
}
