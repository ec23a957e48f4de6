import { Trans } from '@lingui/react/macro'
import type { FritidspasView, PurseView } from '@medspil/contracts/fritidspas'
import { DayText } from '@medspil/ui'

/** What a purse is for, in one or two words. */
export function PurseName({ purse }: { purse: PurseView['purse'] }) {
  switch (purse) {
    case 'kontingent': return <Trans>Kontingent</Trans>
    case 'kit': return <Trans>Tøj og udstyr</Trans>
    case 'trip': return <Trans>Ture og stævner</Trans>
    case 'camp': return <Trans>Ferie og lejr</Trans>
    case 'transport': return <Trans>Transport</Trans>
    case 'together': return <Trans>Til det hele</Trans>
  }
}

/** The word on the card. */
export function PassState({ pass }: { pass: FritidspasView }) {
  if (pass.isValid) return <Trans>Gyldigt</Trans>
  switch (pass.state) {
    case 'issued': return <Trans>Gælder fra <DayText day={pass.validFrom} form="day" /></Trans>
    case 'used-up': return <Trans>Brugt</Trans>
    default: return <Trans>Udløbet</Trans>
  }
}
