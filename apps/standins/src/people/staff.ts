import { kommuner } from './kommuner.ts'
import { persona, stableUuid } from './make.ts'
import type { KommuneKey, Persona, PersonaRole } from './types.ts'

type Row = [role: PersonaRole, keySuffix: string, name: string, sex: 'woman' | 'man', birthDay: string, profession: string]

const tryThis: Partial<Record<PersonaRole, string>> = {
  fagperson: 'Giv et fritidspas, eller indstil et barn, på under to minutter.',
  fritidsvejleder: 'Se, hvem der venter i dag, ring, og book en første træning.',
  caseworker: 'Afgør en ansøgning: vurder et kriterium, skriv en begrundelse, send brevet.',
  'ex-caseworker': 'Er stoppet i kommunen, men har stadig sit login. Intet må kunne ses.',
  leader: 'Se tallene: puljen, tragten og hvor mange børn, der stadig er med.',
  preparer: 'Forbered en udbetaling til foreningerne. En anden skal frigive den.',
  payer: 'Frigiv en udbetaling, en anden har forberedt.',
  administrator: 'Læs ordningens regler, lav et udkast, sammenlign, og udgiv en ny version.',
}

const rows: Record<KommuneKey, Row[]> = {
  slagelse: [
    ['fagperson', 'fagperson', 'Sofie Dahl', 'woman', '1985-03-27', 'Lærer'],
    ['fritidsvejleder', 'fritidsvejleder', 'Mette Skov', 'woman', '1990-06-04', 'Fritidsvejleder'],
    ['caseworker', 'caseworker', 'Birgit Holm', 'woman', '1972-02-14', 'Sagsbehandler'],
    ['ex-caseworker', 'ex-caseworker', 'Ulla Winther', 'woman', '1969-05-25', 'Tidligere sagsbehandler'],
    ['leader', 'leader', 'Hanne Krogh', 'woman', '1970-10-19', 'Leder'],
    ['preparer', 'preparer', 'Per Aagaard', 'man', '1978-04-07', 'Økonomimedarbejder'],
    ['payer', 'payer', 'Lone Brandt', 'woman', '1974-12-01', 'Anviser'],
    ['payer', 'payer-2', 'Niels Riis', 'man', '1968-07-13', 'Anviser'],
    ['administrator', 'administrator', 'Tina Falk', 'woman', '1983-09-09', 'Administrator'],
  ],
  holstebro: [
    ['fagperson', 'fagperson', 'Anne Gravgaard', 'woman', '1980-03-16', 'Sundhedsplejerske'],
    ['fritidsvejleder', 'fritidsvejleder', 'Jonas Friis', 'man', '1988-11-28', 'Fritidsvejleder'],
    ['caseworker', 'caseworker', 'Inger Mølgaard', 'woman', '1971-01-20', 'Sagsbehandler'],
    ['ex-caseworker', 'ex-caseworker', 'Ole Sand', 'man', '1966-08-31', 'Tidligere sagsbehandler'],
    ['leader', 'leader', 'Dorte Lykke', 'woman', '1973-06-22', 'Leder'],
    ['preparer', 'preparer', 'Ib Kjær', 'man', '1977-02-03', 'Økonomimedarbejder'],
    ['payer', 'payer', 'Vibeke Nørby', 'woman', '1969-11-11', 'Anviser'],
    ['payer', 'payer-2', 'Kaj Bak', 'man', '1975-05-17', 'Anviser'],
    ['administrator', 'administrator', 'Rikke Damgaard', 'woman', '1984-10-24', 'Administrator'],
  ],
  esbjerg: [
    ['fagperson', 'fagperson', 'Camilla Strand', 'woman', '1986-02-26', 'Familierådgiver'],
    ['fritidsvejleder', 'fritidsvejleder', 'Ahmed Warsame', 'man', '1991-04-18', 'Fritidsvejleder'],
    ['caseworker', 'caseworker', 'Gitte Fisker', 'woman', '1976-09-12', 'Sagsbehandler'],
    ['ex-caseworker', 'ex-caseworker', 'Erik Havn', 'man', '1964-03-08', 'Tidligere sagsbehandler'],
    ['leader', 'leader', 'Lisbeth Vad', 'woman', '1967-12-27', 'Leder'],
    ['preparer', 'preparer', 'Søren Tang', 'man', '1981-06-29', 'Økonomimedarbejder'],
    ['payer', 'payer', 'Karin Bjerg', 'woman', '1970-04-23', 'Anviser'],
    ['payer', 'payer-2', 'Jan Vester', 'man', '1972-08-06', 'Anviser'],
    ['administrator', 'administrator', 'Pia Klit', 'woman', '1982-01-15', 'Administrator'],
  ],
  stevns: [
    ['fagperson', 'fagperson', 'Thomas Klint', 'man', '1987-05-31', 'Pædagog'],
    ['fritidsvejleder', 'fritidsvejleder', 'Maja Strøby', 'woman', '1993-03-10', 'Fritidskoordinator'],
    ['caseworker', 'caseworker', 'Jette Magle', 'woman', '1974-07-02', 'Sagsbehandler'],
    ['ex-caseworker', 'ex-caseworker', 'Preben Lind', 'man', '1965-10-14', 'Tidligere sagsbehandler'],
    ['leader', 'leader', 'Susanne Fakse', 'woman', '1971-11-03', 'Leder'],
    ['preparer', 'preparer', 'Carsten Bøg', 'man', '1979-09-20', 'Økonomimedarbejder'],
    ['payer', 'payer', 'Else Hede', 'woman', '1968-01-28', 'Anviser'],
    ['payer', 'payer-2', 'Finn Rødvig', 'man', '1976-06-11', 'Anviser'],
    ['administrator', 'administrator', 'Line Harring', 'woman', '1985-12-16', 'Administrator'],
  ],
}

const ofKommune = (kommune: KommuneKey): Persona[] =>
  rows[kommune].map(([role, keySuffix, name, sex, birthDay, profession]) => {
    const key = `${kommune}-${keySuffix}`
    return persona({
      key, name, sex, birthDay, role, profession, issuer: 'erhverv', kommuneKeys: [kommune],
      cvr: kommuner[kommune].cvr, organisation: kommuner[kommune].name, workId: stableUuid(`work:${key}`),
      tryThis: `${profession} i ${kommuner[kommune].name}. ${tryThis[role]}`,
    })
  })

/** Everyone employed by a kommune; keys are `<kommune>-<role>`, the second payer ends in `-2`. */
export const staffPersonas: Persona[] = [...ofKommune('slagelse'), ...ofKommune('holstebro'), ...ofKommune('esbjerg'), ...ofKommune('stevns')]
