/** A page of our own: path segments of plain letters, a plain query. Nothing that a browser could read as another site. */
const page = /^\/[a-z]{2,20}(\/[a-zA-Z0-9æøå_.-]+)*\/?(\?[a-zA-Z0-9_=&.-]*)?$/

/**
 * Where a login leads. Only pages of the kommune the login is for (ASVS 3.7.2); anything else leads to its front page.
 * @param wanted as it came from the address bar
 */
export function safeReturnTo(kommuneKey: string, wanted: string | null | undefined): string {
  const front = `/${kommuneKey}`
  if (!wanted || wanted.length > 300 || !page.test(wanted) || wanted.includes('..')) return front
  return wanted === front || wanted.startsWith(`${front}/`) || wanted.startsWith(`${front}?`) ? wanted : front
}
