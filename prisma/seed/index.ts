import { type Now, openDatabase, openKeyring, type Tx } from '@medspil/db'
import { addDays, type Day, day, monthOf, yearOf } from '@medspil/domain/day'
import pg from 'pg'
import { readEnvironment } from '@medspil/api/testing'
import { openAccounts } from './accounts.ts'
import { seedForeninger } from './foreninger.ts'
import { seedHolidays } from './holiday/index.ts'
import { type KommuneKey, kommuneIds, seedKommuner } from './kommuner.ts'
import { chanceFrom } from './life/chance.ts'
import { seedLife } from './life/index.ts'
import type { Ground } from './life/world.ts'
import { seedOrdninger } from './ordninger.ts'
import { seedGuides, seedStaff } from './people.ts'
import { seedProgramme } from './programme.ts'

const need = (name: string): string => process.env[name] ?? (() => { throw new Error(`${name} is missing: run this through npm start`) })()
const say = (line: string) => process.stdout.write(`${line}\n`)

const today: Day = day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format(new Date()))
/** 1 August of the last whole school year: where the simulated life begins. */
const schoolYear = yearOf(today) - (monthOf(today) >= 8 ? 1 : 2)
const begins = day(`${schoolYear}-08-01`)
const at = (d: Day): Now => ({ at: new Date(`${d}T08:00:00.000Z`), day: d, hour: 10 })

const admin = new pg.Pool({ connectionString: need('DATABASE_URL_ADMIN'), max: 2 })
const { rows } = await admin.query('select 1 from kommune limit 1')
if (rows.length > 0 && !(await admin.query(`select 1 from kommune where settings ->> 'seeded' is null limit 1`)).rowCount) {
  say('The demo data is there already')
  process.exit(0)
}
if (rows.length > 0) throw new Error('A seed was interrupted before. Start over with: npm start -- --reset')

const env = readEnvironment()
// A seed that is cut off starts over, so it need not wait for the disk.
const seedUrl = new URL(env.DATABASE_URL_APP)
seedUrl.searchParams.set('options', '-c synchronous_commit=off')
const database = openDatabase(seedUrl.toString(), openKeyring(env.MASTER_KEY), 6)
await seedKommuner(admin)
const grounds: Ground[] = []
for (const kommuneKey of Object.keys(kommuneIds) as KommuneKey[]) {
  const kommuneId = kommuneIds[kommuneKey]
  const asJob = <T>(d: Day, work: (tx: Tx) => Promise<T>) => database.asActor({ kind: 'job', kommuneId, id: null, name: 'seed' }, { now: at(d), procedure: 'seed' }, work)
  const seasons = [0, 1, 2].map((n) => ({ from: day(`${schoolYear + n}-08-01`), to: day(`${schoolYear + n + 1}-06-30`) })).filter(({ from }) => from <= addDays(today, 60))
  const ground = await asJob(begins, async (tx) => ({
    staff: await seedStaff(tx, kommuneKey, env.OIDC_ERHVERV_ISSUER), ordninger: await seedOrdninger(tx, kommuneKey), ...await seedForeninger(tx, kommuneKey, seasons),
  }))
  const guides = await asJob(today, (tx) => seedGuides(tx, kommuneKey, env.OIDC_MITID_ISSUER))
  const summer = ground.ordninger.get('aktiv-sommer')
  const programme = summer && await asJob(today, (tx) => seedProgramme(tx, { ordningId: summer.ordningId, versionId: [...summer.versionIds.values()].at(-1) ?? '' }, ground.foreningIds, today))
  grounds.push({ kommuneKey, kommuneId, guides, programme: programme ?? null, ...ground })
  say(`${kommuneKey}: ${ground.staff.size} employees, ${ground.foreningIds.size} foreninger, ${ground.offerIds.size} teams`)
}
const transfers = await openAccounts({ env, database, grounds, at: at(begins) })
const world = { database, admin, env, transfers, begins, today, chance: chanceFrom(2026), grounds, say }
await seedLife(world)
const lived = Date.now()
// A chance of its own: a day more of life must not make another town.
await seedHolidays({ ...world, chance: chanceFrom(2027) })
say(`holidays took ${((Date.now() - lived) / 1000).toFixed(1)} s`)
await admin.query(`update kommune set settings = settings || '{"seeded": true}'`)
await database.close()
await admin.end()
process.exit(0)
