import type { Environment } from '../env.ts'
import type { Gateways } from './index.ts'
import { checkoutClient } from './checkout-client.ts'
import { messageClient } from './message-client.ts'
import { registryClient } from './registry-client.ts'
import { stripeClient } from './stripe-client.ts'

/** Opens the outside world as the environment names it. Nothing is called until it is needed. */
export function openGateways(env: Environment): Gateways {
  return {
    personRegistry: registryClient({ url: env.REGISTRY_URL, secret: env.REGISTRY_SECRET }),
    transfers: stripeClient({ secretKey: env.STRIPE_SECRET_KEY, base: env.STRIPE_API_BASE, returnUrl: `${new URL(env.DESK_ORIGIN).origin}/l` }),
    checkouts: checkoutClient({ secretKey: env.STRIPE_SECRET_KEY, base: env.STRIPE_API_BASE, familyOrigin: new URL(env.FAMILY_ORIGIN).origin }),
    messages: messageClient({
      smtpUrl: env.SMTP_URL, sms: { url: env.SMS_URL, secret: env.SMS_SECRET },
      digitalPost: { url: env.DIGITAL_POST_URL, secret: env.DIGITAL_POST_SECRET }, domain: new URL(env.FAMILY_ORIGIN).hostname,
    }),
  }
}
