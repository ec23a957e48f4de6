import { Trans, useLingui } from '@lingui/react/macro'
import type { SignupView } from '@medspil/contracts/signup'
import { Anchor, BackLink, LinkButton, Page } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { usePaths } from '../paths.ts'

/** A sign-up that is over: what happened, without blame, and the way to something else. */
export function EndedSignup({ signup }: { signup: SignupView }) {
  const { t } = useLingui()
  const paths = usePaths()
  const isOver = signup.state === 'ended' && signup.offer.isHoliday
  const title = isOver ? t`${signup.childFirstName} har været med` : t`Pladsen er givet videre`
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink href={paths.course}><Trans>Jeres forløb</Trans></BackLink>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead"><bdi lang="da">{signup.offer.title}, {signup.offer.foreningName}</bdi></p>
        {!isOver && <p><What state={signup.state} name={signup.childFirstName} /></p>}
        {signup.state === 'cancelled-by-kommune' && signup.offer.cancelReason && <p><Trans>Kommunen skriver: <bdi lang="da">{signup.offer.cancelReason}</bdi></Trans></p>}
        {!isOver && signup.offer.isHoliday && <p><Trans>Har I betalt med kort, står det ved <Anchor href={paths.receipts}>jeres kvitteringer</Anchor>, hvad I får tilbage.</Trans></p>}
        {isOver
          ? <LinkButton wide href={paths.afterwards(signup.id)}><Trans>Find noget, der ligner</Trans></LinkButton>
          : <LinkButton wide href={paths.offers}><Trans>Find noget andet</Trans></LinkButton>}
      </div>
    </Page>
  )
}

function What({ state, name }: { state: SignupView['state']; name: string }) {
  switch (state) {
    case 'cancelled-by-family': return <Trans>I har meldt {name} fra. Penge fra passet er tilbage på passet.</Trans>
    case 'cancelled-by-forening': case 'cancelled-by-kommune': return <Trans>Det blev aflyst. Penge fra passet er tilbage på passet.</Trans>
    case 'lapsed': return <Trans>Fristen for at svare er gået. Pladsen gik til den næste i køen.</Trans>
    case 'declined': return <Trans>Det blev ikke til noget her. Der er andre hold.</Trans>
    case 'ended': return <Trans>{name} er stoppet her. I kan finde noget nyt.</Trans>
    default: return <Trans>Det blev ikke til noget her. Ring, hvis I vil tale om det.</Trans>
  }
}
