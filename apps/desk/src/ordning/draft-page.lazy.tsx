import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { VersionView } from '@medspil/contracts/ordning'
import type { Json } from '@medspil/domain/ordning'
import { Anchor, Button, DeskHead, ErrorSummary, Notice, useToast } from '@medspil/ui'
import type { FieldProblem } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded, Problem } from '../frame/problem.tsx'
import { headInput, headOf, HeadFields, missingInHead } from './draft-fields.tsx'
import { leafKind } from './leaf-kind.ts'
import { repairs, valueOf } from './leaf-text.ts'
import './ordning.css'
import { ruleFieldId } from './rule-field.tsx'
import { groupsOf, withValues } from './rule-tree.ts'
import type { RuleLeaf } from './rule-tree.ts'
import { SectionFields } from './section-fields.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'
import { sectionNames } from './words.ts'

export const Route = createLazyRoute('/$kommune/ordninger/version/$versionId/kladde')({ component: DraftPage })

/** A version on its way: every value in a field, tried on earlier applications, saved as often as one likes. */
function DraftPage() {
  const { versionId } = useParams({ from: '/$kommune/ordninger/version/$versionId/kladde' })
  const version = useQuery(useTRPC().ordning.version.queryOptions({ versionId }, { staleTime: Infinity }))
  return (
    <>
      <PageTitle title="Skriv en ordning" />
      <Loaded query={version}>{(view) => <Draft key={view.versionId} view={view} />}</Loaded>
    </>
  )
}

function Draft({ view }: { view: VersionView }) {
  const { kommune } = useActor()
  const rules = view.rules as Json
  const sections = Object.entries(sectionNames).map(([section, name]) => ({ section, name, groups: groupsOf(rules, section) }))
  const leaves = sections.flatMap(({ groups }) => groups.flatMap((group) => group.leaves))
  const [head, setHead] = useState(() => headOf(view))
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const isNew = view.state === 'published'
  const save = useOnce(`ordning.saveDraft:${view.versionId}`, trpc.ordning.saveDraft.mutationOptions())

  const now = withValues(rules, Object.fromEntries(leaves.flatMap(({ path, value }) => {
    const text = typed[path]
    return text === undefined ? [] : [[path, valueOf(leafKind(path, value), text)]]
  })))
  const faulty = faultyLeaves(save.error, leaves)
  const headProblems = attempt > 0 ? missingInHead(head) : []
  const problems: FieldProblem[] = [
    ...headProblems, ...faulty.map(({ path, label, value }) => ({ id: ruleFieldId(path), text: `${sectionNames[path.split('.')[0] ?? '']}, ${label.toLowerCase()}: ${repairs[leafKind(path, value)]}` })),
  ]
  const root = `/${kommune.key}/ordninger`
  const send = () => {
    setAttempt(attempt + 1)
    if (missingInHead(head).length > 0) return
    save.mutate({ ordningId: view.ordningId, versionId: isNew ? null : view.versionId, rules: now, ...headInput(head) }, {
      onSuccess: ({ versionId, number }) => {
        void cache.invalidateQueries({ queryKey: trpc.ordning.pathKey() })
        say(`Kladden til version ${number} er gemt`)
        void navigate({ to: `${root}/version/${versionId}` as string })
      },
    })
  }
  return (
    <form
      noValidate
      className="stack sheets"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary title="Der mangler noget" attempt={attempt + save.failureCount} problems={problems} />
      <DeskHead
        title={isNew ? `Ny version af ${view.ordningName}` : `${view.ordningName}, kladde til version ${view.number}`}
        trail={<><Anchor href={root}>Ordninger</Anchor> · <Anchor href={`${root}/version/${view.versionId}`}>Version {view.number}</Anchor></>}
      >
        {isNew ? `Begynder som version ${view.number}. Den gamle bliver stående.` : 'Intet gælder, før versionen er udgivet.'}
      </DeskHead>
      <HeadFields head={head} problems={headProblems} onChange={(part) => setHead({ ...head, ...part })} />
      {sections.filter(({ groups }) => groups.some((group) => group.leaves.length > 0)).map(({ section, name, groups }) => (
        <SectionFields
          key={section} name={name} groups={groups} typed={typed} faulty={faulty} onType={(path, text) => setTyped({ ...typed, [path]: text })}
        />
      ))}
      <WhatIfPanel ordningId={view.ordningId} rules={now} />
      <Notice tone="info">Skal reglen have en anden form, fx en ny betingelse, så skriv til Medspil. Her rettes værdierne.</Notice>
      {faulty.length === 0 && <Problem error={save.error} />}
      <div><Button type="submit" busy={save.isPending}>Gem kladden</Button></div>
    </form>
  )
}

/** The fields behind the server's faults: a fault within a list belongs to the list's field. */
function faultyLeaves(error: Parameters<typeof whyNotOf>[0], leaves: readonly RuleLeaf[]): RuleLeaf[] {
  const whyNot = whyNotOf(error)
  if (whyNot?.reason !== 'rules-not-readable') return []
  return leaves.filter(({ path }) => whyNot.faults.some((fault) => fault.path === path || fault.path.startsWith(`${path}.`)))
}
