import { expect, test } from 'vitest'
import { formatCount, formatCountdown, formatDay, formatDays, formatLanguageName, formatMoney, formatNames, formatShare, formatSpan, formatTime, formatTimes, hardSpaces } from './format.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('hele kroner står uden ører', () => {
  expect(plain(formatMoney(160_000n))).toBe('1.600 kr.')
  expect(plain(formatMoney(0n))).toBe('0 kr.')
})

test('ører står med komma', () => {
  expect(plain(formatMoney(1_250n))).toBe('12,50 kr.')
  expect(plain(formatMoney(5n))).toBe('0,05 kr.')
})

test('et minus bliver ved beløbet, også under én krone', () => {
  expect(plain(formatMoney(-5n)).replace('−', '-')).toBe('-0,05 kr.')
  expect(plain(formatMoney(-160_000n)).replace('−', '-')).toBe('-1.600 kr.')
})

test('store beløb mister ingen ører', () => {
  expect(plain(formatMoney(900_719_925_474_099_301n))).toBe('9.007.199.254.740.993,01 kr.')
})

test('beløb og kr. deles aldrig af et linjeskift', () => {
  expect(formatMoney(85_000n)).not.toContain(' ')
})

test('dage på dansk', () => {
  expect(plain(formatDay('2026-08-30', 'da', 'long'))).toBe('søndag den 30. august 2026')
  expect(plain(formatDay('2026-08-06', 'da', 'day'))).toBe('6. august')
  expect(plain(formatDay('2026-08-03', 'da', 'weekday'))).toBe('mandag den 3. august')
  expect(plain(formatDays('2026-07-06', '2026-07-08'))).toBe('6.–8. juli 2026')
})

test('dagen og måneden deles aldrig af et linjeskift', () => {
  expect(formatDay('2026-08-06', 'da', 'day')).toBe('6.\u00a0august')
})

test('arabisk bruger de tal, der står på danske papirer', () => {
  expect(formatDay('2026-08-30', 'ar')).toMatch(/30.*2026/)
})

test('en ukrainsk dato bærer intet punktum med ind i sætningen', () => {
  expect(plain(formatDay('2026-08-14', 'uk'))).toBe('14 серпня 2026')
  expect(plain(formatDays('2026-07-06', '2026-07-08', 'uk'))).toMatch(/^6.8 липня 2026$/)
})

test('faste led holdes sammen', () => {
  expect(hardSpaces('hverdage kl. 9–15 efter § 35 for 850 kr.')).toBe('hverdage kl.\u00a09–15 efter §\u00a035 for 850\u00a0kr.')
})

test('klokkeslæt', () => {
  expect(plain(formatTime('16:30'))).toBe('kl. 16.30')
  expect(plain(formatTime('09:05'))).toBe('kl. 9.05')
  expect(plain(formatTimes('16:00', '16:45'))).toBe('kl. 16.00–16.45')
  expect(formatTime('9:05', 'en')).toBe('09:05')
})

test('antal og andele', () => {
  expect(formatCount(1600)).toBe('1.600')
  expect(plain(formatShare(0.703))).toBe('70 %')
})

test('hvor længe der er til, i højst to enheder', () => {
  expect([187_200, 10_900, 3_600, 725, 60, 40].map((seconds) => plain(formatSpan(seconds)))).toEqual(['2 dage 4 timer', '3 timer 1 minut', '1 time', '12 minutter', '1 minut', '40 sekunder'])
  expect(formatSpan(187_200, 'ar')).not.toContain('day')
  expect([725, 60.2, 0].map(formatCountdown)).toEqual(['12:05', '1:01', '0:00'])
})

test('navne i række, som sproget siger det', () => {
  expect(formatNames(['Alma', 'Bo', 'Carl'])).toBe('Alma, Bo og Carl')
  expect(formatNames(['Alma', 'Bo'], 'en')).toBe('Alma and Bo')
  expect([formatLanguageName('en'), formatLanguageName('ar', 'en'), formatLanguageName('tegnsprog')]).toEqual(['engelsk', 'Arabic', 'tegnsprog'])
})
