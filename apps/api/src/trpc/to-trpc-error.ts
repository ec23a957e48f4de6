import { TRPCError } from '@trpc/server'
import { randomBytes } from 'node:crypto'
import { Conflict, NotFound, Refused, Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/** PostgreSQL's own words for "somebody else was first": serialisation, deadlock, lock not available. */
const busyCodes = ['40001', '40P01', '55P03']

/**
 * The only translator from our errors to the wire. Runs once, on the result of a procedure. An error nobody foresaw loses
 * its message and keeps its cause in the log; the citizen gets an incident number.
 */
export function toTrpcError(error: unknown): TRPCError {
  const cause = error instanceof TRPCError ? error.cause ?? error : error
  if (cause instanceof Refused) return new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: cause.whyNot.reason, cause })
  if (cause instanceof NotFound) return new TRPCError({ code: 'NOT_FOUND', message: 'not-found', cause })
  if (cause instanceof Conflict) return new TRPCError({ code: 'CONFLICT', message: 'conflict', cause })
  if (cause instanceof Unavailable) return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'unavailable', cause })
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  if (busyCodes.some((code) => JSON.stringify(cause, Object.getOwnPropertyNames(cause ?? {})).includes(code))) return new TRPCError({ code: 'CONFLICT', message: 'busy', cause: new Conflict('busy') })
  const incident = randomBytes(4).toString('hex')
  log('error', 'procedure-failed', { incident, error: cause instanceof Error ? cause : String(cause) })
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'failed', cause: new Incident(incident) })
}

/** Carries the incident number to the error shape. */
export class Incident extends Error {
  readonly number: string
  constructor(number: string) {
    super('failed')
    this.number = number
  }
}
