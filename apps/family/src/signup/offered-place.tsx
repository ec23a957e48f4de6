import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { SignupView } from '@medspil/contracts/signup'
import { ActRow, BackLink, Button, DayText, Disc, formatNames, localParts, Money, Notice, Page, Panel, Tag, TimesText, TimeText, useLanguage } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { signOf } from '../find/offer-signs.ts'
import { MeetsText } from '../find/say-when.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'
import { usePaths } from '../paths.ts'
import { HolidayDays } from './holiday-days.tsx'

/** A place came free: yes or no, before a moment that is said. Both answers are one press, and a no is never asked about. */
export function OfferedPlace({ signup, group }: { signup: SignupView; group: readonly SignupView[] }) {
  const { t } = useLingui()
  const paths = usePaths()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reply = useOnce(`signup.answerOffer:${signup.id}`, trpc.signup.answerOffer.mutationOptions())
  const send = (answer: 'yes' | 'no') => reply.mutate({ signupId: signup.id, answer }, { onSuccess: () => void queries.invalidateQueries() })
  const [day, clock] = localParts(signup.answerBy ?? signup.createdAt)
  const { offer } = signup
  const name = formatNames(group.map(({ childFirstName }) => childFirstName), useLanguage())
  const ownShare = group.reduce((sum, { familyPays }) => sum + familyPays, 0n)
  const title = group.length > 1 ? t`Der er plads til ${name}` : t`Der er en plads til ${name}`
  const whyNot = whyNotOf(reply.error)
  return (
    <Page>
      <PageTitle title={title} />
      {offer.programId === null ? <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink> : <BackLink href={paths.ourHoliday(offer.programId)}><Trans>Jeres ferie</Trans></BackLink>}
      <div className="stack">
        <h1>{title}</h1>
        <Panel look="kommune">
          <div className="note">
            <Disc name={signOf(offer.pictogram)} colour="white" />
            <div>
              <Tag tone="ok"><Trans>Plads</Trans></Tag>
              <h2 lang="da">{offer.title}</h2>
              <p>{offer.isHoliday ? <><HolidayDays {...offer} />, <TimesText from={offer.timeFrom} to={offer.timeTo} /></> : <MeetsText {...offer} />}</p>
            </div>
          </div>
          {group.length > 1 && <p><Trans>I venter sammen, så ét svar gælder for alle.</Trans></p>}
          {offer.isHoliday && ownShare > 0n && <p><Trans>I betaler højst <Money ore={ownShare} />, når I har sagt ja.</Trans></p>}
          <p><Trans>Sig ja senest <b><DayText day={day} form="weekday" /> <TimeText time={clock} /></b>. Ellers går pladsen videre.</Trans></p>
          <Button wide busy={reply.isPending} onClick={() => send('yes')}>{group.length > 1 ? <Trans>Sig ja til pladserne</Trans> : <Trans>Sig ja til pladsen</Trans>}</Button>
          <ActRow onClick={() => send('no')}>{group.length > 1 ? <Trans>Sig nej til pladserne</Trans> : <Trans>Sig nej til pladsen</Trans>}</ActRow>
        </Panel>
        {whyNot && <Notice tone="info" role="alert"><p><WhyNotText whyNot={whyNot} /></p></Notice>}
        {reply.error && !whyNot && <Notice tone="no" role="alert"><p><Trans>Vi fik ikke svar. Tryk igen. Dit svar tæller kun én gang.</Trans></p></Notice>}
      </div>
    </Page>
  )
}
