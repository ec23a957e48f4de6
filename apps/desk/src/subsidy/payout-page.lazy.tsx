import { useTRPC } from '@medspil/client'
import type { HeldBackView, PayoutView } from '@medspil/contracts/subsidy'
import { Anchor, DeskColumns, DeskHead, Notice, Panel, Pictogram, Sheet, Tag, useHeadingAfter } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { groupsOfPayout, LinesTable } from './lines-table.tsx'
import { ReleasePanel } from './release-panel.tsx'
import './subsidy.css'
import { checkWords, controlNumber, foreningerWord, linesWord, momentWords, payoutWords, sayHeldBack } from './words.ts'

export const Route = createLazyRoute('/$kommune/udbetaling/$payoutId')({ component: PayoutPage })

/** One payout: the sum, exactly these lines, what was tested, what is kept out and why; released or sent back here. */
function PayoutPage() {
  const { payoutId } = useParams({ from: '/$kommune/udbetaling/$payoutId' })
  const trpc = useTRPC()
  const cache = useQueryClient()
  const read = useQuery(trpc.subsidy.payout.queryOptions({ payoutId }, { refetchInterval: ({ state }) => (isMoving(state.data) ? 5000 : false) }))
  const changed = (view: PayoutView) => {
    cache.setQueryData(trpc.subsidy.payout.queryKey({ payoutId }), view)
    void cache.invalidateQueries({ queryKey: trpc.subsidy.payouts.queryKey() })
    void cache.invalidateQueries({ queryKey: trpc.subsidy.ready.queryKey() })
  }
  return (
    <div className="payout">
      <PageTitle title="Udbetaling" />
      <Loaded query={read}>{(view) => <Payout key={view.payoutId} view={view} onChanged={changed} />}</Loaded>
    </div>
  )
}

const isMoving = (view: PayoutView | undefined) => view !== undefined && ['approved', 'sent', 'unknown'].includes(view.state)

function Payout({ view, onChanged }: { view: PayoutView; onChanged: (view: PayoutView) => void }) {
  const { kommune } = useActor()
  useHeadingAfter(view.state)
  const count = view.groups.reduce((all, { lines }) => all + lines.length, 0)
  const { text, tone } = payoutWords[view.state]
  const isWaiting = view.state === 'submitted' || view.state === 'draft'
  return (
    <div className="stack sheets">
      <DeskHead
        trail={<><Anchor href={`/${kommune.key}/udbetaling`}>Udbetaling</Anchor> · {view.reference}</>}
        title={view.mayApprove ? 'Godkend udbetaling' : `Udbetaling ${view.reference}`}
        aside={<Tag tone={tone}>{text}</Tag>}
      >
        Forberedt af {view.preparedBy}, {momentWords(view.preparedAt)}
      </DeskHead>
      {!isWaiting && <Outcome view={view} />}
      <DeskColumns asideLabel="Sum og frigivelse" aside={
        <div className="stack sheets">
          <ReleasePanel view={view} onChanged={onChanged} />
          {isWaiting && <Checks view={view} />}
          {view.heldBack.length > 0 && <KeptOut heldBack={view.heldBack} />}
        </div>
      }>
        <Sheet flush title={`${linesWord(count)} til ${foreningerWord(view.groups.length)}`} remark={<>Kontroltal <span className="control-number">{controlNumber(view.linesHash)}</span></>}>
          <LinesTable caption={`Linjer i udbetaling ${view.reference}`} groups={groupsOfPayout(view)} />
        </Sheet>
      </DeskColumns>
    </div>
  )
}

/** What became of it, in one sentence above the lines; the receipt of the one who released. */
function Outcome({ view }: { view: PayoutView }) {
  const by = view.approvals.map(({ name, at }) => `${name}, ${momentWords(at)}`).join(' og ')
  if (view.state === 'confirmed') return <Notice tone="ok" role="status">Alle linjer er betalt. Frigivet af {by}.</Notice>
  if (view.state === 'approved' || view.state === 'sent') return <Notice tone="info" sign="ur" role="status">Frigivet af {by}. Pengene bliver sendt nu. Siden følger selv med.</Notice>
  if (view.state === 'unknown') return <Notice tone="judge" sign="ur" role="status">Stripe gav intet svar på en linje. Den bliver slået op og aldrig sendt igen i blinde.</Notice>
  if (view.state === 'failed') return <Notice tone="no" role="status">Nogle linjer kom ikke frem. De er klar til en ny udbetaling.</Notice>
  return <Notice tone="info" role="status">{view.note ? `Sendt tilbage: ${view.note}` : 'Trukket tilbage, før den blev frigivet.'} Linjerne er klar til en ny udbetaling.</Notice>
}

function Checks({ view }: { view: PayoutView }) {
  return (
    <Sheet title="Kontrolleret">
      <ul className="plain stack checks">
        {view.checks.map(({ check, holds }) => (
          <li key={check}>
            <span className={holds ? 'holds' : 'not'}><Pictogram name={holds ? 'check' : 'kryds'} size="small" /></span>
            <span>{holds ? checkWords[check].holds(view) : checkWords[check].not(view)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function KeptOut({ heldBack }: { heldBack: readonly HeldBackView[] }) {
  const { kommune } = useActor()
  const sentences = [...new Set(heldBack.map(sayHeldBack))]
  return (
    <Panel look="turn">
      <h2>{linesWord(heldBack.length)} er holdt ude</h2>
      {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p><Anchor href={`/${kommune.key}/udbetaling#holdt-ude`}>Se dem</Anchor></p>
    </Panel>
  )
}
