import { kommuner } from '@medspil/standins/personas'
import { makeKommune } from '@medspil/testing/factories'
import type { Pool } from 'pg'
import { planSeeds } from './ordninger/plans.ts'

/** Key of a demo kommune. */
export type KommuneKey = keyof typeof kommuner

/** Colours are examples, not the kommuner's own (design README 2). Ids are fixed, so that addresses survive a new start. */
const faces: Record<KommuneKey, { id: string; colour: string; meetPlace: string }> = {
  slagelse: { id: '0193a000-0000-7000-8000-000000000330', colour: '#0F5A5E', meetPlace: 'Slagelse Bibliotek' },
  holstebro: { id: '0193a000-0000-7000-8000-000000000661', colour: '#6A3460', meetPlace: 'Holstebro Bibliotek' },
  esbjerg: { id: '0193a000-0000-7000-8000-000000000561', colour: '#7A3B1E', meetPlace: 'Esbjerg Hovedbibliotek' },
  stevns: { id: '0193a000-0000-7000-8000-000000000336', colour: '#1B5193', meetPlace: 'Biblioteket i Store Heddinge' },
}

/** The ids of the demo kommuner, by key. */
export const kommuneIds = Object.fromEntries(Object.entries(faces).map(([key, { id }]) => [key, id])) as Record<KommuneKey, string>

/** Writes the four kommuner with their plans; an administrator's act, since the API can make no tenant. */
export async function seedKommuner(admin: Pool): Promise<void> {
  for (const [key, face] of Object.entries(faces) as [KommuneKey, (typeof faces)[KommuneKey]][]) {
    await makeKommune(admin, { key, name: kommuner[key].name, phone: '12 34 56 78', phoneHours: 'Hverdage kl. 9–15', mail: `fritid@${key}.example`, ...face })
    await admin.query('update kommune set settings = settings || $2::jsonb where id = $1', [face.id, JSON.stringify({ plans: planSeeds[key] ?? [] })])
  }
}
