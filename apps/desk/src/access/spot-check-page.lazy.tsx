import { useTRPC } from '@medspil/client'
import { DataTable, DayText, DeskHead, EmptyState, Notice, Sheet, TimeText } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { isDeskRole, roleNames } from '../menu.ts'
import { sayField, sayWhy } from './look-words.ts'

export const Route = createLazyRoute('/$kommune/stikproeve')({ component: SpotCheckPage })

const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** A sample of look-ups for the leader to ask about. No child is named: the question is why somebody looked. */
function SpotCheckPage() {
  const sample = useQuery(useTRPC().access.spotCheck.queryOptions())
  return (
    <>
      <PageTitle title="Stikprøve" />
      <Loaded query={sample}>
        {(looks) => (
          <div className="stack sheets">
            <DeskHead title={looks.length === 0 ? 'Stikprøve' : `Spørg til ${looks.length === 1 ? 'et opslag' : `disse ${looks.length} opslag`}`}>
              Udvalgt tilfældigt blandt de seneste 30 dage. Udvalget er det samme hele dagen.
            </DeskHead>
            {looks.length === 0
              ? <EmptyState pictogram="oeje" title="Ingen opslag"><p>Ingen har slået et barn op i de seneste 30 dage.</p></EmptyState>
              : <>
                  <Sheet title="Opslag" remark={`${looks.length}`} flush>
                  <DataTable
                    stacks caption="Opslag til stikprøve"
                    columns={[{ key: 'who', head: 'Hvem' }, { key: 'when', head: 'Hvornår' }, { key: 'why', head: 'Hvorfor' }, { key: 'what', head: 'Hvad blev vist' }]}
                    lines={looks.map(({ id, at, who, role, why, fields }) => {
                      const moment = new Date(at)
                      return {
                        key: id,
                        cells: [
                          <>{who}<br /><span className="small">{isDeskRole(role) ? roleNames[role] : role}</span></>,
                          <><DayText day={calendar.format(moment)} form="day" /><br /><span className="small"><TimeText time={clock.format(moment)} /></span></>,
                          sayWhy(why), fields.map(sayField).join(', '),
                        ],
                      }
                    })}
                  />
                  </Sheet>
                  <Notice tone="info">Kan en medarbejder ikke forklare et opslag, så tal med databeskyttelsesrådgiveren.</Notice>
                </>}
          </div>
        )}
      </Loaded>
    </>
  )
}
