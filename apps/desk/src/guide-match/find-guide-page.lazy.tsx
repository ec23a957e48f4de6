import { useTRPC } from '@medspil/client'
import type { GuideRow, RankView } from '@medspil/contracts/guide-match'
import { firstNameOf } from '@medspil/domain/first-name'
import { Anchor, DeskHead, LinkRow, useHeadingAfter, useWorthWaiting, Waiting } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { nothingWished } from './asked.ts'
import type { Asked } from './asked.ts'
import { EarlierGuides, OpenMatch } from './open-match.tsx'
import { Proposals } from './proposals.tsx'
import { WishesPanel } from './wishes-panel.tsx'
import { capital, guideCount } from './words.ts'
import './guide-match.css'

export const Route = createLazyRoute('/$kommune/boern/$childId/guide')({ component: FindGuidePage })

/** Three guides for one child, each with why; or, once one is asked, where that stands. */
function FindGuidePage() {
  const { childId } = useParams({ strict: false }) as { childId: string }
  const trpc = useTRPC()
  const [own, setOwn] = useState<Asked | null>(null)
  const first = useQuery(trpc.guideMatch.rank.queryOptions({ childId, ...nothingWished }))
  // What the child wished last time is where a new search begins.
  const last = first.data?.matches[0]
  const asked = own ?? (last ? { weekday: last.weekday, wishes: last.wishes } : nothingWished)
  const ranking = useQuery(trpc.guideMatch.rank.queryOptions({ childId, ...asked }, { enabled: first.data !== undefined, placeholderData: keepPreviousData }))
  // The chips to wish by come from the guides: they stand there from the beginning, and do not arrive under the pointer.
  const guides = useQuery(trpc.guideMatch.guides.queryOptions())
  const waits = useWorthWaiting(first.data !== undefined && guides.isPending)
  return (
    <>
      <PageTitle title="Find en guide" />
      {waits ? <Waiting>Henter siden</Waiting> : <Loaded query={first.data ? ranking : first}>{(view) => <FindGuide view={view} guides={guides.data ?? []} asked={asked} onAsk={setOwn} />}</Loaded>}
    </>
  )
}

function FindGuide({ view, guides, asked, onAsk }: { view: RankView; guides: readonly GuideRow[]; asked: Asked; onAsk: (asked: Asked) => void }) {
  const { kommune } = useActor()
  const { childFirstName: child, matches } = view
  const open = matches.find(({ state }) => state !== 'ended')
  useHeadingAfter(open ? `${open.matchId} ${open.state} ${open.stage}` : 'none')
  const shown = Math.min(view.ranked.length, 3)
  return (
    <div className="stack sheets">
      <DeskHead
        trail={<><Anchor href={`/${kommune.key}/boern/${view.childId}`}>{child}, {view.childAge} år</Anchor>{view.area && ` · ${view.area}`}</>}
        title={open ? titleOf(open.state, firstNameOf(open.guideName), child) : shown === 0 ? `Ingen guide passer til ${child} lige nu` : `${capital(guideCount(shown))} til ${child}`}
        aside={<LinkRow href={`/${kommune.key}/guider`}>{guides.length > 1 ? `Alle ${guideCount(guides.length)}` : 'Guider'}</LinkRow>}
      />
      {open
        ? <OpenMatch key={open.matchId} match={open} />
        : (
          <>
            <WishesPanel childFirstName={child} asked={asked} guides={guides} onAsk={onAsk} />
            <Proposals view={view} asked={asked} />
          </>
        )}
      <EarlierGuides matches={matches.filter(({ state }) => state === 'ended')} />
    </div>
  )
}

function titleOf(state: RankView['matches'][number]['state'], guide: string, child: string): string {
  if (state === 'proposed') return `${guide} er spurgt`
  if (state === 'accepted-by-guide') return `${guide} siger ja. Nu er ${child} spurgt`
  return `${guide} er guide for ${child}`
}
