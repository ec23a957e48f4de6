import type { PictogramName } from '@medspil/ui'

/** Those who work in the desk after a login; the words are the server's own. */
export type DeskRole = 'fagperson' | 'caseworker' | 'fritidsvejleder' | 'payer' | 'leader' | 'administrator' | 'fritidsguide'

/** A door of the menu: `path` below the kommune. */
export interface MenuDoor {
  path: string
  text: string
  pictogram: PictogramName
}

const today: MenuDoor = { path: 'i-dag', text: 'I dag', pictogram: 'kalender' }
const children: MenuDoor = { path: 'boern', text: 'Børn', pictogram: 'familie' }
const guides: MenuDoor = { path: 'guider', text: 'Guider', pictogram: 'guide' }
const foreninger: MenuDoor = { path: 'foreninger', text: 'Foreninger', pictogram: 'pas' }
const inbox: MenuDoor = { path: 'indbakke', text: 'Indbakke', pictogram: 'brev' }
const pool: MenuDoor = { path: 'pulje', text: 'Pulje', pictogram: 'pulje' }
const payouts: MenuDoor = { path: 'udbetaling', text: 'Udbetaling', pictogram: 'laas' }
const books: MenuDoor = { path: 'regnskab', text: 'Regnskab', pictogram: 'laas' }
const figures: MenuDoor = { path: 'tal', text: 'Tal', pictogram: 'tal' }
const spotCheck: MenuDoor = { path: 'stikproeve', text: 'Stikprøve', pictogram: 'oeje' }
const ordninger: MenuDoor = { path: 'ordninger', text: 'Ordninger', pictogram: 'papir' }
const give: MenuDoor = { path: 'giv', text: 'Giv eller indstil', pictogram: 'pas' }
const givenByMe: MenuDoor = { path: 'mine-boern', text: 'Mine børn', pictogram: 'familie' }
const holidays: MenuDoor = { path: 'ferie', text: 'Ferieprogram', pictogram: 'ude' }
const trips: MenuDoor = { path: 'ture', text: 'Mine ture', pictogram: 'gang' }

/**
 * Which doors each role sees, the first one being its home. It only hides what would be locked anyway: who may do what is
 * decided by the server's table and the database.
 */
export const menu: Record<DeskRole, readonly [MenuDoor, ...MenuDoor[]]> = {
  fagperson: [give, givenByMe, today],
  caseworker: [inbox, children, pool, payouts, figures],
  fritidsvejleder: [today, children, guides, foreninger, holidays, figures],
  payer: [payouts, pool],
  leader: [figures, holidays, pool, books, spotCheck],
  administrator: [ordninger, holidays, pool, figures],
  fritidsguide: [trips],
}

/** What each role is called on the screen. */
export const roleNames: Record<DeskRole, string> = {
  fagperson: 'Fagperson',
  caseworker: 'Sagsbehandler',
  fritidsvejleder: 'Fritidsvejleder',
  payer: 'Anviser',
  leader: 'Leder',
  administrator: 'Administrator',
  fritidsguide: 'Fritidsguide',
}

/** Whether the one who is asking has a place in the desk. */
export function isDeskRole(kind: string): kind is DeskRole {
  return kind in menu
}
