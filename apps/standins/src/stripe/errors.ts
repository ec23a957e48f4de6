/** A refusal in Stripe's own words; thrown by handlers and sent as Stripe's error shape. */
export class StripeRefusal extends Error {
  readonly status: number
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  readonly code: string | undefined
  readonly param: string | undefined

  constructor(status: number, message: string, more: { type?: StripeRefusal['type']; code?: string; param?: string } = {}) {
    super(message)
    this.status = status
    this.type = more.type ?? 'invalid_request_error'
    this.code = more.code
    this.param = more.param
  }

  /** The body of the answer. */
  body(): object {
    return { error: { message: this.message, type: this.type, ...(this.code && { code: this.code }), ...(this.param && { param: this.param }) } }
  }
}

/** 404 for an id that does not exist, as Stripe words it. */
export const missing = (kind: string, id: string, param = 'id') =>
  new StripeRefusal(404, `No such ${kind}: '${id}'`, { code: 'resource_missing', param })

/** 400 for a bad parameter. */
export const invalid = (message: string, param?: string, code?: string) =>
  new StripeRefusal(400, message, { ...(param && { param }), ...(code && { code }) })
