import { useOnce, useTRPC } from '@medspil/client'
import type { ClawbackView } from '@medspil/contracts/subsidy'
import { Anchor, Button, ButtonRow, DayText, DeskHead, EmptyState, Money, Sheet, Tag, useToast } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded, Problem } from '../frame/problem.tsx'
import './subsidy.css'
import { causeWords, clawbackWords, collectedWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/udbetaling/tilbagekrav')({ component: ClawbacksPage })

/** Money asked back from foreninger: what they answered, what the kommune decides, and how it came back. */
function ClawbacksPage() {
  const { kommune } = useActor()
  const clawbacks = useQuery(useTRPC().subsidy.clawbacks.queryOptions())
  return (
    <>
      <PageTitle title="Tilbagekrav" />
      <Loaded query={clawbacks}>
        {(rows) => {
          const open = rows.filter(({ state }) => state !== 'collected' && state !== 'dropped')
          return (
            <div className="stack sheets">
              <DeskHead trail={<><Anchor href={`/${kommune.key}/udbetaling`}>Udbetaling</Anchor> · Tilbagekrav</>} title={<><Money ore={open.reduce((all, { amount }) => all + amount, 0n)} /> er krævet tilbage</>}>
                Foreningen bliver spurgt først. Pengene trækkes fra en anden udbetaling eller tages tilbage fra kontoen, aldrig fra familien.
              </DeskHead>
              {rows.length === 0 && <EmptyState pictogram="fortryd" title="Ingen tilbagekrav"><p>De kommer, når en forening melder, at et barn aldrig kom, eller et barn stopper midt i en betalt periode.</p></EmptyState>}
              {open.length > 0 && <Sheet flush title="Åbne"><div className="clawbacks">{open.map((row) => <Clawback key={row.clawbackId} row={row} />)}</div></Sheet>}
              {rows.length > open.length && (
                <Sheet flush title="Afsluttede"><div className="clawbacks">{rows.filter((row) => !open.includes(row)).map((row) => <Clawback key={row.clawbackId} row={row} />)}</div></Sheet>
              )}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function Clawback({ row }: { row: ClawbackView }) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const decide = useOnce(`subsidy.decideClawback:${row.clawbackId}`, trpc.subsidy.decideClawback.mutationOptions())
  const act = (outcome: 'agreed' | 'dropped' | 'decided', message: string) => decide.mutate({ clawbackId: row.clawbackId, outcome }, {
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: trpc.subsidy.clawbacks.queryKey() })
      say(message)
    },
  })
  const { text, tone } = clawbackWords[row.state]
  return (
    <article className="clawback">
      <header>
        <h3>{row.payee.name}, {row.reference}</h3>
        <b><Money ore={row.amount} /></b>
      </header>
      <p><Tag tone={tone}>{text}</Tag></p>
      <p>{causeWords[row.cause]}. {row.reason}</p>
      {row.answer && <p>Foreningen svarer: {row.answer}</p>}
      {row.collectedBy && <p>{collectedWords[row.collectedBy]}.</p>}
      {(row.state === 'agreed' || row.state === 'decided') && <p className="small">Hentes ind, så snart en anden udbetaling eller kontoen kan dække det.</p>}
      {row.state === 'proposed' && <p className="small">Foreningen kan svare til og med <DayText day={row.deadline} />. Derefter kan kommunen afgøre det.</p>}
      <Problem error={decide.error} />
      {row.mayAnswer && (
        <ButtonRow>
          <Button kind="secondary" busy={decide.isPending} onClick={() => act('agreed', 'Aftalen er noteret')}>Foreningen er enig</Button>
          {row.mayDecide && <Button busy={decide.isPending} onClick={() => act('decided', 'Tilbagekravet er afgjort')}>Fasthold kravet</Button>}
          <Button kind="secondary" busy={decide.isPending} onClick={() => act('dropped', 'Tilbagekravet er frafaldet')}>Frafald kravet</Button>
        </ButtonRow>
      )}
    </article>
  )
}
