import { languages } from '@medspil/domain/language'
import { expect, test } from 'vitest'
import { chosenLanguage } from './language.tsx'

const phone = (code: string | null) => ({ getItem: () => code })

test.each(languages)('%s valgt før på telefonen tales igen', (code) => expect(chosenLanguage(phone(code))).toBe(code))

test.each([null, 'de', ''])('%s er ikke et valg: dansk', (code) => expect(chosenLanguage(phone(code))).toBe('da'))
