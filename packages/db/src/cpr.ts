import { cprIndex } from './keyring.ts'
import type { Tx } from './as-actor.ts'

/** A CPR number in memory. It shows itself masked wherever it might leak: logs, JSON, templates. */
export class Cpr {
  readonly #digits: string

  private constructor(digits: string) {
    this.#digits = digits
  }

  /**
   * Reads ten digits, with or without hyphen. Modulus 11 is not asked for: numbers without it are valid (cpr.dk).
   * @returns null when the text is not ten digits with a date in front; a day from 61 to 91 is a fictive test number
   */
  static parse(text: string): Cpr | null {
    const digits = text.replace(/[\s-]/g, '')
    if (!/^\d{10}$/.test(digits)) return null
    const dayPart = Number(digits.slice(0, 2)) % 60
    const month = Number(digits.slice(2, 4))
    return dayPart >= 1 && dayPart <= 31 && month >= 1 && month <= 12 ? new Cpr(digits) : null
  }

  /** The digits, for sealing and for the person registry only. */
  reveal(): string {
    return this.#digits
  }

  /** The keyed look-up value in the transaction's kommune. */
  index(tx: Tx): Uint8Array<ArrayBuffer> {
    return new Uint8Array(cprIndex(tx.keys, tx.kommuneId, this.#digits))
  }

  toString(): string {
    return '••••••-••••'
  }

  toJSON(): string {
    return this.toString()
  }
}
