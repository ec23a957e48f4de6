import { dateOf, makePersonKey, newId, seal, type Tx } from '@medspil/db'
import { Cpr } from '@medspil/db/cpr'
import type { StaffMember, StaffRole } from '@medspil/domain/access'
import { addYears, type Day, day, yearOf } from '@medspil/domain/day'
import { foreningPoints } from '@medspil/domain/forening'
import type { Pool as PgPool } from 'pg'

/**
 * Factories for tests and the seed. Each writes one valid thing and takes only what the case is about; all people are
 * fictive. They run in a transaction of the actor `job`.
 */

/** Facts of a kommune as they stand on every page. */
export interface KommuneFacts { id: string; key: string; name: string; phone: string; phoneHours: string; mail: string; meetPlace: string; colour: string }

/** A tenant is made by an administrator of the installation, never by the API: hence the administrator's connection. */
export async function makeKommune(admin: PgPool, facts: Partial<KommuneFacts> = {}): Promise<KommuneFacts> {
  const id = facts.id ?? newId()
  const kommune: KommuneFacts = {
    key: `k${id.slice(-8).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'x')}`, name: 'Prøvstrup Kommune', phone: '12 34 56 78', phoneHours: 'Hverdage kl. 9–15',
    mail: 'fritid@proevstrup.example', meetPlace: 'Prøvstrup Bibliotek', colour: '#0F5A5E', ...facts, id,
  }
  await admin.query(
    'insert into kommune (id, key, name, phone, phone_hours, mail, meet_place, colour, settings) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [kommune.id, kommune.key, kommune.name, kommune.phone, kommune.phoneHours, kommune.mail, kommune.meetPlace, kommune.colour, '{}'],
  )
  return kommune
}

/** @param facts.cpr ten digits of the fictive range (60 added to the day); left out, the person has none */
export async function makePerson(tx: Tx, facts: {
  id?: string; name?: string; birthDay?: string; cpr?: string; address?: string; area?: string; postcode?: string; school?: string; gender?: string
  nameProtected?: boolean; addressProtected?: boolean; phone?: string | null; mail?: string | null; language?: string; livesInKommune?: boolean
} = {}): Promise<string> {
  const id = facts.id ?? newId()
  const cpr = facts.cpr === undefined ? null : Cpr.parse(facts.cpr)
  await tx.db.person.createMany({ data: [{
    kommuneId: tx.kommuneId, id, name: facts.name ?? 'Alma Prøve', birthDay: dateOf(day(facts.birthDay ?? '2016-05-04')), gender: facts.gender ?? 'female',
    area: facts.area ?? 'Område 1', postcode: facts.postcode ?? '4200', school: facts.school ?? null,
    nameProtected: facts.nameProtected ?? false, addressProtected: facts.addressProtected ?? false,
    phone: facts.phone === undefined ? '+4512345678' : facts.phone, mail: facts.mail === undefined ? 'familie@eksempel.example' : facts.mail,
    language: facts.language ?? 'da', livesInKommune: facts.livesInKommune ?? true, createdAt: tx.now.at,
  }] })
  await makePersonKey(tx, id)
  if (cpr) {
    const cprSealed = await seal(tx, { personId: id, table: 'person', rowId: id, column: 'cpr_sealed' }, cpr.reveal())
    await tx.db.person.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { cprSealed, cprIndex: cpr.index(tx) } })
  }
  if (facts.address) {
    const addressSealed = await seal(tx, { personId: id, table: 'person', rowId: id, column: 'address_sealed' }, facts.address)
    await tx.db.person.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { addressSealed } })
  }
  return id
}

/** A recorded relation between an adult and a child, from birth unless said otherwise. */
export async function makeRelation(tx: Tx, facts: { adultId: string; childId: string; kind?: string; livesWith?: boolean; fromDay?: string; toDay?: string; source?: string }): Promise<void> {
  await tx.db.relation.createMany({ data: [{
    kommuneId: tx.kommuneId, id: newId(), adultId: facts.adultId, childId: facts.childId, kind: facts.kind ?? 'custody', livesWith: facts.livesWith ?? true,
    source: facts.source ?? 'CPR', fromDay: dateOf(day(facts.fromDay ?? '2010-01-01')), toDay: facts.toDay ? dateOf(day(facts.toDay)) : null,
  }] })
}

/** A child with one guardian that has custody. @param child.age completed years on the transaction's day */
export async function makeFamily(tx: Tx, child: Parameters<typeof makePerson>[1] & { age?: number } = {}, adult: Parameters<typeof makePerson>[1] = {}): Promise<{ childId: string; guardianId: string }> {
  const { age, ...facts } = child
  const childId = await makePerson(tx, { birthDay: addYears(tx.now.day, -(age ?? 9)), ...facts })
  const guardianId = await makePerson(tx, { name: 'Berit Prøve', birthDay: '1988-03-02', ...adult })
  await makeRelation(tx, { adultId: guardianId, childId })
  return { childId, guardianId }
}

/** An employee in one role, as the actor that verbs take; MitID was shown a minute ago. */
export async function makeStaff(tx: Tx, role: StaffRole, facts: { id?: string; name?: string; profession?: string; personKey?: string; capOre?: bigint; workplace?: string; active?: boolean; mail?: string } = {}): Promise<StaffMember> {
  const id = facts.id ?? newId()
  const personKey = facts.personKey ?? `person:${id}`
  const name = facts.name ?? `Sanne ${role}`
  await tx.db.staff.createMany({ data: [{
    kommuneId: tx.kommuneId, id, personKey, name, role, profession: facts.profession ?? null, workplace: facts.workplace ?? 'Fritidsafdelingen',
    mail: facts.mail ?? 'ansat@eksempel.example', phone: '+4512345678', active: facts.active ?? true, capOre: facts.capOre ?? null,
  }] })
  return { kind: role, kommuneId: tx.kommuneId, id, name, personKey, profession: facts.profession ?? null, workplace: facts.workplace ?? 'Fritidsafdelingen', capOre: facts.capOre ?? null, proofAge: 60 }
}

/** Lets a member of staff, or with `role` a whole desk, reach a child. */
export async function makeChildAccess(tx: Tx, facts: { childId: string; staffId?: string; role?: StaffRole; why?: string }): Promise<void> {
  await tx.db.childAccess.createMany({ data: [{
    kommuneId: tx.kommuneId, id: newId(), childId: facts.childId, staffId: facts.staffId ?? null, role: facts.role ?? null, why: facts.why ?? 'granted', fromAt: tx.now.at,
  }] })
}

/** An ordning with one published version. @param facts.rules as `rulesToJson` writes them */
export async function makeOrdning(tx: Tx, facts: { key?: string; name?: string; rules: unknown; texts?: object; number?: number; validFrom?: string; validTo?: string | null; source?: string; ordningId?: string }): Promise<{ ordningId: string; versionId: string }> {
  const ordningId = facts.ordningId ?? newId()
  const versionId = newId()
  if (!facts.ordningId)
    await tx.db.ordning.createMany({ data: [{ kommuneId: tx.kommuneId, id: ordningId, key: facts.key ?? 'proeve-fritid', name: facts.name ?? 'Prøve Fritid', department: 'Fritid' }] })
  await tx.db.ordningVersion.createMany({ data: [{
    kommuneId: tx.kommuneId, id: versionId, ordningId, number: facts.number ?? 1, state: 'published', validFrom: dateOf(day(facts.validFrom ?? '2025-01-01')),
    validTo: facts.validTo ? dateOf(day(facts.validTo)) : null, rules: facts.rules as object, texts: facts.texts ?? { forWhom: '', gives: '', aims: [], results: [] }, source: facts.source ?? 'prøve', publishedAt: tx.now.at,
  }] })
  return { ordningId, versionId }
}

/** A pool for the calendar year of the transaction's day; amounts in øre. Its funding entry is the caller's to post. */
export async function makePool(tx: Tx, facts: { ordningId: string; total?: bigint; year?: number; whenEmpty?: 'stop' | 'queue' }): Promise<string> {
  const id = newId()
  const year = facts.year ?? yearOf(tx.now.day)
  await tx.db.pool.createMany({ data: [{
    kommuneId: tx.kommuneId, id, ordningId: facts.ordningId, fromDay: dateOf(day(`${year}-01-01`)), toDay: dateOf(day(`${year}-12-31`)),
    total: facts.total ?? 10_000_000n, promised: 0n, spent: 0n, whenEmpty: facts.whenEmpty ?? 'stop', origin: 'eksempel',
  }] })
  return id
}

const contactNames = { chair: 'Hanne Strand', treasurer: 'Ole Kirk', coach: 'Mads Bjerre' } as const

/** An approved forening with this year's declaration, a contact and payment details in place. */
export async function makeForening(tx: Tx, facts: { id?: string; name?: string; cvr?: string; providerType?: string; approval?: string; declaredYear?: number | null; stripeAccountId?: string | null; mail?: string; phone?: string; area?: string } = {}): Promise<string> {
  const id = facts.id ?? newId()
  await tx.db.forening.createMany({ data: [{
    kommuneId: tx.kommuneId, id, cvr: facts.cvr ?? String(30_000_000 + (Number.parseInt(id.slice(-6), 16) % 9_999_999)), name: facts.name ?? 'Prøvstrup Svømmeforening',
    providerType: facts.providerType ?? 'approvedFolkeoplysende', approval: facts.approval ?? 'approved', homeInKommune: true,
    checklist: { points: facts.approval === undefined ? foreningPoints.map((point) => ({ point, isMet: true, waivedBecause: null })) : [] },
    approvedOn: dateOf(addYears(tx.now.day, -1)), stripeAccountId: facts.stripeAccountId ?? null, payoutsEnabled: facts.stripeAccountId !== undefined && facts.stripeAccountId !== null,
    area: facts.area ?? 'Område 1',
  }] })
  if (facts.declaredYear !== null)
    await tx.db.declaration.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), foreningId: id, year: facts.declaredYear ?? yearOf(tx.now.day), declaredBy: contactNames.chair, declaredOn: dateOf(tx.now.day) }] })
  await tx.db.foreningContact.createMany({ data: (['chair', 'treasurer', 'coach'] as const).map((role) => ({
    kommuneId: tx.kommuneId, id: newId(), foreningId: id, role, name: contactNames[role], mail: facts.mail ?? `${role}@forening.example`, phone: facts.phone ?? '+4587654321',
  })) })
  return id
}

/** A published offer in season with room; price in øre. */
export async function makeOffer(tx: Tx, facts: {
  id?: string; foreningId: string; title?: string; activity?: string; capacity?: number; price?: bigint; ageFrom?: number; ageTo?: number; weekday?: number; programId?: string
  seasonFrom?: string; seasonTo?: string; timeFrom?: string; timeTo?: string; place?: string; area?: string; state?: string; pictogram?: string; trialFree?: boolean; supportNeeds?: string[]
  description?: string; travel?: string; priceKind?: string; occurrences?: { day: Day; timeFrom: string; timeTo: string; place: string }[]
}): Promise<string> {
  const id = facts.id ?? newId()
  const ageFrom = facts.ageFrom ?? 6
  const ageTo = facts.ageTo ?? 12
  await tx.db.offer.createMany({ data: [{
    kommuneId: tx.kommuneId, id, foreningId: facts.foreningId, programId: facts.programId ?? null, title: facts.title ?? 'Svømning, begynder', activity: facts.activity ?? 'svømning',
    description: facts.description ?? 'Vi leger os til at svømme.', ageFrom, ageTo, admits: { kind: 'completed-years', from: ageFrom, to: ageTo, on: 'activity-day' },
    weekday: facts.weekday ?? 2, timeFrom: facts.timeFrom ?? '16:30', timeTo: facts.timeTo ?? '17:30', place: facts.place ?? 'Prøvstrup Svømmehal', area: facts.area ?? 'Område 1', travel: facts.travel ?? 'Bus 901 holder ved døren',
    price: facts.price ?? 75_000n, priceKind: facts.priceKind ?? 'season', seasonFrom: dateOf(day(facts.seasonFrom ?? addYears(tx.now.day, -1))), seasonTo: dateOf(day(facts.seasonTo ?? addYears(tx.now.day, 1))),
    capacity: facts.capacity ?? 12, trialFree: facts.trialFree ?? true, supportNeeds: facts.supportNeeds ?? [], pictogram: facts.pictogram ?? 'svoemning', state: facts.state ?? 'published',
    // An activity of a programme is not saved without it.
    ...(facts.programId ? { accessibility: 'Der er ingen trin. Ring, hvis I er i tvivl.' } : {}),
  }] })
  for (const one of facts.occurrences ?? [])
    await tx.db.occurrence.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), offerId: id, day: dateOf(one.day), timeFrom: one.timeFrom, timeTo: one.timeTo, place: one.place }] })
  return id
}
