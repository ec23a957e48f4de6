import { createHash } from 'node:crypto'
import { fictiveCpr } from '../cpr.ts'
import type { Persona } from './types.ts'

type Given = Omit<Persona, 'sub' | 'uuid' | 'cpr' | 'addressProtected' | 'level'> & {
  sex: 'woman' | 'man'
  cpr?: string | null
  addressProtected?: boolean
  level?: Persona['level']
}

/** A uuid that is the same in every run, because seeds and tests refer to it. */
export function stableUuid(text: string): string {
  const hex = createHash('sha256').update(`medspil-standin:${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Fills in subject, MitID uuid and fictive CPR from the key and the birth day. */
export function persona({ sex, cpr, ...given }: Given): Persona {
  return {
    ...given,
    sub: stableUuid(`${given.issuer}:${given.key}`),
    uuid: stableUuid(given.issuer === 'erhverv' ? `work:${given.key}` : `human:${given.key}`),
    cpr: cpr === undefined ? fictiveCpr(given.birthDay, sex) : cpr,
    addressProtected: given.addressProtected ?? false,
    level: given.level ?? 'Substantial',
  }
}
