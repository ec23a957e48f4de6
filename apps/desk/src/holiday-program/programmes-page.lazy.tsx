import { useTRPC } from '@medspil/client'
import type { ProgramDesk, ProgramRow } from '@medspil/contracts/holiday-program/desk'
import { Anchor, DataTable, DeskHead, EmptyState, formatCount, formatDays, LinkButton, Sheet, Tag } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useActor } from '../frame/actor.tsx'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { SchoolHolidays } from './school-holidays.tsx'
import { holidayNames, isOver, sayMoment, sayWork, stateWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/ferie')({ component: ProgrammesPage })

/** Every holiday programme with what waits in it, and the kommune's own school holidays. */
function ProgrammesPage() {
  const { kommune, role } = useActor()
  const desk = useQuery(useTRPC().holidayProgram.desk.queryOptions())
  const work = desk.data?.programs.reduce((sum, { toRead, toDecide }) => sum + toRead + toDecide, 0)
  useEffect(() => {
    if (work !== undefined) countInMenu('ferie', work)
  }, [work])
  return (
    <>
      <PageTitle title="Ferieprogrammer" />
      <Loaded query={desk}>
        {(shown) => (
          <div className="stack sheets">
            <DeskHead title={headOf(shown)} aside={role !== 'leader' && <LinkButton href={`/${kommune.key}/ferie/ny`}>Lav et program</LinkButton>}>
              Aktiviteter for børn i skolernes ferier.
            </DeskHead>
            {shown.programs.length === 0
              ? <EmptyState pictogram="ude" title="Ingen programmer endnu"><p>Lav det første program, og spørg foreninger, biblioteker og klubber, hvad de vil lave.</p></EmptyState>
              : <Programmes programs={shown.programs} root={`/${kommune.key}/ferie`} />}
            <SchoolHolidays holidays={shown.holidays} mayEdit={role === 'administrator'} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function headOf({ programs }: ProgramDesk): string {
  const work = sayWork({ toRead: programs.reduce((sum, one) => sum + one.toRead, 0), toDecide: programs.reduce((sum, one) => sum + one.toDecide, 0) })
  return work ?? (programs.length === 1 ? '1 ferieprogram' : programs.length === 0 ? 'Ferieprogrammer' : `${programs.length} ferieprogrammer`)
}

function Programmes({ programs, root }: { programs: readonly ProgramRow[]; root: string }) {
  return (
    <Sheet title="Programmer" flush>
      <DataTable
        stacks caption="Programmer"
        columns={[{ key: 'name', head: 'Program' }, { key: 'state', head: 'Status' }, { key: 'opens', head: 'Tilmelding' }, { key: 'work', head: 'Venter på jer' }, { key: 'activities', head: 'Aktiviteter', end: true }, { key: 'places', head: 'Pladser taget', end: true }]}
        lines={programs.map((one) => {
          const { programId, name, holiday, fromDay, toDay, state, way, opensAt, activities, places, taken } = one
          return {
            key: programId,
            cells: [
              <><Anchor href={`${root}/${programId}`}>{name}</Anchor><br /><small>{holidayNames[holiday]}, {formatDays(fromDay, toDay)}</small></>,
              <Tag tone={stateWords[state][0]} sign={stateWords[state][0] === 'plain' ? 'papir' : undefined}>{stateWords[state][1]}</Tag>,
              <>{way === 'draw' ? 'Ønsker og lodtrækning' : 'Åbner på minuttet'}<br /><small>{sayMoment(opensAt)}</small></>,
              sayWork(one) ?? 'Intet', activities, isOver(state) ? `${formatCount(places)} i alt` : `${formatCount(taken)} af ${formatCount(places)}`,
            ],
          }
        })}
      />
    </Sheet>
  )
}
