import { Plural, Trans } from '@lingui/react/macro'
import type { WishesView, WishView } from '@medspil/contracts/draw'
import type { ProgramDetail } from '@medspil/contracts/holiday-program'
import type { DrawOutcome } from '@medspil/domain/holiday-program'
import { DayText, EmptyState, LinkRow, Panel, Tag } from '@medspil/ui'
import { usePaths } from '../../paths.ts'

type Child = WishesView['children'][number]
interface Names { activity: (id: string) => string; child: (ticket: string) => string }

/** A child's wishes when they can no longer be moved: while the draw is awaited, and with the answer to each after it. */
export function DrawnWishes({ child, siblings, program, isDrawn }: { child: Child; siblings: readonly Child[]; program: ProgramDetail; isDrawn: boolean }) {
  const paths = usePaths()
  const titles = new Map(program.activities.map(({ id, title }) => [id, title]))
  const names: Names = {
    activity: (id) => titles.get(id) ?? '…',
    child: (ticket) => siblings.find((one) => one.ticket === ticket)?.firstName ?? ticket,
  }
  if (child.wishes.length === 0) return <EmptyState pictogram="kalender" title={<Trans>{child.firstName} har ingen ønsker her</Trans>}><p><Trans>I kan tage de pladser, der er tilbage, når der bliver åbnet for dem.</Trans></p></EmptyState>
  return (
    <>
      {child.ticket && <Panel look="calm"><p><Trans>{child.firstName}s lod: <b dir="ltr">{child.ticket}</b></Trans></p></Panel>}
      <ol className="wishes">
        {child.wishes.map((wish) => (
          <li key={wish.activityId} className="wish">
            <span className="rank" aria-hidden="true">{wish.rank}</span>
            <div className="what">
              <b lang="da">{names.activity(wish.activityId)}</b>
              {wish.outcome ? <><OutcomeTag outcome={wish.outcome} /><span><Why wish={wish} outcome={wish.outcome} names={names} /></span></> : <span className="small"><Trans>Venter på lodtrækningen</Trans></span>}
            </div>
          </li>
        ))}
      </ol>
      {isDrawn && <p><LinkRow href={paths.ourHoliday(program.program.id)}><Trans>Se pladser og ventelister</Trans></LinkRow></p>}
    </>
  )
}

function OutcomeTag({ outcome }: { outcome: DrawOutcome }) {
  if (outcome.kind === 'given') return <Tag tone="ok"><Trans>Plads</Trans></Tag>
  if (outcome.kind === 'full' || outcome.kind === 'group-did-not-fit' || outcome.kind === 'waits-by-another-wish') return <Tag tone="wait"><Trans>Venteliste</Trans></Tag>
  return <Tag tone="plain" sign="kryds"><Trans>Ikke plads</Trans></Tag>
}

function Why({ wish, outcome, names }: { wish: WishView; outcome: DrawOutcome; names: Names }) {
  const wished = <bdi lang="da">{names.activity(wish.activityId)}</bdi>
  switch (outcome.kind) {
    case 'given': return <Trans>Der er plads på {wished}.</Trans>
    case 'full': return <Trans>Nummer {outcome.number} til <Plural value={outcome.places} one="# plads" other="# pladser" />. Nummer {outcome.waits} på ventelisten.</Trans>
    case 'group-did-not-fit': return <Trans>I ville kun sammen, og der var ikke plads til alle {outcome.size}. Nummer {outcome.waits} på ventelisten.</Trans>
    case 'waits-by-another-wish': return <Trans>Venter på {wished} med et andet ønske.</Trans>
    case 'has-activity': return <Trans>{names.child(outcome.ticket)} har plads i forvejen.</Trans>
    case 'got-better-wish': return <Trans>{names.child(outcome.ticket)} fik et ønske, der stod højere: <bdi lang="da">{names.activity(outcome.activity)}</bdi>.</Trans>
    case 'limit-reached': return <Trans>{names.child(outcome.ticket)} har fået <Plural value={outcome.most} one="# plads" other="# pladser" />. Flere kan et barn ikke få.</Trans>
    case 'clash': return <Trans>{names.child(outcome.ticket)} kan ikke nå både <bdi lang="da">{names.activity(outcome.activity)}</bdi> og {wished} den <DayText day={outcome.on} />.</Trans>
  }
}
