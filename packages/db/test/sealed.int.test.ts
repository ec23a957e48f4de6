import { createCipheriv } from 'node:crypto'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeKommune, makePerson } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { open, openDatabase, openKeyring, rewrapPersonKeys, seal, type Tx } from '../src/index.ts'

const twin = vi.hoisted(() => ({ emptyPlace: false }))
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  const careless = <C extends { setAAD(bytes: Buffer): unknown }>(cipher: C): C => {
    const set = cipher.setAAD.bind(cipher)
    cipher.setAAD = (bytes: Buffer) => set(twin.emptyPlace ? Buffer.alloc(0) : bytes)
    return cipher
  }
  return {
    ...real, createCipheriv: (...args: Parameters<typeof real.createCipheriv>) => careless(real.createCipheriv(...args) as never),
    createDecipheriv: (...args: Parameters<typeof real.createDecipheriv>) => careless(real.createDecipheriv(...args) as never),
  }
})

const test = withDatabase()
const now = at('2026-08-03')
const people = 40
let kommuneIds: string[] = []
const inKommune = <T>(kommuneId: string, work: (tx: Tx) => Promise<T>) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work)

beforeAll(async () => {
  kommuneIds = [(await makeKommune(test().admin)).id, (await makeKommune(test().admin)).id]
})

interface Place { kommuneId: string; personId: string; column: string }

/** Two people of one kommune and the first one's namesake, with the very same id and key, in another. */
async function plantPlaces(): Promise<{ places: Place[]; values: Uint8Array<ArrayBuffer>[] }> {
  const [here, there] = kommuneIds as [string, string]
  const [first, second] = await inKommune(here, async (tx) => [await makePerson(tx), await makePerson(tx)]) as [string, string]
  await inKommune(there, (tx) => makePerson(tx, { id: first }))
  const places = [here, there].flatMap((kommuneId) => ['cpr_sealed', 'address_sealed'].map((column) => ({ kommuneId, personId: first, column })))
  places.push({ kommuneId: here, personId: second, column: 'cpr_sealed' })
  const values: Uint8Array<ArrayBuffer>[] = []
  for (const place of places) values.push(await inKommune(place.kommuneId, (tx) => seal(tx, fieldOf(place), `secret of ${place.column}`)))
  return { places, values }
}

const fieldOf = ({ personId, column }: Place) => ({ personId, table: 'person', rowId: personId, column })
const opens = (place: Place, value: Uint8Array<ArrayBuffer>) => inKommune(place.kommuneId, (tx) => open(tx, fieldOf(place), value)).then(() => true, () => false)

/** Every value in every place but its own. @returns what opened there */
async function swapAll(): Promise<{ tried: number; opened: string[] }> {
  const { places, values } = await plantPlaces()
  const opened: string[] = []
  let tried = 0
  for (const [at_, place] of places.entries()) {
    if (!(await opens(place, values[at_]!))) throw new Error('a value must open where it stands')
    for (const [other, value] of values.entries()) {
      if (other === at_) continue
      tried += 1
      if (await opens(place, value)) opened.push(`${places[other]!.column} as ${place.column}`)
    }
  }
  return { tried, opened }
}

describe('Forseglede felter', () => {
  it('åbner kun dér, hvor de står: ikke i en anden række, kolonne eller kommune', async () => {
    const { tried, opened } = await swapAll()
    console.log(`sealed: ${tried} swaps between rows, columns and kommuner, ${opened.length} opened`)
    expect(tried).toBe(20)
    expect(opened).toEqual([])
  })

  it('rød tvilling: uden sted i forseglingen kan felter byttes', async () => {
    twin.emptyPlace = true
    const { opened } = await swapAll().finally(() => { twin.emptyPlace = false })
    console.log(`red twin: empty additional data, ${opened.length} swaps opened`)
    expect(opened.length).toBeGreaterThan(0)
  })

  it('én ændret byte åbner ikke', async () => {
    const { places: [place], values: [value] } = await plantPlaces()
    const spoiled = Uint8Array.from(value!)
    spoiled[20] = (spoiled[20] ?? 0) ^ 1
    expect(await opens(place!, spoiled)).toBe(false)
    expect(createCipheriv).toBeDefined()
  })

  it('nøglen skiftes, mens der læses: ingen læsning fejler, og bagefter afvises den gamle', async () => {
    const kommuneId = (await makeKommune(test().admin)).id
    const sealedOf = new Map<string, Uint8Array<ArrayBuffer>>()
    await inKommune(kommuneId, async (tx) => {
      for (let n = 0; n < people; n += 1) {
        const personId = await makePerson(tx)
        sealedOf.set(personId, await seal(tx, fieldOf({ kommuneId, personId, column: 'address_sealed' }), `Vej ${n}`))
      }
    })
    const { rows: [old] } = await test().admin.query('select person_id, wrapped from person_key where kommune_id = $1 limit 1', [kommuneId])
    const [key1, key2] = [`1:${Buffer.alloc(32, 7).toString('base64')}`, `2:${Buffer.alloc(32, 9).toString('base64')}`]
    const during = openDatabase(test().urlOf('app'), openKeyring([key2, key1]), 4)
    const after = openDatabase(test().urlOf('app'), openKeyring([key2]), 2)
    const as = <T>(database: typeof during, work: (tx: Tx) => Promise<T>) => database.asActor(job(kommuneId), { now, procedure: 'test' }, work)
    const readAll = async (database: typeof during) => {
      let failed = 0
      for (const [personId, value] of sealedOf)
        await as(database, (tx) => open(tx, fieldOf({ kommuneId, personId, column: 'address_sealed' }), value)).catch(() => { failed += 1 })
      return failed
    }
    let [reads, failed, wrapped] = [0, 0, 0]
    const reading = (async () => { for (let round = 0; round < 3; round += 1) { failed += await readAll(during); reads += people } })()
    for (let last = 1; last > 0; wrapped += last) last = await as(during, (tx) => rewrapPersonKeys(tx, 7))
    await reading
    const failedAfter = await readAll(after)
    console.log(`rotation: ${wrapped} person keys wrapped anew during ${reads} reads, ${failed} failed; ${failedAfter} fail with the new key alone`)
    expect([wrapped, failed, failedAfter]).toEqual([people, 0, 0])
    await test().admin.query('update person_key set wrapped = $3, key_id = 1 where kommune_id = $1 and person_id = $2', [kommuneId, old.person_id, old.wrapped])
    await expect(as(after, (tx) => open(tx, fieldOf({ kommuneId, personId: old.person_id, column: 'address_sealed' }), sealedOf.get(old.person_id)!))).rejects.toThrow('key 1 is not held any more')
    await Promise.all([during.close(), after.close()])
  }, 60_000)
})
