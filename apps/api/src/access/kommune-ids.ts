import type { Database } from '@medspil/db'

const known = new WeakMap<Database, Map<string, string>>()

/**
 * The id of a kommune by its key; null when there is none. Remembered per process: keys and ids never change, and every
 * request asks.
 */
export async function kommuneIdOf(database: Database, key: string): Promise<string | null> {
  const ids = known.get(database) ?? new Map<string, string>()
  known.set(database, ids)
  const id = ids.get(key) ?? (await database.prisma.kommune.findUnique({ where: { key }, select: { id: true } }))?.id
  if (id) ids.set(key, id)
  return id ?? null
}
