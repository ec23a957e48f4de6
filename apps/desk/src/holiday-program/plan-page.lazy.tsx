import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { PlanForm } from './plan-form.tsx'

export const Route = createLazyRoute('/$kommune/ferie/$programId/plan')({ component: PlanPage })

/** A draft programme, to be changed. */
function PlanPage() {
  const { programId } = useParams({ from: '/$kommune/ferie/$programId/plan' })
  const trpc = useTRPC()
  const desk = useQuery(trpc.holidayProgram.desk.queryOptions())
  const file = useQuery(trpc.holidayProgram.file.queryOptions({ programId }))
  return (
    <>
      <PageTitle title="Ret et program" />
      <Loaded query={desk}>{(shown) => <Loaded query={file}>{(program) => <PlanForm key={programId} desk={shown} program={program} />}</Loaded>}</Loaded>
    </>
  )
}
