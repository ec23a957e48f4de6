import { day } from '@medspil/domain/day'
import { kroner } from '@medspil/ledger'
import { expect, test } from 'vitest'
import { printedProgram, type PrintedActivity } from './program.ts'

const kayak: PrintedActivity = {
  title: 'Kajak', description: 'Vi padler.', equipment: 'Håndklæde', organiser: 'Kajakklubben', area: 'Rødvig', audience: { kind: 'ages', from: 10, to: 15 }, capacity: 10, price: kroner(150), supportNeeds: ['Små hold'],
  sessions: [{ day: day('2027-06-29'), timeFrom: '10:00', timeTo: '13:00', place: 'Havnen' }, { day: day('2027-06-30'), timeFrom: '09:30', timeTo: '12:00', place: 'Havnen' }],
}
const reading: PrintedActivity = { ...kayak, title: 'Læseklub', equipment: '', audience: { kind: 'grades', from: 2, to: 4 }, price: kroner(0), supportNeeds: [], organiser: 'Biblioteket', sessions: [{ day: day('2027-06-30'), timeFrom: '09:00', timeTo: '10:00', place: 'Biblioteket' }] }
const told = { address: 'https://familie.example/stevns/ferie', phone: '12 34 56 78', opens: 'Tilmeldingen åbner den 3. maj.' }

test('dag for dag: den første gang har det hele, de næste peger tilbage', () => {
  const printed = JSON.parse(JSON.stringify(printedProgram({ name: 'Aktiv Sommer', fromDay: day('2027-06-28'), toDay: day('2027-08-06') }, [kayak, reading], told)).replaceAll('\u00a0', ' ')) as ReturnType<typeof printedProgram>
  expect(printed.byDay.map(({ heading }) => heading)).toEqual(['Tirsdag den 29. juni', 'Onsdag den 30. juni'])
  expect(printed.byDay[0]).toMatchObject({ later: [], activities: [{ title: 'Kajak', facts: ['Kl. 10.00–13.00, Havnen, Rødvig', 'Også 30. juni', '10–15 år · 10 pladser · 150 kr.', 'Kajakklubben · små hold'], text: 'Vi padler. Medbring: Håndklæde' }] })
  expect(printed.byDay[1]).toMatchObject({ later: ['Kajak kl. 9.30–12.00, begynder 29. juni'], activities: [{ title: 'Læseklub', facts: ['Kl. 9.00–10.00, Biblioteket, Rødvig', '2.–4. klasse · 10 pladser · gratis', 'Biblioteket'] }] })
  expect(printed.know.join(' ')).toContain('https://familie.example/stevns/ferie')
})
