import { expect, test } from 'vitest'
import { chosenLanguage } from './language.ts'

test.each([
  ['ingen cookie', '', 'da'],
  ['et valg blandt andre cookies', 'a=1; medspil-language=ar; b=2', 'ar'],
  ['et sprog, vi ikke har', 'medspil-language=xx', 'da'],
  ['en cookie, der kun ligner', 'xmedspil-language=ar', 'da'],
])('%s', (_name, cookies, language) => {
  expect(chosenLanguage(cookies)).toBe(language)
})
