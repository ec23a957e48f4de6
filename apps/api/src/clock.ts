import type { Now } from '@medspil/db'
import { day } from '@medspil/domain/day'

/** Tells the moment. Injected everywhere; tests and the seed bring their own. */
export type Clock = () => Now

const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' })

const quarterMs = 900_000
let known = { quarter: Number.NaN, day: day('1970-01-01'), hour: 0 }

/** The moment as verbs take it: instant, Danish calendar day and Danish hour. */
export function nowAt(at: Date): Now {
  // No zone's hour turns within a quarter, and asking the calendar costs more than the rest of a small request.
  const quarter = Math.floor(at.getTime() / quarterMs)
  if (known.quarter !== quarter) {
    const parts = Object.fromEntries(local.formatToParts(at).map((part) => [part.type, part.value]))
    known = { quarter, day: day(`${parts['year']}-${parts['month']}-${parts['day']}`), hour: Number(parts['hour']) }
  }
  return { at, day: known.day, hour: known.hour }
}

/** The machine's clock. */
export const systemClock: Clock = () => nowAt(new Date())

/**
 * The machine's clock moved by the stand-ins, so that three months pass in three clicks. The offset is asked for twice a
 * second; while the stand-ins are away the last one holds.
 */
export function movableClock(url: string): { clock: Clock; stop: () => void } {
  let offsetMs = 0
  const ask = async () => {
    const answer = await fetch(`${url}/clock.json`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    if (answer?.ok) offsetMs = ((await answer.json()) as { offsetMs: number }).offsetMs
  }
  void ask()
  const timer = setInterval(() => void ask(), 500)
  timer.unref()
  return { clock: () => nowAt(new Date(Date.now() + offsetMs)), stop: () => clearInterval(timer) }
}
