import { Trans, useLingui } from '@lingui/react/macro'
import { isNotFound, useTRPC } from '@medspil/client'
import type { ActivityView, ProgramDetail } from '@medspil/contracts/holiday-program'
import { BackLink, Chip, DaysText, DayText, EmptyState, FloorHead, OfferRow, Page, Tag, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useChosenChild } from '../find/chosen-child.ts'
import { colourOf, signOf } from '../find/offer-signs.ts'
import { PlaceTag } from '../find/place-tag.tsx'
import { PriceText, WithoutPassText } from '../find/price.tsx'
import { MeetsText } from '../find/say-when.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { OpeningText } from './opening-text.tsx'

/** A holiday programme: when it opens, and its activities by day with places and the line's length. */
export function ProgramPage() {
  const { programId } = useParams({ strict: false }) as { programId: string }
  const trpc = useTRPC()
  const { child, children, choose, isKnown } = useChosenChild()
  const found = useQuery(trpc.holidayProgram.show.queryOptions({ programId, ...(child && { childId: child.id }) }, { enabled: isKnown }))
  if (found.isError) return isNotFound(found.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void found.refetch()} />
  if (!found.data) return <Page><Waiting><Trans>Henter programmet</Trans></Waiting></Page>
  return <Program detail={found.data} chips={children.length > 1 ? { children, chosen: child?.id ?? null, choose } : null} />
}

interface Chips { children: readonly { id: string; firstName: string }[]; chosen: string | null; choose: (id: string) => void }

function Program({ detail: { program, activities }, chips }: { detail: ProgramDetail; chips: Chips | null }) {
  const { t } = useLingui()
  const paths = usePaths()
  const [onlyFree, setOnlyFree] = useState(false)
  const [onlyFits, setOnlyFits] = useState(true)
  const isForChild = activities.some(({ forChild }) => forChild !== null)
  const shown = activities.filter((one) => (!onlyFree || one.freePlaces > 0) && (!onlyFits || !one.forChild || one.forChild.fit.ok))
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
          <p><OpeningText program={program} /></p>
          {chips && (
            <ul className="filters" aria-label={t`Barn`}>
              {chips.children.map((one) => <li key={one.id}><Chip on={one.id === chips.chosen} onToggle={() => chips.choose(one.id)}>{one.firstName}</Chip></li>)}
            </ul>
          )}
          <ul className="filters" aria-label={t`Valg`}>
            <li><Chip on={onlyFree} onToggle={() => setOnlyFree(!onlyFree)}><Trans>Ledige pladser</Trans></Chip></li>
            {isForChild && <li><Chip on={onlyFits} onToggle={() => setOnlyFits(!onlyFits)}><Trans>Passer i alder</Trans></Chip></li>}
          </ul>
          {shown.length === 0 && <EmptyState pictogram="kalender" title={<Trans>Ingen aktiviteter passer lige nu</Trans>}><p><Trans>Prøv med færre valg.</Trans></p></EmptyState>}
          <ul className="rows">{shown.map((activity) => <ActivityLine key={activity.id} activity={activity} />)}</ul>
        </div>
      </Page>
    </>
  )
}

function ActivityLine({ activity }: { activity: ActivityView }) {
  const paths = usePaths()
  const days = activity.firstDay === activity.lastDay ? <DayText day={activity.firstDay} form="weekday" first /> : <DaysText first={activity.firstDay} last={activity.lastDay} form="day" />
  return (
    <OfferRow
      href={paths.offer(activity.id)} pictogram={signOf(activity.pictogram)} colour={colourOf(activity.pictogram)} title={activity.title} forening={activity.foreningName}
      facts={[
        { pictogram: 'kalender', text: days },
        { pictogram: 'ur', text: <MeetsText {...activity} weekday={null} /> },
        { pictogram: 'familie', text: <Trans>{activity.ageFrom} til {activity.ageTo} år</Trans> },
      ]}
      price={<PriceText price={activity.price} forChild={activity.forChild} />} without={<WithoutPassText price={activity.price} forChild={activity.forChild} />}
      tag={<StateTag activity={activity} />}
    />
  )
}

function StateTag({ activity }: { activity: ActivityView }) {
  if (activity.state === 'cancelled') return <Tag tone="no"><Trans>Aflyst</Trans></Tag>
  if (activity.state === 'held' || activity.state === 'finished') return <Tag tone="plain" sign="kalender"><Trans>Er begyndt</Trans></Tag>
  return <PlaceTag offer={activity} />
}
