import { useOnce, useTRPC } from '@medspil/client'
import type { EndMatchInput, MatchView } from '@medspil/contracts/guide-match'
import { firstNameOf } from '@medspil/domain/first-name'
import { ActRow, Button, ButtonRow, ChoiceGroup, DayText, DeskColumns, Dialog, FactList, Sheet, StatusPath, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { capital, endWords, sayWishes, stageWords, tripCount, weekdayName } from './words.ts'

type End = EndMatchInput['as']
const ends: readonly End[] = ['independent', 'stopped', 'new-match', 'time-limit']

/** Where an open match stands, and the one act that brings it on. */
export function OpenMatch({ match }: { match: MatchView }) {
  const { childFirstName: child, state, stage, nextStage, trips } = match
  const guide = firstNameOf(match.guideName)
  const { stepBack, end } = useActs(match)
  const [ending, setEnding] = useState(false)
  const isAsked = state === 'proposed' || state === 'accepted-by-guide'
  return (
    <>
      <DeskColumns asideLabel="Det er aftalt" wideAside aside={<Agreed match={match} />}>
        <Sheet title="Så langt er det">
          <StatusPath
            here={state === 'proposed' ? 0 : state === 'accepted-by-guide' ? 1 : stage === 'alone' ? 3 : 2}
            stops={[
              { key: 'guide', title: 'Guiden er spurgt', text: state === 'proposed' ? `Vi venter på svar fra ${guide}.` : `${guide} siger ja.` },
              { key: 'family', title: `${child} og familien er spurgt`, text: state === 'accepted-by-guide' ? 'Vi venter på familiens svar. Deres ja er også tilladelsen til at følges ad.' : isAsked ? 'Først, når guiden har sagt ja.' : 'De siger ja.' },
              { key: 'together', title: 'De følges ad', text: isAsked ? 'Først, når begge har sagt ja.' : stage === 'alone' ? `${tripCount(trips)} sammen.` : `${stageWords[stage]}. ${tripCount(trips)} indtil nu.` },
              { key: 'alone', title: `${child} går selv`, text: stage === 'alone' ? 'Målet er nået.' : 'Guiden træder tilbage lidt ad gangen.' },
            ]}
          />
          <div className="stack match-acts">
            <Problem error={stepBack.error ?? end.error} />
            <ButtonRow>
              {!isAsked && nextStage && <Button busy={stepBack.isPending} onClick={() => stepBack.send(nextStage)}>Træd et skridt tilbage: {stageWords[nextStage]}</Button>}
              {!isAsked && !nextStage && <Button busy={end.isPending} onClick={() => end.send('independent')}>Afslut: {child} går selv</Button>}
              {isAsked
                ? <Button kind="secondary" busy={end.isPending} onClick={() => end.send('new-match')}>Spørg en anden guide</Button>
                : <ActRow pictogram="kryds" onClick={() => setEnding(true)}>Afslut på en anden måde</ActRow>}
            </ButtonRow>
          </div>
        </Sheet>
      </DeskColumns>
      <EndDialog child={child} open={ending} busy={end.isPending} onClose={() => setEnding(false)} onEnd={end.send} />
    </>
  )
}

function Agreed({ match }: { match: MatchView }) {
  const { childFirstName: child, maxUntil, weekday, wishes } = match
  return (
    <Sheet title="Det er aftalt">
      <FactList
        facts={[
          { pictogram: 'guide', name: 'Guide', text: match.guideName },
          { pictogram: 'kalender', name: 'Dag', text: `${capital(weekdayName(weekday))}e`, more: maxUntil ? <>Længst til <DayText day={maxUntil} />. Længere tid kræver en ny afgørelse.</> : undefined },
          { pictogram: 'person', name: `${child} ønskede`, text: sayWishes(wishes) ?? `${child} ønskede intet særligt.` },
        ]}
      />
    </Sheet>
  )
}

function EndDialog(props: { child: string; open: boolean; busy: boolean; onClose: () => void; onEnd: (as: End) => void }) {
  const [as, setAs] = useState<End | null>(null)
  const [asked, setAsked] = useState(false)
  return (
    <Dialog open={props.open} title="Hvordan slutter det?" closeLabel="Luk" onClose={props.onClose}>
      <div className="stack">
        <ChoiceGroup
          name="slutter" label="Vælg det, der er sket" value={as} onChange={setAs} error={asked && as === null ? 'Vælg, hvordan det slutter' : undefined}
          choices={ends.map((value) => ({ value, text: endWords[value] }))}
        />
        <p>{props.child} beholder sin plads. Planlagte ture bliver ikke til noget, så ring til guiden og familien.</p>
        <Button
          busy={props.busy}
          onClick={() => {
            setAsked(true)
            if (as === null) return document.getElementById('slutter')?.focus()
            props.onEnd(as)
            props.onClose()
          }}
        >
          Afslut
        </Button>
      </div>
    </Dialog>
  )
}

function useActs({ childId, matchId }: MatchView) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const stepBack = useOnce(`guide-match.step-back:${matchId}`, trpc.guideMatch.stepBack.mutationOptions())
  const end = useOnce(`guide-match.end:${matchId}`, trpc.guideMatch.end.mutationOptions())
  const done = (message: string) => ({
    onSuccess: async () => {
      say(message)
      await cache.invalidateQueries({ queryKey: trpc.guideMatch.rank.queryKey() })
    },
  })
  return {
    stepBack: { error: stepBack.error, isPending: stepBack.isPending, send: (stage: MatchView['stage']) => stepBack.mutate({ childId, matchId }, done(stageWords[stage])) },
    end: { error: end.error, isPending: end.isPending, send: (as: End) => end.mutate({ childId, matchId, as }, done(as === 'new-match' ? 'Nu kan en anden spørges' : 'Det er afsluttet')) },
  }
}

/** Those who were asked or went along before, and how it ended. Who said no, and why, is nobody's business. */
export function EarlierGuides({ matches }: { matches: readonly MatchView[] }) {
  if (matches.length === 0) return null
  return (
    <Sheet title="Før">
      <ul className="earlier">
        {matches.map(({ matchId, guideName, endedAs, trips }) => (
          <li key={matchId}><b>{guideName}</b> {endedAs ? endWords[endedAs] ?? 'Afsluttet' : 'Afsluttet'}{trips > 0 && `, ${tripCount(trips)}`}</li>
        ))}
      </ul>
    </Sheet>
  )
}
