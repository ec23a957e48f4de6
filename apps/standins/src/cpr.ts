/** Fictive CPR numbers: 60 is added to the day of birth, so that none can belong to a living person (cpr.dk). */

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** True when the ten digits pass modulus 11. Numbers that fail may still be right (cpr.dk). */
export function passesModulus11(cpr: string): boolean {
  return weights.reduce((sum, weight, at) => sum + weight * Number(cpr[at]), 0) % 11 === 0
}

/**
 * The same fictive number for the same birth day, sex and order, ten digits.
 * @param birthDay ISO day, 1937–2036
 * @param order 0 for the first person born that day, 1 for the next
 * @param modulus11 'fails' gives a number that a modulus 11 check would wrongly refuse
 */
export function fictiveCpr(birthDay: string, sex: 'woman' | 'man', order = 0, modulus11: 'passes' | 'fails' = 'passes'): string {
  const [year = '', month = '', day = ''] = birthDay.split('-')
  const date = `${Number(day) + 60}${month}${year.slice(2)}`
  const first = Number(year) >= 2000 ? 4000 : 1000
  let left = order
  for (let serial = first; serial < first + 1000; serial += 1) {
    const cpr = `${date}${String(serial).padStart(4, '0')}`
    if ((serial % 2 === 0) !== (sex === 'woman')) continue
    if (passesModulus11(cpr) !== (modulus11 === 'passes')) continue
    if (left === 0) return cpr
    left -= 1
  }
  throw new Error(`No fictive CPR left for ${birthDay}`)
}

/** Finds anything that looks like a CPR, real or fictive, with or without hyphen or space: the canary of mail, SMS and Stripe. */
export function holdsCpr(text: string): boolean {
  return /(?<![\dA-Za-z])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\dA-Za-z])/.test(text)
}
