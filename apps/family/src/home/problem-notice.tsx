import { Trans } from '@lingui/react/macro'
import { incidentOf, isNotFound, isUnanswered, loginAddress, whyNotOf } from '@medspil/client'
import type { AppError } from '@medspil/client'
import type { WhyNot } from '@medspil/domain/why-not'
import { LinkButton, Notice } from '@medspil/ui'
import { useLocation } from '@tanstack/react-router'
import { useKommune } from '../frame/kommune.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { useMe } from './use-me.ts'

/** Why something was not done, and what to do about it: a rule's no, a login that has ended, no network, a change meanwhile. */
export function ProblemNotice(props: { error: AppError | null }) {
  const { error } = props
  const me = useMe()
  if (!error) return null
  const whyNot = whyNotOf(error)
  if (whyNot) return <Notice tone="no" role="alert"><p><WhyNotText whyNot={whyNot as WhyNot} /></p></Notice>
  if (isUnanswered(error)) return <Notice tone="info" sign="intetnet" role="alert"><p><Trans>Ingen forbindelse. Dine svar er gemt. Prøv igen om lidt.</Trans></p></Notice>
  if (isNotFound(error) && me.id === null) return <LoginAgain />
  if (error.data?.code === 'CONFLICT') {
    return <Notice tone="info" role="alert"><p><Trans>Nogen var der lige før dig. Hent siden igen, og se, hvad der er ændret.</Trans></p></Notice>
  }
  const incident = incidentOf(error)
  return (
    <Notice tone="no" role="alert">
      <p>
        <Trans>Det gik ikke. Det er ikke din skyld. Dine svar er gemt. Prøv igen, eller ring til os.</Trans>
        {incident && <>{' '}<Trans>Sig nummer <b dir="ltr">{incident}</b>.</Trans></>}
      </p>
    </Notice>
  )
}

function LoginAgain() {
  return (
    <Notice tone="judge" role="alert">
      <p><Trans>Du er blevet logget ud. Dine svar er gemt. Log ind, og fortsæt her.</Trans></p>
      <LoginButton />
    </Notice>
  )
}

/** Leads to MitID and back to this very page. */
export function LoginButton() {
  const { key } = useKommune()
  const { href } = useLocation()
  return <LinkButton wide href={loginAddress('family', key, href)}><Trans>Log ind med MitID</Trans></LinkButton>
}
