import { Trans, useLingui } from '@lingui/react/macro'
import type { SignupView } from '@medspil/contracts/signup'
import { Anchor, BackLink, LinkButton, Page } from '@medspil/ui'
import { PageTitle } from '../frame/page-title.tsx'
import { programHref } from '../holiday/program-search.ts'
import { usePaths } from '../paths.ts'

/** A sign-up that is over, or a wish that is no place yet: what happened, without blame, and the way on. */
export function EndedSignup({ signup }: { signup: SignupView }) {
  const paths = usePaths()
  const title = useTitle(signup)
  const { state, offer, passPays, familyPays } = signup
  const hadPlace = state === 'cancelled-by-family' || state === 'cancelled-by-forening' || state === 'cancelled-by-kommune'
  return (
    <Page>
      <PageTitle title={title} />
      {offer.programId === null ? <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink> : <BackLink href={paths.ourHoliday(offer.programId)}><Trans>Jeres ferie</Trans></BackLink>}
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead"><bdi lang="da">{offer.title}, {offer.foreningName}</bdi></p>
        <What signup={signup} />
        {state === 'cancelled-by-kommune' && offer.cancelReason && <p><Trans>Kommunen skriver: <bdi lang="da">{offer.cancelReason}</bdi></Trans></p>}
        {hadPlace && passPays > 0n && <p><Trans>Penge fra passet er tilbage på passet.</Trans></p>}
        {(hadPlace || state === 'lapsed') && offer.isHoliday && familyPays > 0n && <p><Trans>Har I betalt med kort, står det ved <Anchor href={paths.receipts}>jeres kvitteringer</Anchor>, hvad I får tilbage.</Trans></p>}
        <WayOn signup={signup} />
      </div>
    </Page>
  )
}

function useTitle({ state, childFirstName: name, offer }: SignupView): string {
  const { t } = useLingui()
  switch (state) {
    case 'ended': return offer.isHoliday ? t`${name} har været med` : t`${name} er stoppet her`
    case 'cancelled-by-family': return t`${name} er meldt fra`
    case 'cancelled-by-forening': case 'cancelled-by-kommune': return t`Det blev aflyst`
    case 'wished': return t`Ønsket venter på lodtrækningen`
    case 'waiting': case 'not-drawn': return t`${name} fik ikke en plads her`
    case 'no-show': return t`${name} var ikke med`
    default: return t`Pladsen er givet videre`
  }
}

function What({ signup: { state, offer } }: { signup: SignupView }) {
  switch (state) {
    case 'lapsed': return <p><Trans>Fristen er gået.</Trans></p>
    case 'declined': return <p><Trans>Det blev ikke til noget her. Der er andre hold.</Trans></p>
    case 'waiting': return <p><Trans>Aktiviteten er slut, og køen er lukket.</Trans></p>
    case 'no-show': return <p><Trans>Ring, hvis I vil tale om det.</Trans></p>
    case 'ended': return offer.isHoliday ? null : <p><Trans>I kan finde noget nyt.</Trans></p>
    default: return null
  }
}

/** One way on: what became of the wishes, something alike for the rest of the year, or the list it was chosen from. */
function WayOn({ signup: { id, state, offer } }: { signup: SignupView }) {
  const paths = usePaths()
  const { programId } = offer
  if (programId !== null && (state === 'wished' || state === 'not-drawn')) return <LinkButton wide href={paths.wishes(programId)}><Trans>Se jeres ønsker</Trans></LinkButton>
  if (programId !== null && (state === 'ended' || state === 'waiting')) return <LinkButton wide href={paths.afterwards(id)}><Trans>Find noget, der ligner</Trans></LinkButton>
  return <LinkButton wide href={programId === null ? paths.offers : programHref(paths.program(programId))}><Trans>Find noget andet</Trans></LinkButton>
}
