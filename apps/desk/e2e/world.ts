import { type BrowserContext, openBrowser, openContext, type Page, picture, product, sizes } from '@medspil/testing/browser'
import { afterAll, beforeAll, it } from 'vitest'
import { clock } from './clock.ts'
import { faultsOf } from './look.ts'

export interface World {
  /** A person at a device of their own, whose clock shows the product's time. The same name gives the same device. */
  at(who: string, size: keyof typeof sizes): Promise<Page>
  /** Everything any page was found to lack so far. */
  faults: string[]
  /** Looks at the page as it stands: axe, sideways scroll, and a picture. */
  look(page: Page, name: string): Promise<void>
}

/**
 * The ground of one walk: a browser, and the clock set to midday. Afterwards the clock is today's again. Its steps stand in one
 * file and need each other, so after one that failed the rest are skipped.
 */
export function openWorld(): World & { step: (name: string, act: () => Promise<void>) => void } {
  const devices = new Map<string, { context: BrowserContext; page: Page; shown: number }>()
  const faults: string[] = []
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let failedAt: string | null = null
  beforeAll(async () => {
    browser = await openBrowser()
    await clock.midday()
  })
  afterAll(async () => {
    await clock.reset()
    await browser.close()
  })
  return {
    faults,
    async at(who, size) {
      const offset = await clock.offset()
      let device = devices.get(who)
      if (!device) {
        const context = await openContext(browser, size)
        device = { context, page: await context.newPage(), shown: 0 }
        devices.set(who, device)
      }
      if (device.shown !== offset) {
        await device.context.addInitScript(moveDate, offset - device.shown)
        device.shown = offset
      }
      return device.page
    },
    async look(page, name) {
      faults.push(...(await faultsOf(page, name)))
    },
    step: (name, act) => it(name, async (test) => {
      if (failedAt) test.skip(`after a failed step: ${failedAt}`)
      failedAt = name
      await act().catch(async (failure: unknown) => {
        for (const [who, { page }] of devices) await picture(page, `fejl-${who}`).catch(() => {})
        throw failure
      })
      failedAt = null
    }),
  }
}

/** Runs in the page, before its own scripts: a phone's clock goes with the days that pass. */
function moveDate(ms: number): void {
  const Real = globalThis.Date
  globalThis.Date = class extends Real {
    constructor(...given: [] | [string | number | Date]) {
      if (given.length === 0) super(Real.now() + ms)
      else super(...given)
    }

    static override now() {
      return Real.now() + ms
    }
  } as DateConstructor
}

/** Addresses of one kommune in both apps. */
export const addressesOf = (kommune: string) => ({ family: `${product.family}/${kommune}`, desk: `${product.desk}/${kommune}` })
