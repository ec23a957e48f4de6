import { expect, it } from 'vitest'
import type Stripe from 'stripe'
import { freshStandins, officialClient, postJson } from '../testing.ts'

it('en betaling fra før demonstrationen er betalt, har ingen fortalt om, og kan gives tilbage til øren', async () => {
  const standins = await freshStandins()
  const control = (path: string, body: unknown) => postJson(`${standins.url}/stripe/control/${path}`, body)
  const stripe = officialClient(standins.url)
  const payments = [1, 2].map(n => ({ payment: `p-${n}`, kommune: 'stevns', text: 'Aktiv Sommer', amount: 15_000 * n }))
  const { planted: [first, second] } = await control('checkout/plant', { payments }) as { planted: { session: string; intent: string; charge: string }[] }
  const session: Stripe.Checkout.Session = await stripe.checkout.sessions.retrieve(second!.session)
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', amount_total: 30_000, client_reference_id: 'p-2', payment_intent: second!.intent })
  expect(await stripe.paymentIntents.retrieve(second!.intent)).toMatchObject({ status: 'succeeded', amount_received: 30_000, latest_charge: second!.charge, metadata: { kommune: 'stevns', payment: 'p-2' } })
  expect((await stripe.balance.retrieve()).available[0]?.amount).toBe(45_000)
  expect(await stripe.refunds.create({ payment_intent: first!.intent, amount: 15_000 })).toMatchObject({ status: 'succeeded', amount: 15_000, charge: first!.charge })
  const books = await (await fetch(`${standins.url}/stripe/control/books`)).json() as { sums: Record<string, number> }
  expect(Object.values(books.sums).reduce((sum, one) => sum + one, 0)).toBe(0)
  await standins.close()
})
