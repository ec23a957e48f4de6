import { Plural, Trans } from '@lingui/react/macro'
import type { OfferView } from '@medspil/contracts/offer'
import { Tag } from '@medspil/ui'

/** Free places, or the number one would get in the line. */
export function PlaceTag(props: { offer: Pick<OfferView, 'freePlaces' | 'waiting' | 'forChild'> }) {
  const { freePlaces, waiting, forChild } = props.offer
  if (forChild?.signupId) return <Tag tone="info"><Trans>I har skrevet jer op</Trans></Tag>
  if (freePlaces > 0) return <Tag tone="ok"><Plural value={freePlaces} one="# ledig plads" other="# ledige pladser" /></Tag>
  return <Tag tone="wait"><Trans>Fyldt · I bliver nummer {waiting + 1}</Trans></Tag>
}
