/** What a consent can lack. */
export const missingOfConsent = {
  who: 'hvem der sagde ja', when: 'hvornår', how: 'mundtligt eller skriftligt', purpose: 'hvad der blev sagt ja til',
} as const

/** The three parts of a written reason (forvaltningsloven § 24). */
export const partsOfReasons = { rules: 'reglerne', considerations: 'hvad der er lagt vægt på', facts: 'fakta i ansøgningen' } as const

const oneOrMany = (one: string, many: string) => (count: number): string => (count === 1 ? one : `${count} ${many}`)

export const criteriaCount = oneOrMany('et kriterium', 'kriterier')
export const faultCount = oneOrMany('En fejl', 'fejl')
export const problemCount = oneOrMany('En ting', 'ting')
