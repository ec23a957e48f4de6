import { dateOf, newId, type Tx } from '@medspil/db'
import { addDays, type Day, day, weekdayOf, yearOf } from '@medspil/domain/day'
import { companies } from '@medspil/standins/personas'
import { makeForening, makeOffer } from '@medspil/testing/factories'
import type { KommuneKey } from './kommuner.ts'

interface OfferFacts { cvr: string; title: string; activity: string; pictogram: string; ageFrom: number; ageTo: number; weekday: number; from: string; to: string; place: string; area: string; kroner: number; capacity: number; travel?: string; supportNeeds?: string[] }

const offers: Record<KommuneKey, OfferFacts[]> = {
  slagelse: [
    { cvr: '10203042', title: 'Svømning, begynder', activity: 'svømning', pictogram: 'svoemning', ageFrom: 6, ageTo: 12, weekday: 2, from: '16:30', to: '17:30', place: 'Svømmehallen', area: 'Område 1', kroner: 750, capacity: 16, travel: 'Bus 901 holder ved døren' },
    { cvr: '10203042', title: 'Svømning, øvet', activity: 'svømning', pictogram: 'svoemning', ageFrom: 9, ageTo: 16, weekday: 4, from: '17:00', to: '18:00', place: 'Svømmehallen', area: 'Område 1', kroner: 900, capacity: 16 },
    { cvr: '10203158', title: 'Fodbold U10', activity: 'fodbold', pictogram: 'fodbold', ageFrom: 7, ageTo: 10, weekday: 1, from: '16:00', to: '17:15', place: 'Engens bane 2', area: 'Område 2', kroner: 650, capacity: 24, travel: '10 minutter på cykel fra Engskolen' },
    { cvr: '10203158', title: 'Fodbold U14, piger', activity: 'fodbold', pictogram: 'fodbold', ageFrom: 11, ageTo: 14, weekday: 3, from: '17:00', to: '18:30', place: 'Engens bane 1', area: 'Område 2', kroner: 850, capacity: 22 },
    { cvr: '10203307', title: 'Spejder, mini', activity: 'spejder', pictogram: 'spejder', ageFrom: 6, ageTo: 9, weekday: 3, from: '17:00', to: '19:00', place: 'Spejderhytten', area: 'Område 3', kroner: 500, capacity: 20, supportNeeds: ['rolige omgivelser'] },
    { cvr: '10203511', title: 'Klatring for børn', activity: 'klatring', pictogram: 'klatring', ageFrom: 8, ageTo: 15, weekday: 5, from: '16:00', to: '17:30', place: 'Hal 8', area: 'Område 1', kroner: 1100, capacity: 12, supportNeeds: ['små hold'] },
    { cvr: '10203666', title: 'Håndbold U12', activity: 'håndbold', pictogram: 'fodbold', ageFrom: 10, ageTo: 12, weekday: 2, from: '17:30', to: '18:45', place: 'Vesthallen', area: 'Område 3', kroner: 900, capacity: 18 },
    { cvr: '10203666', title: 'Boldleg', activity: 'fodbold', pictogram: 'fodbold', ageFrom: 3, ageTo: 6, weekday: 6, from: '10:00', to: '11:00', place: 'Vesthallen', area: 'Område 3', kroner: 450, capacity: 20 },
  ],
  holstebro: [
    { cvr: '10204017', title: 'Fodbold U9', activity: 'fodbold', pictogram: 'fodbold', ageFrom: 6, ageTo: 9, weekday: 1, from: '16:30', to: '17:30', place: 'Storåens bane', area: 'Område 1', kroner: 550, capacity: 24 },
    { cvr: '10204017', title: 'Fodbold U11', activity: 'fodbold', pictogram: 'fodbold', ageFrom: 9, ageTo: 11, weekday: 3, from: '16:30', to: '17:45', place: 'Storåens bane', area: 'Område 1', kroner: 600, capacity: 24 },
    { cvr: '10204122', title: 'Springgymnastik', activity: 'gymnastik', pictogram: 'gymnastik', ageFrom: 7, ageTo: 14, weekday: 4, from: '17:00', to: '18:30', place: 'Gymnastiksalen', area: 'Område 2', kroner: 500, capacity: 20 },
    { cvr: '10204238', title: 'Svømmeskole', activity: 'svømning', pictogram: 'svoemning', ageFrom: 5, ageTo: 11, weekday: 2, from: '16:00', to: '16:45', place: 'Svømmehallen', area: 'Område 2', kroner: 600, capacity: 14 },
    { cvr: '10204343', title: 'Håndbold mix', activity: 'håndbold', pictogram: 'fodbold', ageFrom: 8, ageTo: 13, weekday: 5, from: '16:00', to: '17:15', place: 'Nordhallen', area: 'Område 3', kroner: 580, capacity: 18 },
  ],
  esbjerg: [
    { cvr: '10205013', title: 'Boksning, let øvet', activity: 'boksning', pictogram: 'gymnastik', ageFrom: 10, ageTo: 17, weekday: 2, from: '17:00', to: '18:30', place: 'Kajens træningssal', area: 'Område 1', kroner: 700, capacity: 20 },
    { cvr: '10205129', title: 'Strandhåndbold', activity: 'håndbold', pictogram: 'fodbold', ageFrom: 8, ageTo: 15, weekday: 4, from: '16:30', to: '18:00', place: 'Strandbyhallen', area: 'Område 2', kroner: 650, capacity: 20 },
    { cvr: '10205234', title: 'Spil i band', activity: 'musik', pictogram: 'musik', ageFrom: 10, ageTo: 17, weekday: 3, from: '16:00', to: '17:30', place: 'Torvegade 30', area: 'Område 1', kroner: 950, capacity: 10 },
  ],
  stevns: [
    { cvr: '10206018', title: 'Kajak for unge', activity: 'kajak', pictogram: 'kajak', ageFrom: 12, ageTo: 17, weekday: 3, from: '17:00', to: '18:30', place: 'Rødvig Havn', area: 'Område 1', kroner: 900, capacity: 10 },
    { cvr: '10206123', title: 'Klatreleg', activity: 'klatring', pictogram: 'klatring', ageFrom: 6, ageTo: 12, weekday: 2, from: '16:00', to: '17:00', place: 'Store Heddinge Hallen', area: 'Område 2', kroner: 600, capacity: 12 },
  ],
}

/** The board's yearly word that børneattester are obtained; it holds to 31 December. */
export async function declareAgain(tx: Tx, foreningIds: Iterable<string>): Promise<void> {
  await tx.db.declaration.createMany({ skipDuplicates: true, data: [...foreningIds].map((foreningId) => ({
    kommuneId: tx.kommuneId, id: newId(), foreningId, year: yearOf(tx.now.day), declaredBy: 'Hanne Strand', declaredOn: dateOf(tx.now.day),
  })) })
}

/** One season of a team. */
export interface Season { from: Day; to: Day }

/**
 * Foreninger of the fictive company register with their declarations, and their teams for each season.
 * @returns forening id by CVR, and offers by `title season-year`
 */
export async function seedForeninger(tx: Tx, kommuneKey: KommuneKey, seasons: readonly Season[]): Promise<{ foreningIds: Map<string, string>; offerIds: Map<string, string> }> {
  const foreningIds = new Map<string, string>()
  for (const company of companies.filter(({ kommune, kind, status }) => kommune === kommuneKey && kind !== 'kommune' && status === 'active')) {
    const foreningId = await makeForening(tx, {
      name: company.name, cvr: company.cvr, providerType: company.kind === 'private' ? 'private' : 'approvedFolkeoplysende', mail: `formand-${company.cvr}@forening.example`,
    })
    foreningIds.set(company.cvr, foreningId)
  }
  const offerIds = new Map<string, string>()
  for (const season of seasons) for (const { cvr, from, to, kroner, ...facts } of offers[kommuneKey]) {
    const foreningId = foreningIds.get(cvr)
    if (!foreningId) throw new Error(`no forening ${cvr}`)
    offerIds.set(`${facts.title} ${yearOf(season.from)}`, await makeOffer(tx, {
      ...facts, foreningId, timeFrom: from, timeTo: to, price: BigInt(kroner) * 100n, seasonFrom: season.from, seasonTo: season.to,
      description: `Vi er et hold, hvor alle er med. Kom og prøv ${facts.activity}.`, occurrences: weekly(season, facts.weekday, { timeFrom: from, timeTo: to, place: facts.place }),
    }))
  }
  return { foreningIds, offerIds }
}

function weekly(season: Season, weekday: number, meeting: { timeFrom: string; timeTo: string; place: string }) {
  const days = []
  for (let d = day(season.from); d <= season.to; d = addDays(d, 1)) if (weekdayOf(d) === weekday) days.push({ day: d, ...meeting })
  return days
}
