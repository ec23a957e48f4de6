/**
 * A clock as it is typed in Denmark, `9`, `930`, `9.30`, `kl. 09:30`, as the contract's `09:30` of 24 hours; null when no such
 * minute exists.
 */
export function clockFromText(typed: string): string | null {
  const found = /^(?:kl\.?)?\s*(\d{1,2})(?:\s*[.:]?\s*(\d{2}))?$/i.exec(typed.trim())
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** `9.30` of `09:30`, as Danes write it; what is no clock stands as it was typed. */
export function textFromClock(value: string): string {
  const clock = clockFromText(value)
  return clock === null ? value : clock.replace(/^0/, '').replace(':', '.')
}
