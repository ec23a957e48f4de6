import { Trans } from '@lingui/react/macro'
import { type AppError, incidentOf, whyNotOf } from '@medspil/client'
import { Notice } from '@medspil/ui'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** The answer that was no place: the rule's reason, or that no answer came and that pressing again is safe. */
export function SignupProblem({ error, isClash }: { error: AppError | null; isClash: boolean }) {
  if (!error) return null
  const whyNot = whyNotOf(error)
  if (whyNot) return <Notice tone={isClash ? 'judge' : 'info'} role="alert"><p><WhyNotText whyNot={whyNot} /></p></Notice>
  const incident = incidentOf(error)
  return (
    <Notice tone="no" role="alert">
      <p><Trans>Vi fik ikke svar. Tryk igen. I får kun én plads.</Trans></p>
      {incident && <p><Trans>Sig nummer <b dir="ltr">{incident}</b>, hvis du ringer.</Trans></p>}
    </Notice>
  )
}

/** Many want a place at once: the wish is on its way, and staying is all there is to do. */
export function StillWorking({ isShown }: { isShown: boolean }) {
  return (
    <div role="status">
      {isShown && <Notice tone="info" sign="ur"><p><b><Trans>Vi arbejder på det.</Trans></b> <Trans>Mange vil have plads lige nu. Bliv på siden, vi prøver selv igen. I får kun én plads.</Trans></p></Notice>}
    </div>
  )
}
