import { esbjergGuldpas } from './esbjerg-guldpas.ts'
import { esbjergLokaltPas } from './esbjerg-lokalt-pas.ts'
import { holstebroGuideToMove } from './holstebro-guide-to-move.ts'
import type { OrdningSeed } from './ordning-seed.ts'
import { slagelseHelFritid } from './slagelse-hel-fritid.ts'
import { stevnsAktivSommer } from './stevns-aktiv-sommer.ts'

export { esbjergGuldpas, esbjergLokaltPas, holstebroGuideToMove, slagelseHelFritid, stevnsAktivSommer }
export type { OrdningSeed }
export { planSeeds } from './plans.ts'

/** The published ordninger of the four demo kommuner. */
export const ordningSeeds: readonly OrdningSeed[] =
  [slagelseHelFritid, holstebroGuideToMove, esbjergLokaltPas, esbjergGuldpas, stevnsAktivSommer]
