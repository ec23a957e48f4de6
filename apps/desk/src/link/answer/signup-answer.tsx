import { useOnce, useTRPC } from '@medspil/client'
import type { ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import { ActRow, Button, FactList, formatDay, formatDays, formatMoney, formatTime, Notice, Panel, TextArea } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Problem } from '../problem.tsx'
import { useHeadingFocus } from '../use-heading-focus.ts'
import { useTitle } from '../use-title.ts'
import { weekdayName } from '../weekdays.ts'
import { YesForm } from './yes-form.tsx'

type Step = 'choose' | 'yes' | 'full' | 'asks'

/** One question about one child, three large answers, and a receipt. The same for every child, whoever pays. */
export function SignupAnswer({ question, onBack }: { question: SignupQuestion; onBack?: () => void }) {
  const [step, setStep] = useState<Step>('choose')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const answer = useOnce(`forening.answerSignup:${question.signupId}`, trpc.forening.answerSignup.mutationOptions())
  const shown = answer.data ?? question
  useTitle(shown.state === 'open' || shown.state === 'asked' ? 'Svar på tilmelding' : 'Jeres svar')
  useHeadingFocus(`${step} ${shown.state}`)
  const say = (said: ForeningAnswer) => answer.mutate({ signupId: question.signupId, answer: said }, {
    onSuccess: () => {
      setStep('choose')
      void cache.invalidateQueries({ queryKey: trpc.forening.mine.queryKey() })
    },
  })
  const back = () => setStep('choose')
  if (shown.state === 'answered' || shown.state === 'over' || (shown.state === 'asked' && answer.data)) return <Answered question={shown} onBack={onBack} />
  return (
    <div className="stack">
      <div>
        <h1>{step === 'choose' ? <>Kan <bdi>{question.displayName}</bdi> begynde hos jer?</> : titles[step](question.displayName)}</h1>
        <p>{question.offerTitle} i {question.foreningName}</p>
      </div>
      {step === 'choose' && <Facts question={question} />}
      {shown.state === 'asked' && step === 'choose' && <Notice tone="info">I har spurgt om noget, og kommunen ringer. I kan stadig svare ja eller nej her.</Notice>}
      {step === 'choose' && (
        <div className="answers">
          <Button wide pictogram="check" onClick={() => setStep('yes')}>Ja, der er plads</Button>
          <Button wide kind="secondary" pictogram="kryds" onClick={() => setStep('full')}>Nej, holdet er fuldt</Button>
          {shown.state === 'open' && <Button wide kind="secondary" pictogram="spoerg" onClick={() => setStep('asks')}>Vi vil spørge om noget</Button>}
        </div>
      )}
      {step === 'yes' && <YesForm question={question} busy={answer.isPending} onSay={say} />}
      {step === 'full' && (
        <>
          <p>Pladsen går til den næste, og kommunen finder noget andet til barnet.</p>
          <div><Button wide busy={answer.isPending} onClick={() => say({ kind: 'full' })}>Send: holdet er fuldt</Button></div>
        </>
      )}
      {step === 'asks' && <AskForm busy={answer.isPending} onSay={say} />}
      <Problem error={answer.error} />
      {step !== 'choose' && <div><Button kind="secondary" onClick={back}>Tilbage til de tre svar</Button></div>}
    </div>
  )
}

const titles: Record<Exclude<Step, 'choose'>, (name: string) => ReactNode> = {
  yes: (name) => <><bdi>{name}</bdi> får pladsen</>,
  full: () => 'Holdet er fuldt',
  asks: () => 'Hvad vil I spørge om?',
}

function Facts({ question }: { question: SignupQuestion }) {
  const { weekday, timeFrom, place, seasonFrom, seasonTo, price } = question
  return (
    <Panel look="calm">
      <FactList
        facts={[
          { pictogram: 'kalender', name: 'Tid', text: sayTime(weekdayName(weekday), formatTime(timeFrom)), more: formatDays(seasonFrom, seasonTo) },
          { pictogram: 'sted', name: 'Sted', text: place },
          { pictogram: 'pulje', name: 'Pris', text: price === 0n ? 'Gratis' : formatMoney(price), more: 'for hele perioden' },
        ]}
      />
    </Panel>
  )
}

function sayTime(weekday: string, time: string): string {
  const text = `${weekday} ${time}`.trim()
  return text[0]?.toUpperCase() + text.slice(1)
}

function AskForm({ busy, onSay }: { busy: boolean; onSay: (said: ForeningAnswer) => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const missing = text.trim() === ''
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!missing) onSay({ kind: 'asks', question: text.trim() })
      }}
    >
      <TextArea
        name="spoergsmaal" label="Jeres spørgsmål" value={text} maxLength={200} onChange={(event) => setText(event.target.value)}
        hint="Kommunens fritidsvejleder svarer. Skriv ikke om barnets helbred." error={tried && missing ? 'Skriv, hvad I vil vide' : undefined}
      />
      <div><Button wide type="submit" busy={busy}>Send spørgsmålet</Button></div>
    </form>
  )
}

function Answered({ question, onBack }: { question: SignupQuestion; onBack?: (() => void) | undefined }) {
  const { answer, answeredOn, displayName, waitsForFamily, state } = question
  return (
    <div className="stack">
      <div role="status">
        <h1>{sayAnswered(question)}</h1>
        {answer?.kind === 'yes' && !waitsForFamily && <p>Fortæl holdets træner, at <bdi>{displayName}</bdi> kommer. Pengene kommer, når kommunen har betalt dem ud.</p>}
        {waitsForFamily && <p>Prisen er højere end den, familien sagde ja til. Vi spørger familien først. Pladsen er deres imens.</p>}
        {answer?.kind === 'full' && <p>Tak for svaret. Kommunen finder noget andet til barnet.</p>}
        {answer?.kind === 'asks' && state === 'asked' && <p>Kommunens fritidsvejleder ringer til jer. I kan svare ja eller nej på det samme link.</p>}
        {state === 'over' && <p>Familien har fundet noget andet, eller fristen er gået. I skal ikke gøre noget.</p>}
      </div>
      {answer?.kind === 'yes' && (
        <Panel look="calm">
          <FactList
            facts={[
              { pictogram: 'pulje', name: 'Kontingent', text: answer.fee === 0n ? 'Gratis' : formatMoney(answer.fee) },
              { pictogram: 'kalender', name: 'Periode', text: formatDays(answer.periodFrom, answer.periodTo) },
            ]}
          />
        </Panel>
      )}
      <p className="small">{answeredOn && <>Svaret {formatDay(answeredOn)}. </>}Er noget forkert, så ring til kommunen. Svaret kan ikke rettes her.</p>
      {onBack && <div><ActRow pictogram="tilbage" onClick={onBack}>Tilbage til jeres side</ActRow></div>}
    </div>
  )
}

function sayAnswered({ answer, displayName, waitsForFamily, state }: SignupQuestion): ReactNode {
  if (waitsForFamily) return <>Vi spørger familien om <bdi>{displayName}</bdi></>
  if (answer?.kind === 'yes') return <><bdi>{displayName}</bdi> har fået pladsen</>
  if (answer?.kind === 'full') return 'I har svaret, at holdet er fuldt'
  if (answer?.kind === 'asks' && state === 'asked') return 'Spørgsmålet er sendt'
  return 'Der er ikke noget at svare på'
}
