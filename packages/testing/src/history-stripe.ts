/** What stands at Stripe after a rush, by our payment's id: øre taken from cards and given back. Nobody's word but Stripe's. */
export interface StripeTruth {
  payments: ReadonlyMap<string, { charged: bigint; charges: number; refunded: bigint }>
  /** Øre that left the payers' banks less what came back to them, by Stripe's own double entry. */
  taken: bigint
}

interface Session { id: string; client_reference_id: string | null; payment_intent: string | null; status: string }
interface Charge { id: string; payment_intent: string; amount: number; status: string }
interface Refund { id: string; payment_intent: string; amount: number; status: string }

/** Reads every session, charge and refund through Stripe's API, and the books behind its balances. @param door.base its address */
export async function readStripe({ base, key }: { base: string; key: string }): Promise<StripeTruth> {
  const every = async <T extends { id: string }>(path: string): Promise<T[]> => {
    const all: T[] = []
    for (;;) {
      const after = all.length > 0 ? `&starting_after=${all.at(-1)!.id}` : ''
      const answer = await fetch(`${base}/v1/${path}?limit=100${after}`, { headers: { authorization: `Bearer ${key}` } })
      if (!answer.ok) throw new Error(`Stripe's ${path}: ${answer.status} ${await answer.text()}`)
      const page = await answer.json() as { data: T[]; has_more: boolean }
      all.push(...page.data)
      if (!page.has_more) return all
    }
  }
  const [sessions, charges, refunds] = [await every<Session>('checkout/sessions'), await every<Charge>('charges'), await every<Refund>('refunds')]
  const ofIntent = new Map(sessions.flatMap((one) => (one.payment_intent === null ? [] : [[one.payment_intent, one.client_reference_id ?? one.id] as const])))
  const payments = new Map<string, { charged: bigint; charges: number; refunded: bigint }>()
  const of = (intent: string) => {
    const id = ofIntent.get(intent) ?? intent
    const known = payments.get(id) ?? { charged: 0n, charges: 0, refunded: 0n }
    payments.set(id, known)
    return known
  }
  for (const { payment_intent: intent, amount, status } of charges) if (status === 'succeeded') { of(intent).charged += BigInt(amount); of(intent).charges += 1 }
  for (const { payment_intent: intent, amount, status } of refunds) if (status === 'succeeded') of(intent).refunded += BigInt(amount)
  const { sums } = await (await fetch(`${base}/stripe/control/books`)).json() as { sums: Record<string, number> }
  return { payments, taken: -BigInt(sums['outside'] ?? 0) }
}
