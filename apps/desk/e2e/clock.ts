import { product } from '@medspil/testing/browser'

interface Reading { offsetMs: number; now: string }
interface Step { hours?: number; days?: number; months?: number }

const danish = (at: string, part: 'day' | 'hour') => new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen', ...(part === 'day' ? {} : { hour: '2-digit', hourCycle: 'h23' }),
}).format(new Date(at))

async function move(step: Step | { reset: true }): Promise<Reading> {
  const answer = await fetch(`${product.standins}/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(step) })
  if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`)
  // The servers look at the clock twice a second.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return answer.json() as Promise<Reading>
}

const read = async () => (await fetch(`${product.standins}/clock.json`)).json() as Promise<Reading>

/** The product's time, as the stand-ins tell it. */
export const clock = {
  /** Milliseconds ahead of this machine. */
  offset: async () => (await read()).offsetMs,
  /** Today in the product, ISO, in Denmark. */
  today: async () => danish((await read()).now, 'day'),
  reset: () => move({ reset: true }),
  /** The next one o'clock: an hour at which lists and questions are sent, also after summer time has come or gone on the way. */
  async midday() {
    const { now } = await move({ reset: true })
    await move({ hours: (37 - Number(danish(now, 'hour'))) % 24 })
  },
  forward: (step: Step) => move(step),
  /** Forward to a day, at the same hour. @param day ISO */
  async to(day: string) {
    const days = Math.round((Date.parse(day) - Date.parse(await clock.today())) / 86_400_000)
    if (days > 0) await move({ days })
  },
}
