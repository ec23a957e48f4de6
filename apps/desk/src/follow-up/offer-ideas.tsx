import { useTRPC } from '@medspil/client'
import type { OfferView } from '@medspil/contracts/offer'
import { DataTable, formatTime, Money, Sheet } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useActor } from '../frame/actor.tsx'
import { Loaded } from '../frame/problem.tsx'
import { weekdayName } from '../link/weekdays.ts'
import { AskPlace } from './ask-place.tsx'

/** Up to three offers that fit the child and have room, the cheapest for the family first; a fritidsvejleder asks for a place. */
export function OfferIdeas({ childId, title }: { childId: string; title: string }) {
  const offers = useQuery(useTRPC().offer.list.queryOptions({ childId }))
  return (
    <Sheet title={title} remark="Alder, ledige pladser og pris efter passet" flush>
      <Loaded query={offers}>{(list) => <Ideas childId={childId} offers={bestOf(list.offers)} />}</Loaded>
    </Sheet>
  )
}

const bestOf = (offers: readonly OfferView[]) =>
  offers.filter(({ forChild, freePlaces }) => forChild?.fit.ok && forChild.signupId === null && freePlaces > 0)
    .sort((a, b) => Number((a.forChild?.price.paidByYou ?? a.price) - (b.forChild?.price.paidByYou ?? b.price))).slice(0, 3)

function Ideas({ childId, offers }: { childId: string; offers: readonly OfferView[] }) {
  const mayAsk = useActor().role === 'fritidsvejleder'
  if (offers.length === 0) return <div className="pad"><p>Ingen tilbud med ledig plads passer til alderen. En fritidsvejleder kan ringe til en forening.</p></div>
  return (
    <DataTable
      stacks caption="Tilbud, der passer"
      columns={[{ key: 'what', head: 'Tilbud' }, { key: 'when', head: 'Hvornår' }, { key: 'where', head: 'Sted' }, { key: 'free', head: 'Pladser', end: true }, { key: 'price', head: 'Familien betaler', end: true },
        ...(mayAsk ? [{ key: 'ask', head: <span className="sr-only">Plads</span> }] : [])]}
      lines={offers.map((offer) => ({ key: offer.id, cells: [
        <>{offer.title}<br /><span className="small">{offer.foreningName}</span></>, `${weekdayName(offer.weekday)} ${formatTime(offer.timeFrom)}`.trim(),
        offer.place, offer.freePlaces, <Money key="price" ore={offer.forChild?.price.paidByYou ?? offer.price} />,
        ...(mayAsk ? [<AskPlace key="ask" childId={childId} offer={offer} />] : []),
      ] }))}
    />
  )
}
