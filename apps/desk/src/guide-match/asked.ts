import type { RankInput } from '@medspil/contracts/guide-match'

/** What the guides are ranked by. It stays out of the address, since it is about a child. */
export type Asked = Pick<RankInput, 'weekday' | 'wishes'>

/** The beginning for a child nobody has asked yet. */
export const nothingWished: Asked = { weekday: 1, wishes: { gender: null, languages: [], interests: [], ageFrom: null, ageTo: null } }
