import type pg from 'pg'

/**
 * What becomes of a commit. `as-if`: every deferred rule is asked, then all is undone, so that a mutation can be tried on
 * many actors in one world. The crashes cut the connection before the server hears the word, or before we hear its answer.
 */
export type CommitFate = 'commit' | 'as-if' | 'crash-before' | 'crash-after'

/** The switch for a pool's commits. */
export interface Commits {
  /** The fate of every commit from now on. */
  fate: CommitFate
  /** Commits that met their fate since the switch was made. */
  seen: number
}

type Query = (...args: unknown[]) => Promise<unknown>
interface Cuttable { query: Query; connection: { stream: { destroy(): void; once(event: 'close', then: () => void): void } } }

/**
 * Lets a test decide what becomes of each commit on a pool. Call before the pool's first use: it reaches the connections
 * that are opened afterwards. Both Prisma's transactions and hand-written ones pass here.
 */
export function governCommits(pool: pg.Pool): Commits {
  const commits: Commits = { fate: 'commit', seen: 0 }
  pool.on('connect', (opened) => {
    const client = opened as unknown as Cuttable
    const query = client.query.bind(client) as Query
    opened.on('error', () => {})
    client.query = async (...args) => {
      const [what] = args as [string | { text?: string }]
      const text = typeof what === 'string' ? what : what.text ?? ''
      if (!/^\s*commit/i.test(text)) return query(...args)
      commits.seen += 1
      if (commits.fate === 'commit') return query(...args)
      if (commits.fate === 'as-if') {
        await query('set constraints all immediate')
        return query('rollback')
      }
      if (commits.fate === 'crash-after') await query(...args)
      const { stream } = client.connection
      await new Promise<void>((closed) => { stream.once('close', closed); stream.destroy() })
      throw new Error('the connection was cut at its commit')
    }
  })
  return commits
}
