import { Trans } from '@lingui/react/macro'
import type { SaidText } from '@medspil/contracts/follow-up'
import { LinkButton, PersonNote, PhoneLink } from '@medspil/ui'
import { useKommune } from '../frame/kommune.tsx'
import { usePaths } from '../paths.ts'

/** What was said, what follows from it, and a person to ring. Also what stands here when the link is opened again. */
export function Thanks({ said }: { said: SaidText }) {
  const { phone } = useKommune()
  return (
    <div className="stack" role="status">
      <ThanksWords said={said} heading="h1" />
      <PersonNote pictogram="telefon"><p><Trans>Vil I hellere tale med nogen, så ring på <PhoneLink phone={phone} />.</Trans></p></PersonNote>
    </div>
  )
}

/** What follows from each of the three answers. */
export function ThanksWords({ said, heading: Heading }: { said: SaidText; heading: 'h1' | 'h2' }) {
  const paths = usePaths()
  return (
    <div className="stack">
      {said === 'active' && (
        <>
          <Heading><Trans>Tak. Godt at høre!</Trans></Heading>
          <p className="lead"><Trans>I skal ikke gøre mere. Vi spørger igen om nogle måneder.</Trans></p>
        </>
      )}
      {said === 'something-else' && (
        <>
          <Heading><Trans>Tak. Vi hjælper jer videre</Trans></Heading>
          <p className="lead"><Trans>En fritidsvejleder ringer til jer. I kan også se allerede nu, hvad der er plads på.</Trans></p>
          <LinkButton href={paths.offers} pictogram="soeg"><Trans>Se, hvad der passer</Trans></LinkButton>
        </>
      )}
      {said === 'stopped' && (
        <>
          <Heading><Trans>Tak, fordi I siger det</Trans></Heading>
          <p className="lead"><Trans>Er der penge tilbage på passet, kan de bruges på noget andet.</Trans></p>
          <LinkButton href={paths.offers} pictogram="soeg"><Trans>Se, hvad der passer</Trans></LinkButton>
        </>
      )}
    </div>
  )
}
