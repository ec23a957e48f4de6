import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** From February the summer that is open for sign-up lies within the main line's four months, which would begin and end it; in June the seed opens the next one. */
const isSummerNear = [1, 2, 3, 4].includes(new Date().getMonth())
const furthest = isSummerNear ? ['holiday-days', 'main-line'] : ['main-line', 'holiday-days']

/** The walks share one product and one clock. What is over stays over when the clock goes back, and what months brought about is still being worked off: the way that goes furthest ahead comes last. */
const order = ['keyboard', 'holiday', 'friends', 'thin-steps', 'holiday-draw', 'programme', ...furthest].map((walk) => `${walk}.e2e.test.ts`)

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => order.indexOf(basename(moduleId))
    return files.sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.e2e.test.ts'],
    // One person after the other, as the clock of the product is one for all.
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // What is polled is a page or a worker, on a machine that others may use.
    expect: { poll: { timeout: 15_000 } },
  },
})
