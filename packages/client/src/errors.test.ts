import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { hasNoPage, whyMissing } from './errors.ts'

const silence = new TRPCClientError('fetch failed')
const answered = (code: string) => Object.assign(new TRPCClientError(code), { data: { code } })
// The rule that took the page away: red twin of the rows where it stays.
const whenEverItFails = ({ isError }: { isError: boolean }) => isError

test.each([
  ['et svar', { isError: false, data: 'side', error: null }, false, false],
  ['intet svar endnu', { isError: false, data: undefined, error: null }, false, false],
  ['intet svar, heller ikke før', { isError: true, data: undefined, error: silence }, true, true],
  ['tavshed, mens siden står der', { isError: true, data: 'side', error: silence }, false, true],
  ['en server i stykker, mens siden står der', { isError: true, data: 'side', error: answered('INTERNAL_SERVER_ERROR') }, false, true],
  ['en dør, der er låst nu', { isError: true, data: 'side', error: answered('NOT_FOUND') }, true, true],
])('%s: er der ingen side at vise?', (_name, query, isGone, twin) => {
  expect(hasNoPage(query)).toBe(isGone)
  expect(whenEverItFails(query)).toBe(twin)
})

const calm = { isFetching: false, isFetchedAfterMount: true, isPaused: false, isError: false }
// The rule that believed any list: red twin of the rows where it may be old.
const believesTheList = () => 'none'

test.each([
  ['læst, mens siden stod der', calm, 'none', true],
  ['læst for nylig og ikke forældet', { ...calm, isFetchedAfterMount: false }, 'none', true],
  ['læst, mens siden stod der, og læses igen', { ...calm, isFetching: true }, 'none', true],
  ['fra før, og læses igen', { ...calm, isFetchedAfterMount: false, isFetching: true }, 'asking', false],
  ['fra før, og uden net', { ...calm, isFetchedAfterMount: false, isPaused: true }, 'unanswered', false],
  ['fra før, og kunne ikke læses', { ...calm, isError: true }, 'unanswered', false],
  ['fra før, og prøves igen efter en fejl', { ...calm, isError: true, isFetching: true }, 'asking', false],
])('%s: hvad betyder det, at rækken mangler?', (_name, list, means, twinAgrees) => {
  expect(whyMissing(list)).toBe(means)
  expect(believesTheList() === means).toBe(twinAgrees)
})
