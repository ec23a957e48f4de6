/** NSIS assurance levels, in rising order. */
export const nsisLevels = ['Low', 'Substantial', 'High'] as const
export type NsisLevel = (typeof nsisLevels)[number]
