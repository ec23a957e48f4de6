type Payload = Record<string, unknown> & { grantId?: string; uid?: string; consumed?: number }

type Kept = { payload: Payload; expiresAt: number }

/**
 * Where oidc-provider keeps codes, sessions and grants: in memory, by kind and id, until they expire. A restart forgets
 * the logins under way, which costs a developer one click.
 */
export function loginMemory(): (kind: string) => object {
  const kept = new Map<string, Kept>()
  const live = (key: string) => {
    const found = kept.get(key)
    if (found && found.expiresAt > Date.now()) return found.payload
    kept.delete(key)
    return undefined
  }
  return kind => ({
    async upsert(id: string, payload: Payload, expiresInSeconds: number) {
      kept.set(`${kind}:${id}`, { payload, expiresAt: Date.now() + expiresInSeconds * 1000 })
    },
    find: async (id: string) => live(`${kind}:${id}`),
    findByUid: async (uid: string) => [...kept].find(([key, one]) => key.startsWith(`${kind}:`) && one.payload.uid === uid)?.[1].payload,
    findByUserCode: async () => undefined,
    async consume(id: string) {
      const found = live(`${kind}:${id}`)
      if (found) found.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id: string) {
      kept.delete(`${kind}:${id}`)
    },
    async revokeByGrantId(grantId: string) {
      for (const [key, one] of kept) if (one.payload.grantId === grantId) kept.delete(key)
    },
  })
}
