import { Trans, useLingui } from '@lingui/react/macro'
import type { OfferDetail } from '@medspil/contracts/offer'
import { DaysText, DayText, FactList, Money } from '@medspil/ui'
import { MeetsText } from '../find/say-when.tsx'
import { PriceText, WithoutPassText } from '../find/price.tsx'

/** When, where, who and how much: what a family decides on. */
export function OfferFacts({ offer }: { offer: OfferDetail }) {
  const { t } = useLingui()
  const isHoliday = offer.programId !== null
  const days = offer.firstDay === offer.lastDay ? <DayText day={offer.firstDay} form="long" first /> : <DaysText first={offer.firstDay} last={offer.lastDay} />
  return (
    <FactList
      facts={[
        {
          pictogram: 'kalender', name: t`Hvornår`,
          text: isHoliday ? days : <MeetsText {...offer} />, more: isHoliday ? <MeetsText {...offer} weekday={null} /> : <Trans>Holdet går fra {days}</Trans>,
        },
        { pictogram: 'sted', name: t`Sted`, text: <bdi lang="da">{offer.place}</bdi>, ...(offer.travel && { more: <bdi lang="da">{offer.travel}</bdi> }) },
        { pictogram: 'familie', name: t`Hvem`, text: <Trans>Børn fra {offer.ageFrom} til {offer.ageTo} år</Trans> },
        { pictogram: 'pulje', name: t`Pris`, text: <PriceText price={offer.price} forChild={offer.forChild} />, more: <PriceMore offer={offer} /> },
      ]}
    />
  )
}

function PriceMore({ offer }: { offer: OfferDetail }) {
  const pays = offer.forChild?.price.paidByPass ?? 0n
  if (pays > 0n && pays < offer.price) return <Trans>Passet betaler <Money ore={pays} /> Uden pas koster det <Money ore={offer.price} /></Trans>
  if (pays > 0n) return <WithoutPassText price={offer.price} forChild={offer.forChild} />
  return offer.price > 0n ? <Trans>I betaler til foreningen</Trans> : null
}
