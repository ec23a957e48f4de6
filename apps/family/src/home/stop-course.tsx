import { Trans, useLingui } from '@lingui/react/macro'
import { isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { ApplicationView } from '@medspil/contracts/application'
import { ActRow, Button, ButtonRow, DayText, Dialog, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemNotice } from './problem-notice.tsx'
import { useMe } from './use-me.ts'

/** Take back an application, or a consent somebody else noted down. Both are asked once more before they are done. */
export function StopCourse({ view }: { view: ApplicationView }) {
  const open = view.consents.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (!view.mayWithdraw && open.length === 0) return null
  return (
    <section>
      {view.mayWithdraw && <Withdraw applicationId={view.applicationId} name={view.childFirstName} />}
      {open.map((consent) => <TakeBackYes key={consent.consentId} childId={view.childId} consent={consent} />)}
    </section>
  )
}

function Withdraw({ applicationId, name }: { applicationId: string; name: string }) {
  const { t } = useLingui()
  const withdraw = useOnce(`application.withdraw:${applicationId}`, useTRPC().application.withdraw.mutationOptions())
  return (
    <AskOnce
      act={<Trans>Træk ansøgningen tilbage</Trans>} title={t`Træk ansøgningen tilbage?`} yes={<Trans>Træk den tilbage</Trans>} said={t`Ansøgningen er trukket tilbage.`}
      isPending={withdraw.isPending} problem={<ProblemNotice error={withdraw.error} />}
      onYes={(done, failed) => withdraw.mutate({ applicationId }, { onSuccess: done, onError: failed })}
    >
      <p><Trans>Så stopper vi. I kan altid søge igen til <bdi>{name}</bdi>.</Trans></p>
    </AskOnce>
  )
}

function TakeBackYes({ childId, consent }: { childId: string; consent: ApplicationView['consents'][number] }) {
  const { t } = useLingui()
  const { consentId, givenBy, givenOn, textShown } = consent
  const withdraw = useOnce(`application.withdrawConsent:${consentId}`, useTRPC().application.withdrawConsent.mutationOptions())
  return (
    <AskOnce
      act={<Trans>Tag jeres ja tilbage</Trans>} title={t`Tag jeres ja tilbage?`} yes={<Trans>Tag det tilbage</Trans>} said={t`Jeres ja er taget tilbage.`}
      isPending={withdraw.isPending} problem={<ProblemNotice error={withdraw.error} />}
      onYes={(done, failed) => withdraw.mutate({ childId, consentId }, { onSuccess: done, onError: failed })}
    >
      <p><Trans><bdi>{givenBy}</bdi> sagde ja den <DayText day={givenOn} /> til det her:</Trans></p>
      <p lang="da">{textShown}</p>
      <p><Trans>Tager I det tilbage, bruger vi det ikke mere.</Trans></p>
    </AskOnce>
  )
}

function AskOnce(props: {
  act: ReactNode; title: string; yes: ReactNode; said: string; isPending: boolean; problem: ReactNode; children: ReactNode
  onYes: (done: () => void, failed: (error: unknown) => void) => void
}) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const toast = useToast()
  const me = useMe()
  const cache = useQueryClient()
  const done = () => {
    setOpen(false)
    toast(props.said)
    void cache.invalidateQueries()
  }
  const failed = (error: unknown) => {
    if (isNotFound(error)) void me.again()
  }
  return (
    <>
      <ActRow onClick={() => setOpen(true)}>{props.act}</ActRow>
      <Dialog open={isOpen} title={props.title} closeLabel={t`Luk`} onClose={() => setOpen(false)}>
        <div className="stack">
          {props.children}
          {props.problem}
          <ButtonRow>
            <Button busy={props.isPending} onClick={() => props.onYes(done, failed)}>{props.yes}</Button>
            <Button kind="secondary" onClick={() => setOpen(false)}><Trans>Behold det</Trans></Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
