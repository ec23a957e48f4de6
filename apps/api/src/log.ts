const cprPattern = /\b\d{6}[- ]?\d{4}\b/g

/**
 * One JSON line to standard output. CPR-like digits are blotted out and line breaks encoded, whatever was passed in.
 * `alarm` wakes a person.
 * @param event past participle in kebab-case, such as `payout-line-sent`
 */
export function log(level: 'info' | 'warn' | 'error' | 'alarm', event: string, facts: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }, (_, value) =>
    typeof value === 'bigint' ? String(value) : value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value)
  process.stdout.write(`${line.replace(cprPattern, '••••••-••••')}\n`)
}
