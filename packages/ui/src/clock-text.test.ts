import { expect, test } from 'vitest'
import { clockFromText, textFromClock } from './clock-text.ts'

test.each([
  ['en hel time', '9', '09:00'],
  ['en hel time med to cifre', '09', '09:00'],
  ['tre cifre', '930', '09:30'],
  ['fire cifre', '0930', '09:30'],
  ['fire cifre om eftermiddagen', '1430', '14:30'],
  ['punktum', '9.30', '09:30'],
  ['kolon', '09:30', '09:30'],
  ['kl. foran', 'kl. 14.30', '14:30'],
  ['kl uden punktum og mellemrum', 'Kl14', '14:00'],
  ['mellemrum omkring', ' 9 : 30 ', '09:30'],
  ['midnat', '0', '00:00'],
  ['et minut i midnat', '23.59', '23:59'],
  ['klokken 24', '24', null],
  ['minut 60', '9.60', null],
  ['halvt skrevet', '9.3', null],
  ['kun et punktum efter', '9.', null],
  ['for mange cifre', '09300', null],
  ['engelsk tid', '2:30 PM', null],
  ['bogstaver', 'ni', null],
  ['et tomt felt', '', null],
])('%s', (_name, typed, clock) => {
  expect(clockFromText(typed)).toBe(clock)
})

test.each([['09:30', '9.30'], ['14:30', '14.30'], ['00:00', '0.00'], ['9.3', '9.3'], ['', '']])('%s står i feltet som %s og læses til det samme', (value, text) => {
  expect(textFromClock(value)).toBe(text)
  expect(clockFromText(text)).toBe(clockFromText(value))
})
