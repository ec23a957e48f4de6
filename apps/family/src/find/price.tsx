import { Trans } from '@lingui/react/macro'
import type { ForChild } from '@medspil/contracts/offer'
import { Money } from '@medspil/ui'

/** "0 kr. med pas" for a child with a pass, else the plain price. */
export function PriceText(props: { price: bigint; forChild: ForChild | null }) {
  const { forChild, price } = props
  if (price === 0n) return <Trans>Gratis</Trans>
  return forChild?.hasPass && forChild.price.paidByPass > 0n ? <Trans><Money ore={forChild.price.paidByYou} /> med pas</Trans> : <Money ore={price} />
}

/** "Uden pas: 750 kr.", where the pass pays some of it. */
export function WithoutPassText(props: { price: bigint; forChild: ForChild | null }) {
  return props.forChild?.hasPass && props.forChild.price.paidByPass > 0n ? <Trans>Uden pas: <Money ore={props.price} /></Trans> : null
}
