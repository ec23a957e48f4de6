import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { LookView } from '@medspil/contracts/access'
import type { MyChild } from '@medspil/contracts/application'
import { ActRow, BackLink, EmptyState, Page, PhoneLink, useWorthWaiting, Waiting } from '@medspil/ui'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { LogOut } from '../home/log-out.tsx'
import { usePaths } from '../paths.ts'
import { Devices } from './devices.tsx'
import { useLookWords } from './use-look-words.ts'

/** Hvem har set vores oplysninger: who looked, when, why, and how to have something mended. */
export function WhoLookedPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Hvem har set vores oplysninger`}><Looked /></LoggedIn>
}

function Looked() {
  const { t } = useLingui()
  const { course } = usePaths()
  const { phone } = useKommune()
  const trpc = useTRPC()
  const children = useQuery(trpc.application.myChildren.queryOptions())
  // Lists that come later would move one's own way out, and put the way to log out another phone in its place.
  const lists = useQueries({ queries: (children.data ?? []).map(({ childId }) => trpc.access.whoLooked.queryOptions({ childId })) })
  const sessions = useQuery(trpc.access.sessions.queryOptions())
  const waits = useWorthWaiting(children.data !== undefined && (sessions.isPending || lists.some(({ isPending }) => isPending)))
  if (children.isPending || waits) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(children)) return <UnansweredPage onRetry={() => void children.refetch()} />
  return (
    <Page>
      <PageTitle title={t`Hvem har set vores oplysninger`} />
      <BackLink href={course}><Trans>Vores forløb</Trans></BackLink>
      <h1><Trans>Hvem har set vores oplysninger</Trans></h1>
      <p className="lead"><Trans>Hver gang nogen ser noget om jer, bliver det skrevet her.</Trans></p>
      {children.data.map((child) => <LooksAt key={child.childId} child={child} />)}
      <section className="stack">
        <h2><Trans>Er noget forkert?</Trans></h2>
        <p><Trans>Ring på <PhoneLink phone={phone} />. I kan få alt, vi ved om jer. I kan også få det rettet.</Trans></p>
      </section>
      <Devices />
      <LogOut />
    </Page>
  )
}

/** One person's looks of one day and for one reason, as one row: the newest moment, all they saw. */
function byDay(looks: readonly LookView[]): (LookView & { times: number })[] {
  const rows = new Map<string, LookView & { times: number }>()
  for (const look of looks) {
    const key = [look.at.slice(0, 10), look.who, look.role, look.role === 'family' && look.why !== 'friend-group' ? '' : look.why].join('|')
    const row = rows.get(key)
    rows.set(key, row ? { ...row, times: row.times + 1, fields: [...new Set([...row.fields, ...look.fields])] } : { ...look, times: 1 })
  }
  return [...rows.values()]
}

/** So many rows stand on the page before "Vis flere". */
const shownFirst = 10

function LooksAt({ child }: { child: MyChild }) {
  const { t, i18n } = useLingui()
  const words = useLookWords()
  const looks = useQuery(useTRPC().access.whoLooked.queryOptions({ childId: child.childId }))
  const [isWhole, setWhole] = useState(false)
  const days = byDay(looks.data ?? [])
  const shown = days.slice(0, isWhole ? undefined : shownFirst)
  const name = child.firstName
  return (
    <section>
      <h2>{child.isSelf ? t`Om dig` : t`Om ${name}`}</h2>
      {looks.isPending && <Waiting><Trans>Henter listen</Trans></Waiting>}
      {looks.isError && <p><Trans>Listen kom ikke. Prøv igen om lidt.</Trans></p>}
      {looks.data?.length === 0 && <EmptyState pictogram="oeje" title={<Trans>Ingen har set noget endnu</Trans>} />}
      <ul className="looks">
        {shown.map(({ at, who, role, why, fields, times }, index) => (
          <li key={`${at}-${index}`}>
            <b><bdi>{words.who(who, role, why)}</bdi></b>
            <p>{words.moment(at, i18n.locale)}{times > 1 && <> · <Plural value={times} one="# gang den dag" other="# gange den dag" /></>}</p>
            <p className="small">{words.why(why, role)} {words.fields(fields)}</p>
          </li>
        ))}
      </ul>
      {!isWhole && days.length > shownFirst && <ActRow onClick={() => setWhole(true)}><Trans>Vis flere</Trans></ActRow>}
    </section>
  )
}
