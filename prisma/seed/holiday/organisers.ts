import type { Tx } from '@medspil/db'
import { makeForening } from '@medspil/testing/factories'
import type { Theme } from './themes.ts'

/** Somebody who offers activities in the holidays. Name, area and place are made up. */
export interface Organiser { foreningId: string; name: string; by: Theme['by']; area: string; place: string }

type Facts = readonly [name: string, place: string]
const villages = [{ area: 'Område 1', of: ['Store Heddinge', 'Rødvig', 'Højerup'] }, { area: 'Område 2', of: ['Hårlev', 'Varpelev', 'Hellested'] }, { area: 'Område 3', of: ['Strøby Egede', 'Strøby', 'Klippinge'] }] as const

/** Three of each, one an area: the village's name goes in front. */
const kinds: readonly { by: Theme['by']; providerType: string; facts: Facts }[] = [
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Boldklub', 'Stadion'] },
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Gymnastikforening', 'Gymnastiksalen'] },
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Håndboldvenner', 'Hallen'] },
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Badmintonklub', 'Idrætshallen'] },
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Danseforening', 'Forsamlingshuset'] },
  { by: 'sport', providerType: 'approvedFolkeoplysende', facts: ['Tennisklub', 'Tennisbanerne'] },
  { by: 'water', providerType: 'approvedFolkeoplysende', facts: ['Svømmehold', 'Friluftsbadet'] },
  { by: 'water', providerType: 'approvedFolkeoplysende', facts: ['Sejlklub', 'Havnen'] },
  { by: 'water', providerType: 'approvedFolkeoplysende', facts: ['Roklub', 'Bådehuset'] },
  { by: 'outdoors', providerType: 'approvedFolkeoplysende', facts: ['Spejdergruppe', 'Spejderhytten'] },
  { by: 'outdoors', providerType: 'approvedFolkeoplysende', facts: ['Naturvenner', 'Skovlegepladsen'] },
  { by: 'outdoors', providerType: 'kommunal', facts: ['Naturskole', 'Naturskolen'] },
  { by: 'animals', providerType: 'approvedFolkeoplysende', facts: ['Rideforening', 'Ridebanen'] },
  { by: 'animals', providerType: 'private', facts: ['Besøgsgård', 'Gården'] },
  { by: 'culture', providerType: 'kommunal', facts: ['Bibliotek', 'Biblioteket'] },
  { by: 'culture', providerType: 'institution', facts: ['Lokalmuseum', 'Museet'] },
  { by: 'culture', providerType: 'kommunal', facts: ['Musikskole', 'Musikskolen'] },
  { by: 'klub', providerType: 'institution', facts: ['Ungdomsklub', 'Klubben'] },
  { by: 'klub', providerType: 'institution', facts: ['Fritidscenter', 'Fritidscentret'] },
]

/** Makes 57 organisers beside those of the company register. */
export async function seedOrganisers(tx: Tx): Promise<Organiser[]> {
  const made: Organiser[] = []
  for (const [k, { by, providerType, facts: [name, place] }] of kinds.entries())
    for (const [a, { area, of }] of villages.entries()) {
      const village = of[k % of.length] ?? of[0]
      const cvr = String(10_207_100 + k * 3 + a)
      const whole = `${village} ${name}`
      made.push({ foreningId: await makeForening(tx, { name: whole, cvr, providerType, area, mail: `kontakt-${cvr}@forening.example` }), name: whole, by, area, place: `${place}, ${village}` })
    }
  return made
}
