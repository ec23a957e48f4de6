import { useOnce, useTRPC } from '@medspil/client'
import type { ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import { ActRow, Button, FactList, formatDay, formatDays, formatMoney, formatTime, Notice, Panel, TextArea, useHeadingAfter } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSpoken } from '../language.tsx'
import { Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'
import type { LinkWords } from '../words/words.ts'
import { YesForm } from './yes-form.tsx'

type Step = 'choose' | 'yes' | 'full' | 'asks'

/** One question about one child, three large answers, and a receipt. The same for every child, whoever pays. */
export function SignupAnswer({ question, onBack }: { question: SignupQuestion; onBack?: () => void }) {
  const { answer: words } = useSpoken().words
  const [step, setStep] = useState<Step>('choose')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const answer = useOnce(`forening.answerSignup:${question.signupId}`, trpc.forening.answerSignup.mutationOptions())
  const shown = answer.data ?? question
  useTitle(shown.state === 'open' || shown.state === 'asked' ? words.title : words.titleAfter)
  useHeadingAfter(`${step} ${shown.state}`)
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
        <h1>{sayStep(step, <bdi>{question.displayName}</bdi>, words)}</h1>
        <p>{words.at(<bdi>{question.offerTitle}</bdi>, <bdi>{question.foreningName}</bdi>)}</p>
      </div>
      {step === 'choose' && <Facts question={question} />}
      {shown.state === 'asked' && step === 'choose' && <Notice tone="info">{words.asked}</Notice>}
      {step === 'choose' && (
        <div className="answers">
          <Button wide pictogram="check" onClick={() => setStep('yes')}>{words.yes}</Button>
          <Button wide kind="secondary" pictogram="kryds" onClick={() => setStep('full')}>{words.no}</Button>
          {shown.state === 'open' && <Button wide kind="secondary" pictogram="spoerg" onClick={() => setStep('asks')}>{words.ask}</Button>}
        </div>
      )}
      {step === 'yes' && <YesForm question={question} busy={answer.isPending} onSay={say} />}
      {step === 'full' && (
        <>
          <p>{words.fullMeans}</p>
          <div><Button wide busy={answer.isPending} onClick={() => say({ kind: 'full' })}>{words.sendFull}</Button></div>
        </>
      )}
      {step === 'asks' && <AskForm busy={answer.isPending} onSay={say} />}
      <Problem error={answer.error} />
      {step !== 'choose' && <div><Button kind="secondary" onClick={back}>{words.back}</Button></div>}
    </div>
  )
}

function sayStep(step: Step, name: ReactNode, words: LinkWords['answer']): ReactNode {
  return { choose: words.mayBegin(name), yes: words.gets(name), full: words.full, asks: words.whatToAsk }[step]
}

function Facts({ question }: { question: SignupQuestion }) {
  const { language, words: { answer: words, weekdays } } = useSpoken()
  const { weekday, timeFrom, place, seasonFrom, seasonTo, price } = question
  return (
    <Panel look="calm">
      <FactList
        facts={[
          { pictogram: 'kalender', name: words.time, text: sayTime(weekday === null ? '' : weekdays[weekday - 1] ?? '', formatTime(timeFrom, language)), more: formatDays(seasonFrom, seasonTo, language) },
          { pictogram: 'sted', name: words.place, text: <bdi>{place}</bdi> },
          { pictogram: 'pulje', name: words.price, text: price === 0n ? words.free : <bdi>{formatMoney(price)}</bdi>, more: words.wholePeriod },
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
  const { answer: words } = useSpoken().words
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
        name="spoergsmaal" label={words.question} value={text} maxLength={200} onChange={(event) => setText(event.target.value)}
        hint={words.questionHint} error={tried && missing ? words.questionMissing : undefined}
      />
      <div><Button wide type="submit" busy={busy}>{words.sendQuestion}</Button></div>
    </form>
  )
}

function Answered({ question, onBack }: { question: SignupQuestion; onBack?: (() => void) | undefined }) {
  const { language, words: { answered: words, answer: { free } } } = useSpoken()
  const { answer, answeredOn, displayName, waitsForFamily, state } = question
  const name = <bdi>{displayName}</bdi>
  return (
    <div className="stack">
      <div role="status">
        <h1>{sayAnswered(question, name, words)}</h1>
        {answer?.kind === 'yes' && !waitsForFamily && <p>{words.tellCoach(name)}</p>}
        {waitsForFamily && <p>{words.higher}</p>}
        {answer?.kind === 'full' && <p>{words.thanks}</p>}
        {answer?.kind === 'asks' && state === 'asked' && <p>{words.callsYou}</p>}
        {state === 'over' && <p>{words.over}</p>}
      </div>
      {answer?.kind === 'yes' && (
        <Panel look="calm">
          <FactList
            facts={[
              { pictogram: 'pulje', name: words.fee, text: answer.fee === 0n ? free : <bdi>{formatMoney(answer.fee)}</bdi> },
              { pictogram: 'kalender', name: words.period, text: formatDays(answer.periodFrom, answer.periodTo, language) },
            ]}
          />
        </Panel>
      )}
      <p className="small">{answeredOn && `${words.on(formatDay(answeredOn, language))} `}{words.wrong}</p>
      {onBack && <div><ActRow pictogram="tilbage" onClick={onBack}>Tilbage til jeres side</ActRow></div>}
    </div>
  )
}

function sayAnswered({ answer, waitsForFamily, state }: SignupQuestion, name: ReactNode, words: LinkWords['answered']): ReactNode {
  if (waitsForFamily) return words.asksFamily(name)
  if (answer?.kind === 'yes') return words.got(name)
  if (answer?.kind === 'full') return words.full
  return answer?.kind === 'asks' && state === 'asked' ? words.sent : words.nothing
}
