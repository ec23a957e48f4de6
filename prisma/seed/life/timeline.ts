import type { Day } from '@medspil/domain/day'

/** Things that will happen, in the order of their days; what is added for a day already over happens next. */
export class Timeline {
  readonly #events = new Map<Day, (() => Promise<void>)[]>()

  /** Adds an event; `day` of the world's end or later never comes. */
  at(day: Day, event: () => Promise<void>): void {
    this.#events.set(day, [...this.#events.get(day) ?? [], event])
  }

  /** Runs what stands on a day, also what is added to it meanwhile. */
  async run(day: Day): Promise<void> {
    for (let events = this.#events.get(day); events?.length; events = this.#events.get(day)) {
      this.#events.set(day, [])
      for (const event of events) await event()
    }
  }
}
