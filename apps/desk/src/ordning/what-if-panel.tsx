import { useTRPC } from '@medspil/client'
import type { Json } from '@medspil/domain/ordning'
import { Button, DataTable, DayText, Sheet, Waiting } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { sayRule } from '@medspil/wording/letter'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'

/** The draft tried on the applications of the last twelve months. It only reads, and no child is named. */
export function WhatIfPanel(props: { ordningId: string; rules: Json }) {
  const to = todayHere()
  const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`.replace('-02-29', '-03-01')
  const [tried, setTried] = useState<Json | null>(null)
  const trial = useQuery(useTRPC().ordning.whatIf.queryOptions(tried === null ? skipToken : { ordningId: props.ordningId, rules: tried, from, to }))
  const isOld = tried !== null && JSON.stringify(tried) !== JSON.stringify(props.rules)
  return (
    <Sheet title="Hvad ville reglerne have gjort?" remark={<>Ansøgninger siden <DayText day={from} /></>}>
      <div className="stack">
        <p>Prøv kladden på det seneste års ansøgninger. Ingenting bliver ændret.</p>
        <div><Button kind="secondary" busy={trial.isFetching} onClick={() => setTried(props.rules)}>Prøv kladden</Button></div>
        {trial.isFetching && <Waiting>Regner på ansøgningerne</Waiting>}
        <Problem error={trial.error} />
        {trial.data && (
          <div role="status" className="stack">
            <p><b>{trial.data.changed} af {counted(trial.data.applications, 'ansøgning', 'ansøgninger')} ville få et andet svar.</b>{isOld && ' Du har rettet siden. Prøv igen.'}</p>
            <DataTable
              caption="Svar før og med kladden"
              columns={[{ key: 'answer', head: 'Svar' }, { key: 'before', head: 'Dengang', end: true }, { key: 'after', head: 'Med kladden', end: true }]}
              lines={[
                { key: 'all', cells: ['Ja', trial.data.before.all, trial.data.counts.all] },
                { key: 'part', cells: ['Delvist ja', trial.data.before.part, trial.data.counts.part] },
                { key: 'none', cells: ['Nej', trial.data.before.none, trial.data.counts.none] },
                { key: 'person', cells: ['Et menneske skal se på det', 'Indgår ovenfor', trial.data.counts.personNeeded] },
              ]}
            />
            {trial.data.because.length > 0 && (
              <p className="small">Det skyldes især: {trial.data.because.map(({ criterionId, applications }) => `${sayCriterion(props.rules, criterionId)} (${applications})`).join(', ')}.</p>
            )}
          </div>
        )}
      </div>
    </Sheet>
  )
}

/** The criterion in the words of the rules; a name that stands in none of them, such as the age, is said as the rule it is. */
function sayCriterion(rules: Json, id: string): string {
  const criteria = typeof rules === 'object' && rules !== null && !Array.isArray(rules) ? rules.criteria : null
  const found = Array.isArray(criteria) ? criteria.find((item) => typeof item === 'object' && item !== null && !Array.isArray(item) && item.id === id) : null
  const says = typeof found === 'object' && found !== null && !Array.isArray(found) ? found.says : null
  return typeof says === 'string' ? says : sayRule(id)
}
