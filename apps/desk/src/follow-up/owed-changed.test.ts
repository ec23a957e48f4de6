import type { AppError } from '@medspil/client'
import { expect, test } from 'vitest'
import { hasOwedChanged } from './owed-changed.ts'

const failed = (data: object | null) => ({ message: 'nej', data }) as AppError
const refused = (reason: string) => failed({ code: 'UNPROCESSABLE_CONTENT', whyNot: { reason } })

test.each<[string, AppError, boolean]>([
  ['der skyldes intet mere', refused('nothing-owed'), true],
  ['banken ser på betalingen', refused('bank-still-looks'), true],
  ['der skyldes et andet beløb', refused('owed-changed'), true],
  ['der skyldes noget alligevel', refused('still-owed'), true],
  ['opgaven er væk', failed({ code: 'NOT_FOUND' }), true],
  ['en dag, der ikke kan være', refused('paid-on-other-days'), false],
  ['login er for gammelt', refused('proof-too-old'), false],
  ['intet svar', failed(null), false],
  ['en server i stykker', failed({ code: 'INTERNAL_SERVER_ERROR' }), false],
])('%s: skal beløbet hentes igen?', (_, error, again) => {
  expect(hasOwedChanged(error)).toBe(again)
})
