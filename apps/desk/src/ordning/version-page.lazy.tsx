import { useTRPC } from '@medspil/client'
import type { VersionView } from '@medspil/contracts/ordning'
import type { Json } from '@medspil/domain/ordning'
import { Anchor, DayText, DeskColumns, DeskHead, LinkRow, Notice, Sheet, SummaryList } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import './ordning.css'
import { PublishPanel } from './publish-panel.tsx'
import { RulesRead } from './rules-read.tsx'

export const Route = createLazyRoute('/$kommune/ordninger/version/$versionId')({ component: VersionPage })

/** One version as it can be read: whom it is for, what it gives, every rule, and where it was read. */
function VersionPage() {
  const { versionId } = useParams({ from: '/$kommune/ordninger/version/$versionId' })
  const version = useQuery(useTRPC().ordning.version.queryOptions({ versionId }))
  return (
    <>
      <PageTitle title="Ordning" />
      <Loaded query={version}>{(view) => <Version view={view} />}</Loaded>
    </>
  )
}

function Version({ view }: { view: VersionView }) {
  const { kommune, role } = useActor()
  const root = `/${kommune.key}/ordninger`
  const isDraft = view.state === 'draft'
  return (
    <>
      <DeskHead
        title={`${view.ordningName}, version ${view.number}`} trail={<><Anchor href={root}>Ordninger</Anchor> · {isDraft ? 'Kladde' : 'Udgivet'}</>}
        aside={role === 'administrator' && (
          <LinkRow href={`${root}/version/${view.versionId}/kladde`} pictogram="pen">{isDraft ? 'Skriv videre' : 'Skriv en ny version'}</LinkRow>
        )}
      >
        Gælder fra <DayText day={view.validFrom} />{view.validTo && <> til <DayText day={view.validTo} /></>}
      </DeskHead>
      <DeskColumns asideLabel="Om versionen" aside={<About view={view} />}>
        <RulesRead rules={view.rules as Json} />
      </DeskColumns>
    </>
  )
}

function About({ view }: { view: VersionView }) {
  const { role } = useActor()
  const { texts } = view
  return (
    <>
      {view.state === 'draft' && role === 'administrator' && <PublishPanel view={view} />}
      {view.eksempelPaths.length > 0 && (
        <Notice tone="info">{view.eksempelPaths.length === 1 ? '1 værdi er et eksempel. Ingen kilde har den, og kommunen har ikke sagt den endnu.' : `${view.eksempelPaths.length} værdier er eksempler. Ingen kilde har dem, og kommunen har ikke sagt dem endnu.`}</Notice>
      )}
      <Sheet title="Om versionen">
        <SummaryList
          lines={[
            { key: 'for', question: 'For', answer: texts.forWhom },
            { key: 'gives', question: 'Giver', answer: texts.gives },
            ...(texts.aims.length > 0 ? [{ key: 'aims', question: 'Vil', answer: texts.aims.join(' ') }] : []),
            ...(texts.results.length > 0 ? [{ key: 'results', question: 'Har givet', answer: texts.results.join(' ') }] : []),
            { key: 'source', question: 'Skrevet ud fra', answer: view.source },
            ...(view.draftedBy ? [{ key: 'drafted', question: 'Skrevet af', answer: view.draftedBy }] : []),
            ...(view.publishedBy ? [{ key: 'published', question: 'Udgivet af', answer: view.publishedBy }] : []),
          ]}
        />
      </Sheet>
    </>
  )
}
