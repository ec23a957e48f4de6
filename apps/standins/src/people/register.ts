import { fictiveCpr } from '../cpr.ts'
import { foreningPersonas } from './companies.ts'
import { familyPersonas } from './families.ts'
import { kommuner } from './kommuner.ts'
import { staffPersonas } from './staff.ts'
import type { KommuneKey, Persona } from './types.ts'

/** How an adult stands to a child. Several may hold at once for two homes. */
export type Relation = {
  /** `custody-joint`, `custody-sole`: forældremyndighed. `foster`: plejefamilie. `no-custody`: a parent without rights. */
  kind: 'custody-joint' | 'custody-sole' | 'foster' | 'no-custody'
  /** Where the child lives as seen from this adult; `shared` = delt bopæl, both homes. */
  residence: 'lives-here' | 'shared' | 'lives-elsewhere'
  /** Who says so. */
  source: 'CPR' | 'Familieretshuset' | 'kommune'
  /** ISO day. */
  fromDay: string
}

/** One row of the register. An address under protection is given to the kommune, marked as such; no address is a valid state. */
export type RegisteredPerson = {
  cpr: string
  name: string
  birthDay: string
  kommune: KommuneKey
  /** Three digits. */
  kommuneCode: string
  address: { street: string; postcode: string; town: string } | null
  protection: { fromDay: string; untilDay: string } | null
  school: { name: string; grade: string } | null
  /** How the kommune may write to an adult; children have neither. */
  phone: string | null
  mail: string | null
}

/** What a look-up by CPR answers. */
export type RegisterAnswer = {
  person: RegisteredPerson
  guardians: Array<{ person: RegisteredPerson; relation: Relation }>
  children: Array<{ person: RegisteredPerson; relation: Relation }>
}

type Tie = [adult: string, kind: Relation['kind'], residence: Relation['residence'], source?: Relation['source'], fromDay?: string]
type ChildRow = { key: string; name: string; sex: 'woman' | 'man'; birthDay: string; kommune: KommuneKey; school: string; grade: string; ties: Tie[] }

const protectedUntil = { fromDay: '2026-06-02', untilDay: '2027-06-02' }

const childRows: ChildRow[] = [
  { key: 'yara', name: 'Yara Ahmadi', sex: 'woman', birthDay: '2017-02-11', kommune: 'slagelse', school: 'Engskolen', grade: '3', ties: [['amira', 'custody-sole', 'lives-here', 'Familieretshuset', '2022-05-01'], ['rasmus', 'no-custody', 'lives-elsewhere', 'Familieretshuset', '2022-05-01']] },
  { key: 'sami', name: 'Sami Ahmadi', sex: 'man', birthDay: '2020-03-29', kommune: 'slagelse', school: 'Engskolen', grade: '0', ties: [['amira', 'custody-sole', 'lives-here', 'Familieretshuset', '2022-05-01'], ['rasmus', 'no-custody', 'lives-elsewhere', 'Familieretshuset', '2022-05-01']] },
  { key: 'emma', name: 'Emma Lund', sex: 'woman', birthDay: '2016-01-18', kommune: 'slagelse', school: 'Søndermarksskolen', grade: '4', ties: [['signe', 'custody-joint', 'lives-here', 'Familieretshuset', '2026-06-02'], ['henrik', 'custody-joint', 'lives-elsewhere', 'Familieretshuset', '2026-06-02']] },
  { key: 'alma', name: 'Alma Dahl', sex: 'woman', birthDay: '2019-05-12', kommune: 'slagelse', school: 'Engskolen', grade: '1', ties: [['sofie', 'custody-sole', 'lives-here']] },
  { key: 'freja', name: 'Freja Holst', sex: 'woman', birthDay: '2011-03-03', kommune: 'slagelse', school: 'Engskolen', grade: '9', ties: [['jakob', 'custody-sole', 'lives-here']] },
  { key: 'viggo', name: 'Viggo Lav', sex: 'man', birthDay: '2015-10-10', kommune: 'slagelse', school: 'Engskolen', grade: '5', ties: [['low-level', 'custody-sole', 'lives-here']] },
  { key: 'noah', name: 'Noah Jepsen', sex: 'man', birthDay: '2016-04-22', kommune: 'holstebro', school: 'Åskolen', grade: '4', ties: [['lene', 'custody-joint', 'shared', 'CPR', '2024-08-01'], ['anders', 'custody-joint', 'shared', 'CPR', '2024-08-01']] },
  { key: 'leyla', name: 'Leyla Demir', sex: 'woman', birthDay: '2018-01-07', kommune: 'holstebro', school: 'Åskolen', grade: '2', ties: [['aylin', 'custody-sole', 'lives-here']] },
  { key: 'hamza', name: 'Hamza Rashid', sex: 'man', birthDay: '2017-06-16', kommune: 'holstebro', school: 'Åskolen', grade: '3', ties: [['fatima', 'custody-sole', 'lives-here']] },
  { key: 'malte', name: 'Malte Bay', sex: 'man', birthDay: '2014-02-25', kommune: 'esbjerg', school: 'Strandskolen', grade: '6', ties: [['kirsten', 'foster', 'lives-here', 'kommune', '2023-01-15'], ['mona', 'custody-sole', 'lives-elsewhere', 'CPR', '2014-02-25']] },
  { key: 'mikkel', name: 'Mikkel Bruun', sex: 'man', birthDay: '2009-02-18', kommune: 'esbjerg', school: 'Havnens Gymnasium', grade: '1.g', ties: [] },
  { key: 'frida', name: 'Frida Krag', sex: 'woman', birthDay: '2015-01-24', kommune: 'stevns', school: 'Klintskolen', grade: '5', ties: [['louise', 'custody-sole', 'lives-here']] },
  { key: 'storm', name: 'Storm Krag', sex: 'man', birthDay: '2017-05-14', kommune: 'stevns', school: 'Klintskolen', grade: '3', ties: [['louise', 'custody-sole', 'lives-here']] },
  { key: 'bjork', name: 'Bjørk Ellevang', sex: 'woman', birthDay: '2016-10-05', kommune: 'stevns', school: 'Klintskolen', grade: '4', ties: [['modulus-11', 'custody-sole', 'lives-here']] },
  { key: 'asger', name: 'Asger Holm', sex: 'man', birthDay: '2016-03-11', kommune: 'stevns', school: 'Klintskolen', grade: '4', ties: [['trine', 'custody-sole', 'lives-here']] },
  { key: 'ellen', name: 'Ellen Holm', sex: 'woman', birthDay: '2018-06-09', kommune: 'stevns', school: 'Klintskolen', grade: '2', ties: [['trine', 'custody-sole', 'lives-here']] },
]

const adults = [...familyPersonas, ...staffPersonas, ...foreningPersonas]
const adultByKey = new Map(adults.map(one => [one.key, one]))

const home = (kommune: KommuneKey, number: number) => {
  const { postcode, town } = kommuner[kommune]
  return { street: `Eksempelvej ${number}`, postcode, town }
}

function adultRow(one: Persona & { cpr: string }, number: number): RegisteredPerson {
  const kommune = one.kommuneKeys[0] ?? 'slagelse'
  return {
    cpr: one.cpr, name: one.name, birthDay: one.birthDay, kommune, kommuneCode: kommuner[kommune].code,
    address: home(kommune, number), protection: one.addressProtected ? protectedUntil : null, school: null,
    phone: `+45203040${String(number).padStart(2, '0')}`, mail: `${one.key}@familie.example`,
  }
}

const rows = new Map<string, RegisteredPerson>()
adults.forEach((one, at) => {
  if (one.cpr !== null && !rows.has(one.cpr)) rows.set(one.cpr, adultRow({ ...one, cpr: one.cpr }, at + 1))
})

const ties: Array<{ child: string; adult: string; relation: Relation }> = []

/** Children of the register by the key a seed or a test uses, with their fictive CPR. */
export const registeredChildren: Array<{ key: string; cpr: string; name: string }> = childRows.map(row => {
  const cpr = fictiveCpr(row.birthDay, row.sex)
  const carers = row.ties.flatMap(([adultKey, kind, residence, source = 'CPR', fromDay = row.birthDay]) => {
    const adult = adultByKey.get(adultKey)
    if (adult?.cpr == null) return []
    ties.push({ child: cpr, adult: adult.cpr, relation: { kind, residence, source, fromDay } })
    return residence === 'lives-elsewhere' ? [] : [rows.get(adult.cpr)]
  })
  const own = rows.get(cpr)
  rows.set(cpr, {
    cpr, name: row.name, birthDay: row.birthDay, kommune: row.kommune, kommuneCode: kommuner[row.kommune].code,
    address: carers[0]?.address ?? own?.address ?? null, protection: carers[0]?.protection ?? null,
    school: { name: row.school, grade: row.grade }, phone: own?.phone ?? null, mail: own?.mail ?? null,
  })
  return { key: row.key, cpr, name: row.name }
})

/** Every row of the fictive person register. */
export const registerRows = (): RegisteredPerson[] => [...rows.values()]

/** A person with guardians and children, or undefined when the register has no such number. Ten digits, hyphen allowed. */
export function lookUpPerson(cprText: string): RegisterAnswer | undefined {
  const person = rows.get(cprText.replace('-', ''))
  if (person === undefined) return undefined
  const side = (from: 'child' | 'adult', to: 'child' | 'adult') =>
    ties.flatMap(tie => {
      const other = rows.get(tie[to])
      return tie[from] === person.cpr && other ? [{ person: other, relation: tie.relation }] : []
    })
  return { person, guardians: side('child', 'adult'), children: side('adult', 'child') }
}
