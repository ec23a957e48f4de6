import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { Button, Money, Notice, Panel } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** The forening asks for more than was agreed: nothing is paid before the family has said yes to the new price. */
export function HigherFee({ signup, fee }: { signup: SignupView; fee: bigint }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const accept = useOnce(`forening.acceptFee:${signup.id}`, trpc.forening.acceptFee.mutationOptions())
  const send = () => accept.mutate({ childId: signup.childId, signupId: signup.id }, { onSuccess: () => void queries.invalidateQueries() })
  const whyNot = whyNotOf(accept.error)
  return (
    <Panel look="turn">
      <h2><Trans>Foreningen har en anden pris</Trans></h2>
      <p><Trans>De beder om <Money ore={fee} /> I sagde ja til <Money ore={signup.price} /></Trans></p>
      <p><Trans>Passet betaler det, der er penge til. Resten betaler I til foreningen.</Trans></p>
      {accept.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
      <Button wide busy={accept.isPending} onClick={send}><Trans>Sig ja til prisen</Trans></Button>
    </Panel>
  )
}
