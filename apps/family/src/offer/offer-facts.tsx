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
        { pictogram: 'familie', name: t`Hvem`, text: <WhoMay offer={offer} />, ...(offer.grades && { more: <Trans>Den klasse, barnet gik i før ferien</Trans> }) },
        { pictogram: 'pulje', name: t`Pris`, text: <PriceText price={offer.price} forChild={offer.forChild} />, more: <><PriceMore offer={offer} /><MoneyBack offer={offer} /></> },
      ]}
    />
  )
}

function PriceMore({ offer }: { offer: OfferDetail }) {
  const pays = offer.forChild?.price.paidByPass ?? 0n
  if (pays > 0n && pays < offer.price) return <Trans>Passet betaler <Money ore={pays} /> Uden pas koster det <Money ore={offer.price} /></Trans>
  if (pays > 0n) return <WithoutPassText price={offer.price} forChild={offer.forChild} />
  return offer.price > 0n && offer.programId === null ? <Trans>I betaler til foreningen</Trans> : null
}

function WhoMay({ offer: { grades, ageFrom, ageTo } }: { offer: OfferDetail }) {
  if (grades) return <Trans>Børn fra {grades.from}. til {grades.to}. klasse</Trans>
  return <Trans>Børn fra {ageFrom} til {ageTo} år</Trans>
}

/** The published refund table, one line a step; nothing where the family pays nothing itself. */
function MoneyBack({ offer: { price, refunds } }: { offer: OfferDetail }) {
  if (price === 0n) return null
  return refunds.map(({ lastDay, percent }) => (
    <span key={lastDay} className="block">
      {percent === 100
        ? <Trans>Sig nej til pladsen senest den <DayText day={lastDay} form="day" />, og få pengene igen.</Trans>
        : <Trans>Senest den <DayText day={lastDay} form="day" /> får I {percent} % igen.</Trans>}
    </span>
  ))
}
