import type { outsiders } from './actors.ts'
import type { ProcedurePath } from './call.ts'

/** Every place in an answer, as `rows[].name`, without what stands there. */
export function keysOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => keysOf(one, `${at}[]`)))]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => [`${at}.${key}`, ...keysOf(inner, `${at}.${key}`)])
}

/** Words that name what no forening and no guide is ever told of a child or its family (promises 8.2.3). What gender of guide a child wishes is told to that guide. */
export const neverTold = /cpr|address(?!ee)|income|reason$|reasonChips|facts|guardian|personId|personKey|birthDay|birthYear|(?<!wishes\.)gender|school|diagnos|familyPays|courseId|applicationId|decision/i

/** Answer of one procedure to one kind of outsider. */
export type OutsiderAnswer = `${ProcedurePath} ${(typeof outsiders)[number]}`
