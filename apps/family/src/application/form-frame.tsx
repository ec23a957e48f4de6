import { Trans, useLingui } from '@lingui/react/macro'
import { BackLink, Page, StepIndicator, Waiting } from '@medspil/ui'
import type { ReactNode } from 'react'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { useFormGround } from './use-application-form.tsx'
import type { FormGround } from './use-application-form.tsx'

/** Waits for the ordning and the login; the form is drawn anew when somebody else logs in. */
export function WithGround(props: { ordningKey: string; children: (ground: FormGround) => ReactNode }) {
  const { ground, error, missing, again } = useFormGround(props.ordningKey)
  if (ground) return <div key={ground.readerId}>{props.children(ground)}</div>
  if (missing) return <NotFoundPage />
  if (error) return <UnansweredPage onRetry={again} />
  return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
}

/** "Trin 2 af 4 · Hverdag", with the way back above it. */
export function StepHead(props: { step: 1 | 2 | 3 | 4; backHref: string }) {
  const { t } = useLingui()
  const { step } = props
  const name = { 1: t`Barn`, 2: t`Hverdag`, 3: t`Ønsker`, 4: t`Tjek dine svar` }[step]
  return (
    <>
      <BackLink href={props.backHref}><Trans>Tilbage</Trans></BackLink>
      <StepIndicator step={step} of={4}><Trans>Trin {step} af 4 · {name}</Trans></StepIndicator>
    </>
  )
}
