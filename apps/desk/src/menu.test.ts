import { expect, test } from 'vitest'
import { isDeskRole, menu } from './menu.ts'

test('hver rolle har et hjem, og ingen dør står der to gange', () => {
  for (const doors of Object.values(menu)) {
    expect(doors.length).toBeGreaterThan(0)
    expect(new Set(doors.map((door) => door.path)).size).toBe(doors.length)
  }
})

test('kun den, der frigiver eller forbereder, ser udbetaling', () => {
  const roles = Object.entries(menu).filter(([, doors]) => doors.some((door) => door.path === 'udbetaling')).map(([role]) => role)
  expect(roles).toEqual(['caseworker', 'payer'])
})

test('den, der frigiver penge, har ingen dør til børn', () => {
  expect(menu.payer.map((door) => door.path)).not.toContain('boern')
  expect(menu.administrator.map((door) => door.path)).not.toContain('boern')
})

test('en familie og en gæst har ingen plads i skrivebordet', () => {
  expect(['family', 'visitor', 'forening', 'link'].filter(isDeskRole)).toEqual([])
})
