import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { FriendsView } from '@medspil/contracts/holiday-program'
import { BackLink, FloorHead, LinkRow, Notice, Page, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageTitle } from '../../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../../frame/stray-pages.tsx'
import { LoggedIn } from '../../home/logged-in.tsx'
import { usePaths } from '../../paths.ts'
import { MomentText } from '../opening-text.tsx'
import { FriendGroup } from './friend-group.tsx'
import { JoinGroup } from './join-group.tsx'
import { useKeptCode } from './kept-code.ts'
import { MakeGroup } from './make-group.tsx'

/** Venner: children of several families who go together in a programme, all or nobody. */
export function FriendsPage() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const { t } = useLingui()
  const kept = useKeptCode(programId)
  return <LoggedIn title={t`Venner i ferien`}><Friends programId={programId} kept={kept} /></LoggedIn>
}

function Friends({ programId, kept }: { programId: string; kept: ReturnType<typeof useKeptCode> }) {
  const trpc = useTRPC()
  const friends = useQuery(trpc.holidayProgram.friends.queryOptions({ programId }))
  if (hasNoPage(friends)) return isNotFound(friends.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void friends.refetch()} />
  if (!friends.data) return <Page><Waiting><Trans>Henter jeres grupper</Trans></Waiting></Page>
  return <Loaded view={friends.data} kept={kept} />
}

function Loaded({ view, kept }: { view: FriendsView; kept: ReturnType<typeof useKeptCode> }) {
  const { t } = useLingui()
  const paths = usePaths()
  const isDraw = view.way === 'draw'
  const goes = view.groups.some(({ mine }) => mine.some(({ hasLeft }) => !hasLeft))
  return (
    <>
      <PageTitle title={t`Venner i ${view.programName}`} />
      <FloorHead>
        <BackLink href={paths.program(view.programId)}><bdi lang="da">{view.programName}</bdi></BackLink>
        <h1><Trans>Venner sammen</Trans></h1>
      </FloorHead>
      <Page>
        <div className="stack">
          <p className="lead">{isDraw
            ? <Trans>Børn fra flere familier kan ønske sammen. Alle får plads, eller ingen gør.</Trans>
            : <Trans>Børn fra flere familier kan få plads sammen. Alle får, eller ingen gør.</Trans>}</p>
          {view.isOpen
            ? <p><Trans>I en gruppe kan der være fire børn. I kan lave den til <MomentText moment={view.closesAt} />.</Trans></p>
            : <Notice tone="info"><p><Trans>Programmet er lukket. Der kan ikke laves grupper mere.</Trans></p></Notice>}
        </div>
        {view.isOpen && kept.code !== '' && <JoinGroup view={view} kept={kept} />}
        {view.groups.map((group) => <FriendGroup key={group.groupId} view={view} group={group} />)}
        {goes && <section><p><LinkRow pictogram="frem" href={isDraw ? paths.wishes(view.programId) : paths.program(view.programId)}>{isDraw ? <Trans>Ønsk sammen</Trans> : <Trans>Find noget at lave sammen</Trans>}</LinkRow></p></section>}
        {view.isOpen && kept.code === '' && view.free.length > 0 && <JoinGroup view={view} kept={kept} />}
        {view.isOpen && kept.code === '' && view.free.length > 0 && <MakeGroup view={view} />}
      </Page>
    </>
  )
}
