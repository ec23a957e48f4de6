const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** Today in Denmark, ISO. */
export function todayHere(): string {
  return copenhagen.format(new Date())
}
