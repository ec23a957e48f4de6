import type { CaseView, Decided } from '@medspil/contracts/application'
import { Button, LinkRow, Notice, Sheet } from '@medspil/ui'
import { useState } from 'react'
import { DecisionPanel } from './decision-panel.tsx'
import type { TypedJudgements } from './decision-draft.ts'
import { HearingPanel } from './hearing-panel.tsx'
import { LinesPanel } from './lines-panel.tsx'
import { ResultTag } from './result-tag.tsx'

/** What can be done now, and nothing else: decide, hear, ask, or decide anew. */
export function CaseAside(props: {
  view: CaseView
  typed: TypedJudgements
  onChanged: (view: CaseView) => void
  onDecided: (decided: Decided) => void
}) {
  const { view, typed, onChanged, onDecided } = props
  const [isAnew, setIsAnew] = useState(false)
  const latest = view.decisions.find(({ decisionId }) => !view.decisions.some(({ replacesId }) => replacesId === decisionId)) ?? null
  const mayHear = view.acts.includes('hear') || view.acts.includes('exempt')
  return (
    <>
      {mayHear && view.hearingNeeded.length > 0 && <HearingPanel view={view} onChanged={onChanged} />}
      {view.acts.includes('decide') && <DecisionPanel view={view} typed={typed} replacesId={null} onDecided={onDecided} />}
      {latest && !isAnew && (
        <Sheet title="Afgørelse" remark={<ResultTag result={latest.result} />}>
          <LinesPanel
            lines={view.lines} onChange={null}
            choices={view.lines.map(({ kind }) => {
              const item = latest.items.find((found) => found.kind === kind)
              return { give: item?.isGiven ?? false, amount: item?.given ?? null }
            })}
          />
          <p className="small">{latest.automatic ? 'Reglerne gav et klart ja.' : `Besluttet af ${latest.by}.`}</p>
          {latest.letterId && <LinkRow href={`/letters/${latest.letterId}`} pictogram="papir">Læs brevet</LinkRow>}
          {view.acts.includes('reconsider') && <Button kind="secondary" wide onClick={() => setIsAnew(true)}>Træf en ny afgørelse</Button>}
        </Sheet>
      )}
      {latest && isAnew && (
        <>
          <Notice tone="info">Den gamle afgørelse bliver stående. Den nye nævner den og gælder i stedet.</Notice>
          <DecisionPanel view={view} typed={typed} replacesId={latest.decisionId} onDecided={onDecided} />
        </>
      )}
    </>
  )
}
