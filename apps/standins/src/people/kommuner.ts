import type { KommuneKey } from './types.ts'

/** Kommune as the person register and the company register know it. CVR numbers are fictive; codes are the real ones. */
export type KommuneFacts = { key: KommuneKey; name: string; code: string; cvr: string; postcode: string; town: string; phone: string }

/** The four kommuner of the demonstration. */
export const kommuner: Record<KommuneKey, KommuneFacts> = {
  slagelse: { key: 'slagelse', name: 'Slagelse Kommune', code: '330', cvr: '10200330', postcode: '4200', town: 'Slagelse', phone: '12345678' },
  holstebro: { key: 'holstebro', name: 'Holstebro Kommune', code: '661', cvr: '10200661', postcode: '7500', town: 'Holstebro', phone: '12345678' },
  esbjerg: { key: 'esbjerg', name: 'Esbjerg Kommune', code: '561', cvr: '10200561', postcode: '6700', town: 'Esbjerg', phone: '12345678' },
  stevns: { key: 'stevns', name: 'Stevns Kommune', code: '336', cvr: '10200336', postcode: '4660', town: 'Store Heddinge', phone: '12345678' },
}
