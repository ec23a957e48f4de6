import type { CaseView, CriterionView } from '@medspil/contracts/application'
import { CriterionList, CriterionRow, DayText, ExampleTag, formatDay, Money, Sheet } from '@medspil/ui'
import type { TypedJudgement, TypedJudgements } from './decision-draft.ts'
import { inOrder } from './decision-draft.ts'
import { JudgeForm } from './judge-form.tsx'
import { criterionTag, sayCounts } from './words.ts'

/** Every criterion with its fact and where the fact is from; the ones to judge first, with their fields. */
export function CriteriaSheet(props: {
  view: CaseView
  typed: TypedJudgements
  onType: (criterionId: string, judgement: TypedJudgement) => void
  onSaved: (view: CaseView) => void
}) {
  const { view, typed } = props
  return (
    <Sheet title="Kriterier" remark={sayCounts(view.counts)} flush>
      <CriterionList>
        {inOrder(view.criteria).map((criterion) => {
          const tag = criterionTag(criterion)
          return (
            <CriterionRow
              key={criterion.criterionId} tone={tag.tone} state={tag.text} title={criterion.says}
              fact={<Fact criterion={criterion} />} sources={sourcesOf(criterion)}
              judge={criterion.result === 'judged' && view.acts.includes('judge') ? (
                <JudgeForm
                  view={view} criterion={criterion} typed={typed[criterion.criterionId]}
                  onType={(judgement) => props.onType(criterion.criterionId, judgement)} onSaved={props.onSaved}
                />
              ) : undefined}
            />
          )
        })}
        <PoolRow view={view} />
      </CriterionList>
    </Sheet>
  )
}

const sourcesOf = ({ facts }: CriterionView): string[] =>
  [...new Set(facts.flatMap(({ sources }) => sources.map(({ sourceName, on }) => `${sourceName.charAt(0).toUpperCase()}${sourceName.slice(1)}, ${formatDay(on, 'da', 'day')}`)))]

function Fact({ criterion }: { criterion: CriterionView }) {
  const { facts, missing, age, worked, judgement, result, isEksempel } = criterion
  const unseen = facts.some(({ seenByParty }) => !seenByParty)
  return (
    <>
      {facts.map(({ says }) => says).join(' ')}
      {age?.on && facts.length === 0 && <>{age.age} år den <DayText day={age.on} />.</>}
      {missing.length > 0 && <> Der mangler: {missing.join(', ')}.</>}
      {facts.length > 0 && <> {unseen ? 'Familien har ikke set det.' : result === 'not-met' && 'Familien har set det.'}</>}
      {result !== 'judged' && judgement && <> Vurderet af {judgement.by}: {judgement.reason}</>}
      {isEksempel && <> <ExampleTag>eksempel</ExampleTag></>}
      {worked && <WorkedSum worked={worked} />}
    </>
  )
}

const workedWords: Record<string, string> = {
  'base-limit': 'Grænsen', 'table-limit': 'Grænsen for en husstand på', 'extra-children': 'Tillæg for flere børn', 'single-parent': 'Tillæg for enlig',
  income: 'Familiens indkomst', 'single-parent-subtracts': 'Fradrag for enlig',
}

function WorkedSum({ worked }: { worked: NonNullable<CriterionView['worked']> }) {
  return (
    <span className="worked">
      {worked.lines.map(({ line, amount, of }) => (
        <span key={line}><span>{workedWords[line] ?? line}{of !== null && ` (${of})`}</span> <Money ore={amount} /></span>
      ))}
      {worked.limit !== null && <span className="sum"><span>Grænsen i alt</span> <Money ore={worked.limit} /></span>}
      {worked.income !== null && <span><span>Indkomst, der regnes med</span> <Money ore={worked.income} /></span>}
    </span>
  )
}

/** What the kommune has left for it, as of now. The pool is no criterion of the child's, but it decides with the others. */
function PoolRow({ view }: { view: CaseView }) {
  if (!view.pool || view.criteria.some(({ kind }) => kind === 'poolHasMoney')) return null
  const { free, isEksempel, whenEmpty } = view.pool
  const empty = free <= 0n
  return (
    <CriterionRow
      tone={empty ? 'no' : 'ok'} state={empty ? 'Tom' : 'Opfyldt'} title="Der er penge i puljen" sources={['Pulje, nu']}
      fact={
        <>
          <Money ore={free} /> fri. {empty && (whenEmpty === 'queue' ? 'Ansøgningen venter på penge.' : 'Der kan ikke gives penge.')}
          {isEksempel && <ExampleTag>eksempel</ExampleTag>}
        </>
      }
    />
  )
}
