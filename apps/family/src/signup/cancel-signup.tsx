import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { ActRow, Button, ButtonRow, Dialog, Money, Notice, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { WhyNotText } from '../offer/why-not-text.tsx'

/**
 * Gives a place or a number back. A place that is given on cannot be fetched again, so it says what happens before the
 * press, and staying is the easy answer.
 */
export function CancelSignup({ signup }: { signup: SignupView }) {
  const { t } = useLingui()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const cancel = useOnce(`signup.cancel:${signup.id}`, trpc.signup.cancel.mutationOptions())
  const isWaiting = signup.state === 'waiting'
  const name = signup.childFirstName
  const whyNot = whyNotOf(cancel.error)
  const send = () => cancel.mutate({ signupId: signup.id }, {
    onSuccess: async () => {
      setOpen(false)
      toast(isWaiting ? <Trans>I er ude af køen</Trans> : <Trans><bdi>{name}</bdi> er meldt fra</Trans>)
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <p><ActRow pictogram="kryds" onClick={() => setOpen(true)}>{isWaiting ? <Trans>Gå ud af køen</Trans> : <Trans>Meld <bdi>{name}</bdi> fra</Trans>}</ActRow></p>
      <Dialog open={open} title={isWaiting ? <Trans>Vil I gå ud af køen?</Trans> : <Trans>Vil I melde <bdi>{name}</bdi> fra?</Trans>} closeLabel={t`Luk`} onClose={() => setOpen(false)}>
        <div className="stack">
          <p>
            {isWaiting
              ? <Trans>I mister jeres nummer. Skriver I jer op igen, kommer I bagest.</Trans>
              : <Trans>Pladsen går til den næste i køen.</Trans>}
            {!isWaiting && signup.passPays > 0n && <>{' '}<Trans>Penge fra passet kommer tilbage på passet.</Trans></>}
          </p>
          {signup.backIfCancelled !== null && (
            <p><b>{signup.backIfCancelled > 0n
              ? <Trans>I får <Money ore={signup.backIfCancelled} /> tilbage af de <Money ore={signup.familyPays} /> I har betalt.</Trans>
              : <Trans>Det er for sent at få penge tilbage.</Trans>}</b></p>
          )}
          {cancel.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
          <ButtonRow>
            <Button onClick={() => setOpen(false)}>{isWaiting ? <Trans>Bliv i køen</Trans> : <Trans>Behold pladsen</Trans>}</Button>
            <Button kind="secondary" busy={cancel.isPending} onClick={send}>{isWaiting ? <Trans>Ja, gå ud af køen</Trans> : <Trans>Ja, meld fra</Trans>}</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
