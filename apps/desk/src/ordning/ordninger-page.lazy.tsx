import { useTRPC } from '@medspil/client'
import type { OrdningRow } from '@medspil/contracts/ordning'
import { Anchor, DataTable, DayText, DeskHead, EmptyState, LinkRow, Sheet, Tag } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'

export const Route = createLazyRoute('/$kommune/ordninger')({ component: OrdningerPage })

/** Every ordning with its versions: which one holds today, which one comes, and what each was written from. */
function OrdningerPage() {
  const list = useQuery(useTRPC().ordning.list.queryOptions())
  return (
    <>
      <PageTitle title="Ordninger" />
      <Loaded query={list}>
        {(ordninger) => {
          const drafts = ordninger.flatMap(({ versions }) => versions).filter(({ state }) => state === 'draft').length
          return (
            <div className="stack sheets">
              <DeskHead title={ordninger.length === 1 ? '1 ordning' : `${ordninger.length} ordninger`}>
                {drafts === 0 ? 'Ingen kladder.' : drafts === 1 ? '1 kladde er ikke udgivet.' : `${drafts} kladder er ikke udgivet.`} En udgivet version bliver aldrig rettet.
              </DeskHead>
              {ordninger.length === 0 && <EmptyState pictogram="papir" title="Ingen ordninger endnu" />}
              {ordninger.map((ordning) => <Versions key={ordning.ordningId} ordning={ordning} />)}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function Versions({ ordning }: { ordning: OrdningRow }) {
  const { kommune, role } = useActor()
  const root = `/${kommune.key}/ordninger`
  const { versions, current } = ordning
  const newest = versions[0]
  return (
    <Sheet title={ordning.name} remark={ordning.department} flush>
      <DataTable
        stacks caption={`Versioner af ${ordning.name}`}
        columns={[{ key: 'version', head: 'Version' }, { key: 'state', head: 'Status' }, { key: 'dates', head: 'Gælder' }, { key: 'source', head: 'Skrevet ud fra' }, { key: 'compare', head: 'Ændringer' }]}
        lines={versions.map((version, at) => {
          const before = versions[at + 1]
          return {
            key: version.versionId,
            cells: [
              <Anchor href={`${root}/version/${version.versionId}`}>Version {version.number}</Anchor>,
              version.state === 'draft' ? <Tag tone="judge">Kladde</Tag> : version.versionId === current ? <Tag tone="ok">Gælder nu</Tag> : <Tag tone="plain" sign="papir">Udgivet</Tag>,
              <>{<DayText day={version.validFrom} />}{version.validTo && <> til <DayText day={version.validTo} /></>}</>,
              version.source,
              before
                ? <Anchor href={`${root}/sammenlign/${before.versionId}/${version.versionId}`} aria-label={`Se ændringer fra version ${before.number} til ${version.number}`}>Se ændringer</Anchor>
                : 'Den første',
            ],
          }
        })}
      />
      {role === 'administrator' && newest && (
        <div className="pad">
          <LinkRow href={`${root}/version/${newest.versionId}/kladde`} pictogram="pen">
            {newest.state === 'draft' ? 'Skriv videre på kladden' : 'Skriv en ny version'}<span className="sr-only"> af {ordning.name}</span>
          </LinkRow>
        </div>
      )}
    </Sheet>
  )
}
