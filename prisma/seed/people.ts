import { dateOf, newId, type Tx } from '@medspil/db'
import { Cpr } from '@medspil/db/cpr'
import { personKeyOf } from '@medspil/db/person'
import type { StaffRole } from '@medspil/domain/access'
import { addDays, day } from '@medspil/domain/day'
import { type Persona, personas } from '@medspil/standins/personas'
import { makeStaff } from '@medspil/testing/factories'
import type { KommuneKey } from './kommuner.ts'

/** The broker's word for what somebody does, as our roles. A preparer prepares payouts as a caseworker does. */
const roles: Partial<Record<Persona['role'], StaffRole>> = {
  fagperson: 'fagperson', fritidsvejleder: 'fritidsvejleder', caseworker: 'caseworker', 'ex-caseworker': 'caseworker',
  leader: 'leader', preparer: 'caseworker', payer: 'payer', administrator: 'administrator',
}

/** Largest payout one payer may release alone, in øre: an example. */
const capOre = 50_000_00n

/** Employees of one kommune with their logins. @returns staff id by persona key */
export async function seedStaff(tx: Tx, kommuneKey: KommuneKey, erhvervIssuer: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const persona of personas.filter(({ issuer, kommuneKeys, role }) => issuer === 'erhverv' && kommuneKeys.includes(kommuneKey) && roles[role])) {
    const role = roles[persona.role]
    const cpr = Cpr.parse(persona.cpr ?? '')
    if (!role || !cpr) continue
    const personKey = personKeyOf(tx, cpr)
    const staff = await makeStaff(tx, role, {
      name: persona.name, profession: persona.profession?.toLowerCase() ?? role, personKey, active: persona.role !== 'ex-caseworker', capOre,
      workplace: role === 'fagperson' ? 'Engskolen' : 'Fritidsafdelingen', mail: `${persona.key}@${kommuneKey}.example`,
    })
    ids.set(persona.key, staff.id)
    await tx.db.identity.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), issuer: erhvervIssuer, subject: persona.sub, personKey, staffId: staff.id }] })
  }
  return ids
}

interface GuideFacts { key: string; gender: string; languages: string[]; interests: string[]; days: Record<number, string>; area: string; certificateDaysAgo: number; cleared?: boolean }

const guides: Partial<Record<KommuneKey, GuideFacts[]>> = {
  holstebro: [
    { key: 'karim', gender: 'male', languages: ['da', 'ar'], interests: ['fodbold', 'svømning'], days: { 1: 'every-week', 3: 'every-week' }, area: 'Område 1', certificateDaysAgo: 120 },
    { key: 'bent', gender: 'male', languages: ['da'], interests: ['fodbold', 'natur'], days: { 1: 'every-week', 2: 'every-week', 4: 'even-weeks' }, area: 'Område 2', certificateDaysAgo: 340, cleared: true },
  ],
}

/** Fritidsguider: those one can log in as, and some more to choose between. @returns guide id by key */
export async function seedGuides(tx: Tx, kommuneKey: KommuneKey, mitidIssuer: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const more: GuideFacts[] = kommuneKey === 'esbjerg' || kommuneKey === 'holstebro' ? [
    { key: 'Mathias Ravn', gender: 'male', languages: ['da', 'en'], interests: ['fodbold', 'boksning'], days: { 1: 'even-weeks', 2: 'every-week' }, area: 'Område 1', certificateDaysAgo: 30 },
    { key: 'Selin Aydin', gender: 'female', languages: ['da', 'tr'], interests: ['dans', 'svømning'], days: { 2: 'every-week', 4: 'every-week' }, area: 'Område 3', certificateDaysAgo: 200 },
    { key: 'Else Dam', gender: 'female', languages: ['da', 'de'], interests: ['musik', 'kreativ'], days: { 3: 'every-week' }, area: 'Område 2', certificateDaysAgo: 380 },
    { key: 'Yusuf Omar', gender: 'male', languages: ['da', 'so', 'ar'], interests: ['fodbold', 'svømning'], days: { 1: 'every-week', 5: 'every-week' }, area: 'Område 1', certificateDaysAgo: 60 },
    { key: 'Nadia Petrenko', gender: 'female', languages: ['da', 'uk', 'en'], interests: ['svømning', 'klatring'], days: { 2: 'every-week', 6: 'every-week' }, area: 'Område 2', certificateDaysAgo: 90 },
  ] : []
  for (const facts of [...guides[kommuneKey] ?? [], ...more]) {
    const persona = personas.find(({ key }) => key === facts.key)
    const id = newId()
    ids.set(facts.key, id)
    const certificateOn = addDays(tx.now.day, -facts.certificateDaysAgo)
    await tx.db.fritidsguide.createMany({ data: [{
      kommuneId: tx.kommuneId, id, name: persona?.name ?? facts.key, birthDay: dateOf(day(persona?.birthDay ?? '1999-04-02')), gender: facts.gender,
      kind: kommuneKey === 'esbjerg' ? 'paid' : 'volunteer', state: 'active', languages: facts.languages, interests: facts.interests, days: facts.days,
      area: facts.area, areas: [], mostChildren: 3, hourCeiling: 40, clearedForProtection: facts.cleared ?? false,
      certificateOn: dateOf(certificateOn), certificateUntil: dateOf(addDays(certificateOn, 365)), mail: `${id.slice(-6)}@guide.example`, phone: '+4520304050',
    }] })
    const cpr = Cpr.parse(persona?.cpr ?? '')
    if (persona && cpr)
      await tx.db.identity.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), issuer: mitidIssuer, subject: persona.sub, personKey: personKeyOf(tx, cpr), guideId: id }] })
  }
  return ids
}
