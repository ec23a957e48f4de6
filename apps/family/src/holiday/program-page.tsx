import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { ProgramDetail, ProgramView } from '@medspil/contracts/holiday-program'
import { BackLink, Button, Chip, DaysText, DayText, FloorHead, LinkButton, LinkRow, Page, Waiting } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ChosenChild, useChosenChild } from '../find/chosen-child.ts'
import { useOpening } from '../find/use-opening.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { ActivityRow } from './activity-row.tsx'
import { noChoices } from './choices.ts'
import { EmptyList } from './empty-list.tsx'
import { facetsOf, findActivities, firstOf, groupByDay, loosened, waysOut } from './find-activities.ts'
import { useKeptActivities } from './kept-activities.ts'
import { isBeforeOpening, OpeningText, takesWishes } from './opening-text.tsx'
import { OpeningWait } from './opening-wait.tsx'
import { ProgramChoices } from './program-choices.tsx'
import { pageSize, useProgramSearch } from './program-search.ts'

type Chosen = ReturnType<typeof useChosenChild>

/** A holiday programme: from 300 activities to the few that fit this child, by day, with places and the price after the pass. */
export function ProgramPage() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const trpc = useTRPC()
  const chosen = useChosenChild()
  const { child, isKnown } = chosen
  const found = useQuery(trpc.holidayProgram.show.queryOptions({ programId, ...(child && { childId: child.id }) }, { enabled: isKnown, placeholderData: keepPreviousData }))
  if (hasNoPage(found)) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data) return <Page><Waiting><Trans>Henter programmet</Trans></Waiting></Page>
  return <Program detail={found.data} receivedAt={found.dataUpdatedAt} chosen={chosen} />
}

function Program({ detail, receivedAt, chosen }: { detail: ProgramDetail; receivedAt: number; chosen: Chosen }) {
  const { program } = detail
  const paths = usePaths()
  const opening = useOpening(program, receivedAt)
  return (
    <>
      <PageTitle title={program.name} />
      <FloorHead>
        <BackLink href={paths.holidayProgram}><Trans>Aktiviteter i ferien</Trans></BackLink>
        <h1 lang="da">{program.name}</h1>
      </FloorHead>
      <Page>
        <div className="stack">
          <p className="lead"><DaysText first={program.fromDay} last={program.toDay} /></p>
          {opening.secondsLeft !== null && !opening.isOpen && !isBeforeOpening(program)
            ? <OpeningWait program={program} opening={opening} isLoggedIn={chosen.isLoggedIn} returnTo={paths.program(program.id)} />
            : <p role={opening.secondsLeft === null ? undefined : 'status'}><OpeningText program={opening.isOpen ? { ...program, whyNotOpen: null, readAt: opening.now } : program} /></p>}
          {program.way === 'draw' && <WishesOrDraw program={program} />}
          {chosen.isLoggedIn && <p><LinkRow pictogram="kalender" href={paths.ourHoliday(program.id)}><Trans>Se jeres ferie</Trans></LinkRow></p>}
          {chosen.isLoggedIn && <p><LinkRow pictogram="familie" href={paths.friends(program.id)}><Trans>Gå sammen med venner</Trans></LinkRow></p>}
        </div>
        <Activities detail={detail} chosen={chosen} />
      </Page>
    </>
  )
}

/** A programme that draws: the wishes while they can be made, and afterwards how it was drawn. */
function WishesOrDraw({ program }: { program: ProgramView }) {
  const paths = usePaths()
  const { id } = program
  if (takesWishes(program)) return <LinkButton wide href={paths.wishes(id)}><Trans>Vælg jeres ønsker</Trans></LinkButton>
  if (isBeforeOpening(program)) return <LinkButton kind="secondary" wide href={paths.wishes(id)}><Trans>Se jeres ønsker</Trans></LinkButton>
  return <p><LinkRow pictogram="tal" href={paths.draw(id)}><Trans>Se lodtrækningen</Trans></LinkRow></p>
}

function Activities({ detail: { program, activities, hasPass }, chosen }: { detail: ProgramDetail; chosen: Chosen }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { child, children, choose } = chosen
  const { choices, shown, change, showMore } = useProgramSearch(paths.program(program.id))
  const { kept, toggle } = useKeptActivities(program.id)
  const found = findActivities(activities, choices, kept)
  const groups = firstOf(groupByDay(found, choices.days), shown)
  return (
    <section className="stack">
      {children.length > 1 && (
        <ul className="filters" aria-label={t`Barn`}>
          {children.map((one) => <li key={one.id}><Chip on={one.id === child?.id} onToggle={() => choose(one.id)}>{one.firstName}</Chip></li>)}
        </ul>
      )}
      <ProgramChoices choices={choices} facets={facetsOf(activities, choices, kept)} childName={child?.firstName ?? null} onChange={change} />
      <p className="lead" role="status"><Count count={found.length} child={choices.all ? null : child} /></p>
      {found.length === 0 && <EmptyList ways={waysOut(activities, choices, kept)} onLoosen={(kind) => change(loosened(choices, kind))} onClear={() => change(noChoices)} />}
      {groups.map(({ day, activities: members }) => (
        <section key={day} className="day-group">
          <h2><DayText day={day} form="weekday" first /></h2>
          <ul className="rows">
            {members.map((one) => <ActivityRow key={one.id} activity={one} day={day} hasPass={hasPass} kept={kept.has(one.id)} onKeep={() => toggle(one.id)} />)}
          </ul>
        </section>
      ))}
      {found.length > shown && <Button kind="secondary" wide onClick={showMore}><Trans>Vis {Math.min(pageSize, found.length - shown)} til</Trans></Button>}
    </section>
  )
}

function Count({ count, child }: { count: number; child: ChosenChild | null }) {
  if (child === null) return <Plural value={count} one="# aktivitet" other="# aktiviteter" />
  const { firstName: name, years } = child
  return <Trans><Plural value={count} one="# aktivitet passer" other="# aktiviteter passer" /> til {name}, {years} år.</Trans>
}
