import { useLingui } from '@lingui/react/macro'
import type { PictogramName } from '@medspil/ui'
import { signOf } from '../find/offer-signs.ts'

/** What a kind of activity is called, by its drawing. */
export function useTopicName(): (pictogram: string) => string {
  const { t } = useLingui()
  const names: Partial<Record<PictogramName, string>> = {
    fodbold: t`Bold`, svoemning: t`Svømning`, spejder: t`Spejder`, dans: t`Dans`, klatring: t`Klatring`, musik: t`Musik`,
    kreativ: t`Kreativt`, ude: t`Natur og dyr`, gymnastik: t`Gymnastik`, kajak: t`På vandet`,
  }
  return (pictogram) => names[signOf(pictogram)] ?? pictogram
}
