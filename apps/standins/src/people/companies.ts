import { kommuner } from './kommuner.ts'
import { persona, stableUuid } from './make.ts'
import type { KommuneKey, Persona } from './types.ts'

/** A company as the CVR register shows it. All fictive. */
export type Company = {
  /** 8 digits. */
  cvr: string
  name: string
  kind: 'forening' | 'kommune' | 'private'
  status: 'active' | 'dissolved'
  kommune: KommuneKey
  address: { street: string; postcode: string; town: string }
}

const forening = (cvr: string, name: string, kommune: KommuneKey, street: string, more: Partial<Company> = {}): Company => ({
  cvr, name, kind: 'forening', status: 'active', kommune,
  address: { street, postcode: kommuner[kommune].postcode, town: kommuner[kommune].town }, ...more,
})

/** The fictive company register: the four kommuner, foreninger, one private provider and one that has closed. */
export const companies: Company[] = [
  ...Object.values(kommuner).map(({ cvr, name, key }) => forening(cvr, name, key, 'Rådhuspladsen 1', { kind: 'kommune' })),
  forening('10203042', 'Svømmeklubben Delfinen', 'slagelse', 'Svømmehallen 2'),
  forening('10203158', 'FC Engen', 'slagelse', 'Engvej 14'),
  forening('10203307', 'Spejderne ved Åen', 'slagelse', 'Åstien 5'),
  forening('10203511', 'Klatreklubben Væggen', 'slagelse', 'Hallen 8'),
  forening('10203666', 'Boldklubben Vest', 'slagelse', 'Vestvej 21'),
  forening('10204017', 'BK Storåen', 'holstebro', 'Stadionvej 3'),
  forening('10204122', 'Holstebro Gymnastikforening', 'holstebro', 'Gymnasievej 9'),
  forening('10204238', 'Svømmeklubben Storåen', 'holstebro', 'Badevej 4'),
  forening('10204343', 'Håndboldklubben Nord', 'holstebro', 'Nordhallen 1'),
  forening('10205013', 'Havnens Bokseklub', 'esbjerg', 'Kajgade 7'),
  forening('10205129', 'Esbjerg Strand IF', 'esbjerg', 'Strandby 12'),
  forening('10205234', 'Musikskolens Venner', 'esbjerg', 'Torvegade 30'),
  forening('10206018', 'Rødvig Kajakklub', 'stevns', 'Havnevej 6'),
  forening('10206123', 'Klatring i Store Heddinge', 'stevns', 'Hallen 1'),
  forening('10206239', 'Stevns Rideskole ApS', 'stevns', 'Højerupvej 40', { kind: 'private' }),
  forening('10206344', 'Den Lukkede Bordtennisklub', 'stevns', 'Skolegade 2', { status: 'dissolved' }),
]

const officer = (key: string, name: string, sex: 'woman' | 'man', birthDay: string, role: 'chair' | 'treasurer', cvr: string, tryThis: string): Persona => {
  const company = companies.find(known => known.cvr === cvr)
  if (company === undefined) throw new Error(`No company ${cvr}`)
  return persona({
    key, name, sex, birthDay, role, tryThis, cvr, issuer: 'erhverv', kommuneKeys: [company.kommune], organisation: company.name,
    profession: role === 'chair' ? 'Formand' : 'Kasserer', workId: stableUuid(`work:${key}`),
  })
}

/** Boards of foreninger, with MitID Erhverv. */
export const foreningPersonas: Persona[] = [
  officer('delfinen-chair', 'Helle Vandborg', 'woman', '1976-02-08', 'chair', '10203042', 'Formand for Svømmeklubben Delfinen. Giv årets erklæring, og udgiv et tilbud.'),
  officer('delfinen-treasurer', 'Poul Søby', 'man', '1961-09-30', 'treasurer', '10203042', 'Kasserer i Svømmeklubben Delfinen. Bekræft et kontingent, og se udbetalingen.'),
  officer('storaaen-chair', 'Lars Bro', 'man', '1973-03-21', 'chair', '10204017', 'Formand for BK Storåen i Holstebro. Svar på en tilmelding.'),
  officer('storaaen-treasurer', 'Gerda Enevold', 'woman', '1966-06-15', 'treasurer', '10204017', 'Kasserer i BK Storåen. Skift kontonummer, og se, at det kræver en godkendelse mere.'),
]
