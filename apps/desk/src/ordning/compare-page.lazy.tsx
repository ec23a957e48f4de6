import { useTRPC } from '@medspil/client'
import type { CompareView } from '@medspil/contracts/ordning'
import type { Json } from '@medspil/domain/ordning'
import { Anchor, DataTable, DayText, DeskHead, EmptyState, Sheet } from '@medspil/ui'
import { sayRule } from '@medspil/wording/letter'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { sayAnswer } from './leaf-text.ts'
import { capital } from './words.ts'

export const Route = createLazyRoute('/$kommune/ordninger/sammenlign/$beforeId/$afterId')({ component: ComparePage })

/** What differs between two versions, rule by rule. */
function ComparePage() {
  const { beforeId, afterId } = useParams({ from: '/$kommune/ordninger/sammenlign/$beforeId/$afterId' })
  const compared = useQuery(useTRPC().ordning.compare.queryOptions({ beforeId, afterId }))
  return (
    <>
      <PageTitle title="Sammenlign versioner" />
      <Loaded query={compared}>{(view) => <Changes view={view} />}</Loaded>
    </>
  )
}

function Changes({ view }: { view: CompareView }) {
  const { kommune } = useActor()
  const { before, after, changes } = view
  return (
    <div className="stack sheets">
      <DeskHead
        title={changes.length === 0 ? 'Reglerne er de samme' : changes.length === 1 ? '1 regel er ændret' : `${changes.length} regler er ændret`}
        trail={<Anchor href={`/${kommune.key}/ordninger`}>Ordninger</Anchor>}
      >
        Version {before.number} fra <DayText day={before.validFrom} /> og version {after.number} fra <DayText day={after.validFrom} />
      </DeskHead>
      {changes.length === 0 ? <EmptyState pictogram="check" title="Ingen forskel"><p>Kun datoer og tekster kan være ændret.</p></EmptyState> : (
        <Sheet title="Ændrede regler" flush>
          <DataTable
            caption="Ændrede regler"
            columns={[{ key: 'rule', head: 'Regel' }, { key: 'before', head: `Version ${before.number}` }, { key: 'after', head: `Version ${after.number}` }]}
            lines={changes.map(({ path, before: left, after: right }) => ({
              key: path, cells: [capital(sayRule(path)), sayAnswer(path, left as Json), sayAnswer(path, right as Json)],
            }))}
          />
        </Sheet>
      )}
    </div>
  )
}
