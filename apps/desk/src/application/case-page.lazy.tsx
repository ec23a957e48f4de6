import { useTRPC } from '@medspil/client'
import type { CaseView, Decided } from '@medspil/contracts/application'
import { Anchor, DayText, DeskColumns, DeskHead, Notice } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { AskPanel } from './ask-panel.tsx'
import './case.css'
import { CaseAside } from './case-aside.tsx'
import { CriteriaSheet } from './criteria-sheet.tsx'
import type { TypedJudgement, TypedJudgements } from './decision-draft.ts'
import { HistorySheet } from './history-sheet.tsx'
import { SentPage } from './sent-page.tsx'
import { WordsSheet } from './words-sheet.tsx'
import { doorWords, sayDaysLeft, stateWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/indbakke/$applicationId')({ component: CasePage })

/** One application: judge, see the effect in the decision and the letter, send. */
function CasePage() {
  const { applicationId } = useParams({ from: '/$kommune/indbakke/$applicationId' })
  // Another application is another page: nothing typed for one child may stand at the next.
  return <Case key={applicationId} applicationId={applicationId} />
}

function Case({ applicationId }: { applicationId: string }) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const read = useQuery(trpc.application.read.queryOptions({ applicationId }))
  const [decided, setDecided] = useState<Decided | null>(null)
  const keep = (view: CaseView) => cache.setQueryData(trpc.application.read.queryKey({ applicationId }), view)
  const done = (answer: Decided) => {
    setDecided(answer)
    void cache.invalidateQueries({ queryKey: trpc.application.inbox.queryKey() })
    void cache.invalidateQueries({ queryKey: trpc.application.read.queryKey({ applicationId }) })
  }
  return (
    <div className="case">
      <PageTitle title="Ansøgning" />
      <Loaded query={read}>
        {(view) => decided
          ? <SentPage view={view} decided={decided} onBack={() => setDecided(null)} />
          : <CaseBody view={view} onChanged={keep} onDecided={done} />}
      </Loaded>
    </div>
  )
}

function CaseBody(props: { view: CaseView; onChanged: (view: CaseView) => void; onDecided: (decided: Decided) => void }) {
  const { view } = props
  const [typed, setTyped] = useState<TypedJudgements>({})
  const type = (criterionId: string, judgement: TypedJudgement) => setTyped({ ...typed, [criterionId]: judgement })
  return (
    <>
      <CaseHead view={view} />
      <DeskColumns
        wideAside asideLabel="Afgørelse og brev"
        aside={<CaseAside view={view} typed={typed} onChanged={props.onChanged} onDecided={props.onDecided} />}
      >
        {view.state === 'frozen' && <Notice tone="judge">Ansøgningen er sat på pause. Den går videre, når det er på plads, hvem der må søge for {view.childFirstName}.</Notice>}
        {view.state === 'waiting-for-pool' && <Notice tone="info">Ansøgningen venter på penge. Den kommer frem af sig selv, når der er plads i puljen.</Notice>}
        <CriteriaSheet view={view} typed={typed} onType={type} onSaved={props.onChanged} />
        {view.acts.includes('ask') && <AskPanel view={view} onChanged={props.onChanged} />}
        <WordsSheet view={view} />
        <HistorySheet view={view} />
      </DeskColumns>
    </>
  )
}

function CaseHead({ view }: { view: CaseView }) {
  const { kommune } = useActor()
  return (
    <DeskHead
      title={`${view.childName}, ${view.age} år`}
      trail={
        <>
          <Anchor href={`/${kommune.key}/indbakke`}>Indbakke</Anchor> · {view.ordningName}, version {view.versionNumber} · {view.reference} ·{' '}
          {view.alike.length === 0 ? 'ingen dubletter' : (
            <>måske samme som {view.alike.map(({ applicationId, reference }, at) => (
              <Fragment key={applicationId}>{at > 0 && ', '}<Anchor href={`/${kommune.key}/indbakke/${applicationId}`}>{reference}</Anchor></Fragment>
            ))}</>
          )}
        </>
      }
      aside={view.answerBy && view.daysLeft !== null && view.decisions.length === 0 ? (
        <div className="deadline">
          <h2>Svar senest <DayText day={view.answerBy} form="day" /></h2>
          <p className="small">{sayDaysLeft(view.daysLeft)}</p>
        </div>
      ) : <h2>{stateWords[view.state]}</h2>}
    >
      {view.activity && `${view.activity} · `}{doorWords[view.door]} søgte <DayText day={view.submittedOn} form="day" />
      {view.period && <> · gælder <DayText day={view.period.from} form="day" /> til <DayText day={view.period.to} /></>}
    </DeskHead>
  )
}

