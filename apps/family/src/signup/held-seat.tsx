import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { ActRow, formatCountdown, formatSpan, LinkButton, Money, Notice, Panel, useLanguage, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'

/** How many seconds are left of a time that the server counted out, as they pass. */
export function useSecondsLeft(seconds: number, receivedAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, seconds - Math.max(0, now - receivedAt) / 1000)
}

/** What is to be paid and how long the place is held for it, told at five minutes and at one and never in between; then that time is up. */
export function SeatTime({ left, sum, isAsked }: { left: number; sum: bigint; isAsked?: boolean }) {
  const language = useLanguage()
  const isShort = left < 3600
  const said = [300, 60].findLast((seconds) => left <= seconds)
  if (left === 0) return <div role="status"><h2><Trans>Tiden er gået</Trans></h2><p><Trans>Vi ser efter, om I nåede det.</Trans></p></div>
  return (
    <>
      <h2>{isAsked ? <Trans>Betal <Money ore={sum} /></Trans> : <Trans>I betaler <Money ore={sum} /></Trans>}</h2>
      <p className="countdown" role="timer" aria-live="off"><b dir={isShort ? 'ltr' : undefined}>{isShort ? formatCountdown(left) : formatSpan(left, language)}</b></p>
      <p><Trans>Så længe er pladsen jeres, mens I betaler.</Trans></p>
      <p role="status" className="sr-only">{said !== undefined && <Trans>Der er {formatSpan(said, language)} tilbage.</Trans>}</p>
    </>
  )
}

/** A place held while its family pays: how long, how much, and more time for whoever needs it (WCAG 2.2.1). */
export function HeldSeat({ signup, group, receivedAt }: { signup: SignupView; group: readonly SignupView[]; receivedAt: number }) {
  const paths = usePaths()
  const toast = useToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const extend = useOnce(`signup.extendSeat:${signup.id}`, trpc.signup.extendSeat.mutationOptions())
  const left = useSecondsLeft(signup.heldSeconds ?? 0, receivedAt)
  const whyNot = whyNotOf(extend.error)
  const programId = signup.offer.programId
  const more = () => extend.mutate({ signupId: signup.id }, {
    onSuccess: () => {
      toast(<Trans>I har fået mere tid</Trans>)
      void queries.invalidateQueries()
    },
  })
  return (
    <Panel look="turn">
      <SeatTime left={left} sum={group.reduce((sum, { familyPays }) => sum + familyPays, 0n)} isAsked />
      {programId !== null && left > 0 && <LinkButton wide href={paths.pay(programId)}><Trans>Betal nu</Trans></LinkButton>}
      {signup.mayExtend && left > 0 && <ActRow pictogram="ur" onClick={more}><Trans>Giv os mere tid</Trans></ActRow>}
      {extend.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
    </Panel>
  )
}
