import { dateOf, newId, type Tx } from '@medspil/db'
import type { FamilyMember, Guide, StaffMember, StaffRole } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { entryForFunding } from '@medspil/domain/pool'
import { rulesToJson } from '@medspil/domain/ordning'
import type { Ore } from '@medspil/ledger'
import { saveEntries } from '@medspil/db/ledger'
import { esbjergGuldpas, slagelseHelFritid } from '@medspil/prisma/ordninger'
import { at, job, type TestDatabase } from '@medspil/testing/database'
import { makeForening, makeKommune, makeOrdning, makePerson, makePool, makeRelation, makeStaff } from '@medspil/testing/factories'

/** A Monday in the season; every call of the matrix happens on it. */
export const now = at('2026-08-03')

/** Words that stand in the tables and may leave them to nobody who has no business with them. */
export const canaries = { cpr: '6405164444', address: 'Kanariegade 77', childName: 'Kanaria', reason: 'kanarisk grund', income: '98765400' } as const

/** A kommune with everybody who can ask for something in it. */
export interface Town {
  kommuneId: string
  key: string
  ordningId: string
  versionId: string
  guldpasId: string
  guldpasVersionId: string
  poolId: string
  foreningId: string
  otherForeningId: string
  staff: Record<StaffRole | 'otherFagperson' | 'otherPayer', StaffMember>
  guardian: FamilyMember
  secondGuardian: FamilyMember
  withoutCustody: FamilyMember
  otherParent: FamilyMember
  youngPerson: FamilyMember
  guide: Guide
  otherGuide: Guide
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Plants a town. All its people are fictive. */
export async function plantTown(test: TestDatabase, name: string): Promise<Town> {
  const { id: kommuneId, key } = await makeKommune(test.admin, { name })
  const inTx: Town['inTx'] = (work) => test.database.asActor(job(kommuneId), { now, procedure: 'plant' }, work)
  return inTx(async (tx) => {
    const hel = slagelseHelFritid.versions.at(-1)!
    const gold = esbjergGuldpas.versions.at(-1)!
    const { ordningId, versionId } = await makeOrdning(tx, { key: 'hel-fritid', name: 'Hel Fritid', rules: rulesToJson(hel.rules), texts: hel.texts, number: 2, validFrom: '2026-01-01' })
    const guldpas = await makeOrdning(tx, { key: 'guldpas', name: 'Guldpas', rules: rulesToJson(gold.rules), texts: gold.texts, validFrom: '2026-01-01' })
    const poolId = await makePool(tx, { ordningId, total: 10_000_000n, whenEmpty: 'queue' })
    await saveEntries(tx, [{ entry: entryForFunding(newId(), poolId, 10_000_000n as Ore), subjectId: poolId }])
    const staff = async (role: StaffRole, facts: Parameters<typeof makeStaff>[2] = {}) => makeStaff(tx, role, { name: `Ansat ${role}`, ...facts })
    const family = async (adultName: string, birthDay: string, facts: object = {}): Promise<FamilyMember> => {
      const id = await makePerson(tx, { name: adultName, birthDay, ...facts })
      return { kind: 'family', kommuneId, id, name: adultName, birthDay: day(birthDay), personKey: `person:${id}` }
    }
    const guide = async (guideName: string): Promise<Guide> => {
      const id = newId()
      await tx.db.fritidsguide.createMany({ data: [{
        kommuneId, id, name: guideName, birthDay: dateOf(day('2000-01-22')), gender: 'male', kind: 'paid', state: 'active', languages: ['da'], interests: ['fodbold'], days: { 1: 'every-week' },
        area: 'Område 1', areas: [], mostChildren: 9, hourCeiling: 40, certificateOn: dateOf(day('2026-02-01')), certificateUntil: dateOf(day('2027-01-31')), mail: 'g@g.example', phone: '+4512345678',
      }] })
      return { kind: 'fritidsguide', kommuneId, id, name: guideName, personKey: `guide:${id}` }
    }
    return {
      kommuneId, key, ordningId, versionId, guldpasId: guldpas.ordningId, guldpasVersionId: guldpas.versionId, poolId, inTx,
      foreningId: await makeForening(tx, { name: `${name} Svømmeforening`, stripeAccountId: 'acct_own' }),
      otherForeningId: await makeForening(tx, { name: `${name} Skakklub`, stripeAccountId: 'acct_other', declaredYear: null }),
      staff: {
        fagperson: await staff('fagperson', { profession: 'lærer' }), otherFagperson: await staff('fagperson', { profession: 'lærer', name: 'Anden Fagperson' }),
        caseworker: await staff('caseworker'), fritidsvejleder: await staff('fritidsvejleder'), payer: await staff('payer', { capOre: 10n ** 9n }),
        otherPayer: await staff('payer', { capOre: 10n ** 9n, name: 'Anden Udbetaler' }), leader: await staff('leader'), administrator: await staff('administrator'),
      },
      guardian: await family('Berit Lund', '1988-03-02', { address: 'Skovvej 1' }),
      secondGuardian: await family('Carl Lund', '1987-03-02', { address: canaries.address, addressProtected: true }),
      withoutCustody: await family('Dan Holm', '1986-03-02'), otherParent: await family('Else Vind', '1985-03-02'), youngPerson: await family('Frej Ung', '2010-06-02'),
      guide: await guide('Karim Nasser'), otherGuide: await guide('Liv Strøm'),
    }
  })
}

/** A child of the town's guardian: two hold custody in two homes, one adult is known and holds none. */
export async function addChild(town: Town, givenName: string): Promise<string> {
  return town.inTx(async (tx) => {
    const childId = await makePerson(tx, { name: `${givenName} ${canaries.childName}`, birthDay: '2016-05-04', address: 'Skovvej 1' })
    await makeRelation(tx, { adultId: town.guardian.id, childId })
    await makeRelation(tx, { adultId: town.secondGuardian.id, childId, livesWith: false })
    await makeRelation(tx, { adultId: town.withoutCustody.id, childId, kind: 'no-custody', livesWith: false })
    return childId
  })
}

/** A member of the other family, in the same kommune, with a child of their own, so that "mine" is never merely empty. */
export async function addOtherFamily(town: Town): Promise<string> {
  return town.inTx(async (tx) => {
    const childId = await makePerson(tx, { name: 'Gry Vind', birthDay: '2016-01-04' })
    await makeRelation(tx, { adultId: town.otherParent.id, childId })
    return childId
  })
}

