import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { PlanForm } from './plan-form.tsx'

export const Route = createLazyRoute('/$kommune/ferie/ny')({ component: NewProgramPage })

/** A new programme: the holiday first, then the rules families meet. */
function NewProgramPage() {
  const desk = useQuery(useTRPC().holidayProgram.desk.queryOptions())
  return (
    <>
      <PageTitle title="Lav et program" />
      <Loaded query={desk}>{(shown) => <PlanForm desk={shown} program={null} />}</Loaded>
    </>
  )
}
