import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { WishesView } from '@medspil/contracts/draw'
import type { ProgramDetail } from '@medspil/contracts/holiday-program'
import { BackLink, Chip, DayText, FloorHead, LinkRow, localParts, Page, TimeText, useWorthWaiting, Waiting } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useChosenChild } from '../../find/chosen-child.ts'
import { PageTitle } from '../../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../../frame/stray-pages.tsx'
import { todayHere } from '../../frame/today.ts'
import { LoggedIn } from '../../home/logged-in.tsx'
import { usePaths } from '../../paths.ts'
import { ourHoliday } from '../our-days.ts'
import { YourTurn } from '../your-turn.tsx'
import { DrawnWishes } from './drawn-wishes.tsx'
import { WishEditor } from './wish-editor.tsx'

/** Ønsk i ro og mag: a child's wishes in order, kept at once; after the draw what became of each, and why. */
export function WishesPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Ønsker til ferien`}><Wishes /></LoggedIn>
}

function Wishes() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const trpc = useTRPC()
  const { child, isKnown } = useChosenChild()
  const wishes = useQuery(trpc.holidayProgram.wishes.queryOptions({ programId }))
  const program = useQuery(trpc.holidayProgram.show.queryOptions({ programId, ...(child && { childId: child.id }) }, { enabled: isKnown, placeholderData: keepPreviousData }))
  const mine = useQuery(trpc.signup.mine.queryOptions({}))
  const waits = useWorthWaiting(wishes.data !== undefined && program.data !== undefined && mine.isPending)
  const failed = [wishes, program].find((one) => hasNoPage(one))
  if (failed?.error) return isNotFound(failed.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => { void wishes.refetch(); void program.refetch() }} />
  if (!wishes.data || !program.data || waits) return <Page><Waiting><Trans>Henter jeres ønsker</Trans></Waiting></Page>
  return <Loaded key={wishes.data.drawnAt ?? 'open'} wishes={wishes.data} program={program.data} isNextChild={program.isPlaceholderData} />
}

function Loaded({ wishes, program, isNextChild }: { wishes: WishesView; program: ProgramDetail; isNextChild: boolean }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { child, choose } = useChosenChild()
  const children = wishes.children
  const chosen = children.find(({ childId }) => childId === child?.id) ?? children[0]
  return (
    <>
      <PageTitle title={t`Ønsker til ${wishes.name}`} />
      <FloorHead>
        <BackLink href={paths.program(wishes.programId)}><bdi lang="da">{wishes.name}</bdi></BackLink>
        <h1>{wishes.drawnAt ? <Trans>Lodtrækningen er holdt</Trans> : <Trans>Ønsker</Trans>}</h1>
      </FloorHead>
      <Page>
        <div className="stack">
          <When wishes={wishes} />
          {wishes.drawnAt && <WhatIsLeftToDo programId={wishes.programId} />}
          {children.length > 1 && (
            <ul className="filters" aria-label={t`Barn`}>
              {children.map(({ childId, firstName }) => <li key={childId}><Chip on={childId === chosen?.childId} onToggle={() => choose(childId)}>{firstName}</Chip></li>)}
            </ul>
          )}
          {chosen && (wishes.drawnAt || wishes.phase !== 'open'
            ? <DrawnWishes child={chosen} siblings={children} program={program} isDrawn={wishes.drawnAt !== null} />
            : <WishEditor wishes={wishes} program={program} childId={chosen.childId} isNextChild={isNextChild} />)}
          {wishes.drawnAt === null && <p><LinkRow pictogram="familie" href={paths.friends(wishes.programId)}><Trans>Ønsk sammen med venner</Trans></LinkRow></p>}
          <p><LinkRow href={paths.draw(wishes.programId)}><Trans>Sådan trækker vi lod</Trans></LinkRow></p>
        </div>
      </Page>
    </>
  )
}

/** A place that was drawn is held for payment only so long: it is said here too, where the family reads that it has one. */
function WhatIsLeftToDo({ programId }: { programId: string }) {
  const mine = useQuery(useTRPC().signup.mine.queryOptions({}))
  return <YourTurn signups={ourHoliday(mine.data ?? [], programId, todayHere()).flatMap(({ turn }) => turn)} programId={programId} />
}

function When({ wishes }: { wishes: WishesView }) {
  const { phase, drawnAt, opens, closes, most, mostPlaces } = wishes
  const [day, clock] = localParts(phase === 'ahead' ? opens : closes)
  const moment = <><DayText day={day} form="weekday" /> <TimeText time={clock} /></>
  if (drawnAt) return <p className="lead"><Trans>Her kan I se, hvad der blev af hvert ønske.</Trans></p>
  if (phase !== 'open') return <p className="lead">{phase === 'ahead' ? <Trans>I kan ønske fra {moment}.</Trans> : <Trans>Der er lukket for ønsker. Nu trækker vi lod.</Trans>}</p>
  return (
    <>
      <p className="lead"><Trans>Ønsk i ro og mag til {moment}. Det er lige meget, hvem der er først.</Trans></p>
      <p>
        <Plural value={most} one="Hvert barn kan ønske # aktivitet." other="Hvert barn kan ønske # aktiviteter." />{' '}
        {mostPlaces !== null && <Plural value={mostPlaces} one="Et barn kan få # plads." other="Et barn kan få # pladser." />}
      </p>
    </>
  )
}
