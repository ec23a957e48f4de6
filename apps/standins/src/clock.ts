import { Hono } from 'hono'
import { danishTime, html, page } from './page.ts'
import type { Store } from './store.ts'

/**
 * The simulated clock: the machine's own plus an offset. It only carries business time (days, deadlines, Stripe's
 * `created`). Security times (tokens, sessions, signature headers) stay on the machine's clock, or each jump would
 * make every login look expired.
 */
export type Clock = {
  /** Simulated milliseconds since 1970. */
  now(): number
  offsetMs(): number
  /** Moves forward; a month keeps the day of the month where it exists (31 January + 1 month = 28 or 29 February). */
  advance(step: { hours?: number; days?: number; months?: number }): void
  reset(): void
}

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** A clock whose offset survives restarts in `store`. */
export function openClock(store: Store): Clock {
  const kept = store.collection<number>('clock')
  const clock: Clock = {
    now: () => Date.now() + clock.offsetMs(),
    offsetMs: () => kept.get('offsetMs') ?? 0,
    advance({ hours = 0, days = 0, months = 0 }) {
      const from = new Date(clock.now())
      const to = new Date(from)
      to.setUTCDate(1)
      to.setUTCMonth(to.getUTCMonth() + months)
      const lastOfMonth = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
      to.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth))
      kept.put('offsetMs', clock.offsetMs() + to.getTime() - from.getTime() + days * dayMs + hours * hourMs)
    },
    reset: () => void kept.put('offsetMs', 0),
  }
  return clock
}

const steps = [
  { label: '+1 time', hours: 1 }, { label: '+1 dag', days: 1 }, { label: '+14 dage', days: 14 }, { label: '+1 måned', months: 1 }, { label: '+3 måneder', months: 3 },
]

/**
 * `GET /clock.json` → `{ offsetMs, now }`; `POST /clock` with `{ hours }`, `{ days }`, `{ months }` or `{ reset: true }` as JSON
 * (answers the same shape) or as a form (goes back to the page).
 */
export function clockRoutes(clock: Clock): Hono {
  const reading = () => ({ offsetMs: clock.offsetMs(), now: new Date(clock.now()).toISOString() })
  return new Hono()
    .get('/clock.json', c => c.json(reading()))
    .get('/clock', c => {
      if (!(c.req.header('accept') ?? '').includes('text/html')) return c.json(reading())
      return c.html(page('Uret', html`
<p class="fact">I Medspil er det <b>${danishTime(clock.now())}</b>. ${clock.offsetMs() === 0 ? 'Det er det samme som her.' : 'Uret er stillet frem.'}</p>
<p>Spring frem for at se opfølgningerne blive sendt. Du kan ikke gå tilbage til før noget, der allerede er sket; det gør kun en nulstilling.</p>
<div>${steps.map(({ label, hours, days, months }) => html`<form class="line" method="post" action="/clock"><input type="hidden" name="hours" value="${hours ?? 0}"><input type="hidden" name="days" value="${days ?? 0}"><input type="hidden" name="months" value="${months ?? 0}"><button>${label}</button></form>`)}
<form class="line" method="post" action="/clock"><input type="hidden" name="reset" value="true"><button>Nulstil til i dag</button></form></div>`))
    })
    .post('/clock', async c => {
      const isJson = (c.req.header('content-type') ?? '').includes('json')
      const asked: Record<string, unknown> = isJson ? await c.req.json() : await c.req.parseBody()
      const [hours, days, months] = ['hours', 'days', 'months'].map((part) => Number(asked[part] ?? 0)) as [number, number, number]
      if ([hours, days, months].some((count) => !Number.isInteger(count) || count < 0)) return c.json({ error: 'hours, days and months are whole and not negative' }, 400)
      if (asked['reset'] !== undefined) clock.reset()
      else clock.advance({ hours, days, months })
      return isJson ? c.json(reading()) : c.redirect('/clock', 303)
    })
}
