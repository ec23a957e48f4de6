import { makePersonKeys, newId } from '@medspil/db'
import { addDays, completedYears, type Day, day, yearOf } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import type { Chance } from '../life/chance.ts'
import { nameFamily } from '../life/names.ts'
import { asJob, type Ground, morning, type World } from '../life/world.ts'
import { type PlantedRow, planting } from './plant.ts'

/** A child of the town as the crowd sees it. */
export interface TownChild { id: string; guardianId: string; name: string; birthDay: Day; area: string }

const areas = ['Område 1', 'Område 1', 'Område 2', 'Område 3', 'Område 3']
const schools: Record<string, string> = { 'Område 1': 'Klintskolen', 'Område 2': 'Ådalsskolen', 'Område 3': 'Egeskolen' }

/**
 * So many made-up children, one to three in a family, from 6 to 16 years old in the summer. They have no CPR number and
 * nobody can log in as them; their families are reached by mail that leads nowhere.
 */
export async function seedTown(world: World, ground: Ground, count: number, on: Day): Promise<TownChild[]> {
  const { chance } = world
  const children: TownChild[] = []
  const people: PlantedRow[] = []
  const relations: PlantedRow[] = []
  while (children.length < count) {
    const made = nameFamily(chance)
    const surname = made.guardian.split(' ').at(-1) ?? ''
    const area = chance.pick(areas)
    const guardians = [made.guardian, ...(chance.yes(0.6) ? [`${firstNameOf(nameFamily(chance).guardian)} ${surname}`] : [])].map((name) => ({ id: newId(), name }))
    people.push(...guardians.map(({ id, name }) => personRow({ id, name, birthDay: day(`${chance.between(yearOf(on) - 48, yearOf(on) - 30)}-0${chance.between(1, 9)}-1${chance.between(0, 9)}`), area, mail: `familie-${id.slice(-8)}@familie.example`, language: made.language }, on)))
    const size = chance.yes(0.45) ? 1 : chance.yes(0.73) ? 2 : 3
    for (let n = 0; n < size && children.length < count; n += 1) {
      const { gender, child } = n === 0 ? made : nameFamily(chance)
      const one: TownChild = { id: newId(), guardianId: guardians[0]!.id, name: `${firstNameOf(child)} ${surname}`, birthDay: birthDayOf(chance, on), area }
      children.push(one)
      people.push({ ...personRow({ ...one, mail: null, language: 'da' }, on), gender, school: schools[area], grade_value: Math.min(9, Math.max(0, completedYears(one.birthDay, day(`${yearOf(on)}-01-01`)) - 6)), grade_as_of: day(`${yearOf(on)}-01-01`) })
      relations.push(...guardians.map(({ id }) => ({ id: newId(), adult_id: id, child_id: one.id, kind: 'custody', lives_with: true, source: 'CPR', from_day: one.birthDay, to_day: null })))
    }
  }
  await planting(world.database.pool, ground.kommuneId, morning(on), async (plant) => {
    await plant('person', people)
    await plant('relation', relations)
  })
  const ids = people.map(({ id }) => String(id))
  for (let from = 0; from < ids.length; from += 2000) await asJob(world, ground, on, (tx) => makePersonKeys(tx, ids.slice(from, from + 2000)))
  return children
}

/** From 6 to 16 years old half a year ahead; more of the young ones. */
const birthDayOf = (chance: Chance, on: Day): Day => addDays(day(`${yearOf(on) - (chance.yes(0.7) ? chance.between(6, 12) : chance.between(12, 16))}-07-01`), -chance.between(0, 364))

function personRow(facts: { id: string; name: string; birthDay: Day; area: string; mail: string | null; language: string }, on: Day): PlantedRow {
  return {
    id: facts.id, name: facts.name, birth_day: facts.birthDay, gender: null, area: facts.area, postcode: '4660', school: null, grade_value: null, grade_as_of: null,
    name_protected: false, address_protected: false, phone: null, mail: facts.mail, language: facts.language, contact_barred: false, lives_in_kommune: true, created_at: morning(on).at.toISOString(),
  }
}
