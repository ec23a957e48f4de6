import { useTRPC } from '@medspil/client'
import type { GivenByMe } from '@medspil/contracts/application'
import { statusWords } from '@medspil/contracts/application'
import { ActRow, DayText, DeskHead, Disc, EmptyState, LinkButton, LinkRow, Sheet, StepIndicator, Tag, TaskList } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import './give.css'
import { WithdrawConsent } from './withdraw-consent.tsx'

export const Route = createLazyRoute('/$kommune/mine-boern')({ component: MyChildrenPage })

const words: Record<GivenByMe['status'], string> = {
  received: 'Modtaget', granted: 'Godkendt', 'under-way': 'I gang', 'after-three-months': 'Efter 3 måneder',
}

/** The children one has given or nominated: four words and a date each, nothing of how they were judged. */
function MyChildrenPage() {
  const { kommune } = useActor()
  const list = useQuery(useTRPC().application.givenByMe.queryOptions())
  const [withdrawing, setWithdrawing] = useState<GivenByMe | null>(null)
  return (
    <>
      <PageTitle title="Mine børn" />
      <Loaded query={list}>
        {(rows) => rows.length === 0 ? (
          <>
            <DeskHead title="Mine børn" />
            <EmptyState pictogram="familie" title="Her er ingen børn endnu">
              <p>Når du har givet eller indstillet et barn, kan du følge det her.</p>
              <LinkButton href={`/${kommune.key}/giv`}>Giv eller indstil</LinkButton>
            </EmptyState>
          </>
        ) : (
          <>
            <DeskHead title={`${rows.length === 1 ? 'Et barn' : `${rows.length} børn`} har fået noget fra dig`}>
              Du ser, hvor langt de er. Resten er mellem familien og kommunen.
            </DeskHead>
            <Sheet title="Mine børn" remark={`${rows.filter(({ ended }) => !ended).length} i gang`} flush>
              <TaskList>
                {rows.map((row) => <ChildRow key={row.applicationId} row={row} onWithdraw={() => setWithdrawing(row)} />)}
              </TaskList>
            </Sheet>
          </>
        )}
      </Loaded>
      <WithdrawConsent row={withdrawing} onClose={() => setWithdrawing(null)} />
    </>
  )
}

function ChildRow(props: { row: GivenByMe; onWithdraw: () => void }) {
  const { row } = props
  const { kommune } = useActor()
  const step = statusWords.indexOf(row.status) + 1
  return (
    <li className="task given">
      <Disc name="person" small />
      <div>
        <h3>{row.childName}</h3>
        <p className="why">{row.ordningName}, sendt <DayText day={row.givenOn} form="day" /></p>
      </div>
      <div className="when">
        <StepIndicator step={step} of={statusWords.length}><b>{words[row.status]}</b></StepIndicator>
        <DayText day={row.statusOn} form="day" />{row.ended && ' · afsluttet'}
      </div>
      <div className="go">
        {!row.consentWithdrawn && <LinkRow pictogram="kalender" href={`/${kommune.key}/boern/${row.childId}/ferie`} aria-label={`Ferieaktiviteter til ${row.childName}`}>Ferieaktiviteter</LinkRow>}
        {row.consentWithdrawn ? <Tag tone="plain" sign="kryds">Ja trukket tilbage</Tag>
          : row.consentId && <ActRow onClick={props.onWithdraw} aria-label={`Familien siger nej nu: ${row.childName}`}>Familien siger nej nu</ActRow>}
      </div>
    </li>
  )
}
