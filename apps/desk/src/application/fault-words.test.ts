import { expect, test } from 'vitest'
import { sayFault } from './fault-words.ts'

const criterion = { criterionId: 'needs-help', says: 'Har brug for hjælp' } as Parameters<typeof sayFault>[1][number]

test('et kriterium nævnes med sine egne ord, ikke med sit navn i reglerne', () => {
  expect(sayFault({ fault: 'judgement-missing', about: 'needs-help' }, [criterion])).toBe('Vurder først: Har brug for hjælp.')
})

test('manglende dele af begrundelsen siges i ord', () => {
  expect(sayFault({ fault: 'reasons-missing', about: 'considerations facts' }, [])).toBe('Skriv begrundelsen færdig: hvad der er lagt vægt på og fakta.')
})

test('en ukendt fejl viser aldrig en kode', () => {
  expect(sayFault({ fault: 'toString', about: null }, [])).toBe('Brevet kan ikke sendes endnu.')
})
