import type { PictogramName } from './pictogram-name.ts'

/** What an activity can be about, with what such activities are called and need. Kroner; hours are `HH:MM`. All of it is made up. */
export interface Theme {
  activity: string
  pictogram: PictogramName
  titles: readonly string[]
  line: string
  ages: readonly (readonly [from: number, to: number])[]
  kroner: readonly number[]
  capacity: readonly [from: number, to: number]
  /** How many days on end. */
  days: readonly number[]
  hours: readonly (readonly [from: string, to: string])[]
  equipment: string
  /** Who offers it. */
  by: 'sport' | 'water' | 'outdoors' | 'culture' | 'klub' | 'animals'
}

const mornings = [['09:00', '12:00'], ['09:30', '12:30'], ['10:00', '12:00']] as const
const longDays = [['09:00', '14:00'], ['10:00', '15:00'], ['09:30', '15:00']] as const
const afternoons = [['13:00', '15:30'], ['14:00', '16:00'], ['16:00', '18:30']] as const
const small = [[6, 9], [7, 10], [6, 12]] as const
const middle = [[8, 12], [9, 13], [8, 14], [10, 14]] as const
const big = [[11, 15], [12, 16], [13, 17], [10, 16]] as const

/** Themes of a summer. The first ones of each kind are the most wanted. */
export const themes: readonly Theme[] = [
  { activity: 'svømning', pictogram: 'svoemning', titles: ['Svømmeskole', 'Lær at crawle', 'Sikker i vandet', 'Udspring for begyndere'], line: 'Vi svømmer i små hold og leger til sidst.', ages: small, kroner: [0, 50, 100], capacity: [12, 24], days: [3, 5], hours: mornings, equipment: 'Badetøj og håndklæde', by: 'water' },
  { activity: 'kajak', pictogram: 'kajak', titles: ['Havkajak for begyndere', 'Stand up paddle', 'Sejl en jolle', 'Vandski og wakeboard', 'Fang krabber i havnen'], line: 'Alle får redningsvest, og en voksen sejler med.', ages: big, kroner: [0, 120, 200], capacity: [8, 16], days: [1, 2, 3], hours: longDays, equipment: 'Skiftetøj og sko, der må blive våde', by: 'water' },
  { activity: 'fodbold', pictogram: 'fodbold', titles: ['Fodboldskole', 'Pigefodbold', 'Målmandsskole', 'Panna og gadefodbold', 'Minifodbold'], line: 'Vi spiller mange små kampe, og alle er med hele tiden.', ages: [...small, ...middle], kroner: [0, 0, 100, 250], capacity: [24, 40], days: [1, 3, 5], hours: longDays, equipment: 'Fodboldstøvler eller gummisko', by: 'sport' },
  { activity: 'håndbold', pictogram: 'fodbold', titles: ['Strandhåndbold', 'Håndboldskole', 'Basket i parken', 'Høvdingebold og rundbold'], line: 'Bolde nok til alle, og ingen skal kunne noget i forvejen.', ages: middle, kroner: [0, 0, 60], capacity: [20, 32], days: [1, 2, 3], hours: mornings, equipment: 'Sportstøj og drikkedunk', by: 'sport' },
  { activity: 'gymnastik', pictogram: 'gymnastik', titles: ['Spring og rytme', 'Parkour i byen', 'Trampolinsjov', 'Motorik for de små', 'Cirkusskole'], line: 'Vi bygger baner og øver spring med bløde måtter.', ages: [...small, ...middle], kroner: [0, 40, 80], capacity: [14, 26], days: [1, 2, 4], hours: mornings, equipment: 'Tøj, man kan bevæge sig i', by: 'sport' },
  { activity: 'dans', pictogram: 'dans', titles: ['Hiphop på fire dage', 'Dans og drama', 'Showdans', 'Ballet for begyndere'], line: 'Vi laver en lille opvisning, som familien kan se den sidste dag.', ages: [...small, ...big], kroner: [0, 50, 90], capacity: [14, 24], days: [2, 4], hours: afternoons, equipment: 'Indendørssko', by: 'sport' },
  { activity: 'klatring', pictogram: 'klatring', titles: ['Klatring i træer', 'Klatrevæg for begyndere', 'Rappelling fra tårnet', 'Boulder-eftermiddag'], line: 'Vi klatrer i sele, og en instruktør holder rebet.', ages: middle, kroner: [0, 80, 150], capacity: [8, 14], days: [1, 2], hours: mornings, equipment: 'Lange bukser og sko med bindebånd', by: 'outdoors' },
  { activity: 'spejder', pictogram: 'spejder', titles: ['Bål og snobrød', 'Overnatning i shelter', 'Byg en hule', 'Spejder for en dag', 'Find vej i skoven'], line: 'Vi laver mad over bål og sover måske under åben himmel.', ages: [...small, ...middle], kroner: [0, 0, 30], capacity: [16, 30], days: [1, 2], hours: longDays, equipment: 'Varmt tøj, siddeunderlag og kop', by: 'outdoors' },
  { activity: 'natur', pictogram: 'ude', titles: ['Fossiler og flint', 'Fuglenes vej over Stevns', 'Smådyr i vandhullet', 'Naturvejlederens skattejagt', 'Cykeltur langs klinten', 'Fiskeri fra molen'], line: 'Vi er ude i al slags vejr og undersøger, hvad vi finder.', ages: [...small, ...middle], kroner: [0, 0, 0, 25], capacity: [18, 30], days: [1, 2], hours: mornings, equipment: 'Tøj efter vejret og madpakke', by: 'outdoors' },
  { activity: 'heste og dyr', pictogram: 'ude', titles: ['Striglekursus med ponyer', 'Ridelejr for begyndere', 'Besøg på gården', 'Hundetræning for børn', 'Kaniner på spring'], line: 'Vi passer dyrene, før vi træner med dem.', ages: [...small, ...middle], kroner: [0, 100, 180, 250], capacity: [6, 12], days: [1, 3], hours: mornings, equipment: 'Sko med hæl og lange bukser', by: 'animals' },
  { activity: 'kunst', pictogram: 'kreativ', titles: ['Ler og drejeskive', 'Tegn din egen tegneserie', 'Smykker af strandfund', 'Graffiti på lovlig væg', 'Strik og hækl', 'Akvarel i haven'], line: 'Alle materialer er her, og man får det færdige med hjem.', ages: [...small, ...big], kroner: [0, 0, 40, 75], capacity: [12, 20], days: [1, 2, 3], hours: mornings, equipment: 'Tøj, der må få maling på', by: 'culture' },
  { activity: 'madlavning', pictogram: 'kreativ', titles: ['Kokkeskole', 'Bag dit eget brød', 'Mad fra hele verden', 'Is og saft af bær'], line: 'Vi laver mad sammen og spiser den bagefter.', ages: middle, kroner: [0, 50, 75], capacity: [10, 16], days: [1, 2], hours: longDays, equipment: 'Forklæde og en bøtte til rester', by: 'klub' },
  { activity: 'musik', pictogram: 'musik', titles: ['Spil i band på en uge', 'Trommer og rytmer', 'Sangskriverværksted', 'Prøv alle instrumenterne', 'Lav musik på computer'], line: 'Instrumenterne er her, og man skal ikke kunne spille.', ages: [...middle, ...big], kroner: [0, 0, 60], capacity: [8, 18], days: [2, 3, 5], hours: afternoons, equipment: 'Ingenting', by: 'culture' },
  { activity: 'teater og film', pictogram: 'musik', titles: ['Lav en film med mobilen', 'Teater på fem dage', 'Stopmotion med legetøj', 'Podcast for unge'], line: 'Vi finder på historien sammen og viser den til sidst.', ages: [...middle, ...big], kroner: [0, 0, 50], capacity: [12, 20], days: [2, 3, 5], hours: longDays, equipment: 'Ingenting', by: 'culture' },
  { activity: 'bøger og spil', pictogram: 'kreativ', titles: ['Højtlæsning i hængekøjer', 'Brætspilscafé', 'Sommerbog: læs og vind', 'Skriv dit eget eventyr', 'Escape room på biblioteket'], line: 'Vi hygger med historier og spil, og der er saft.', ages: [...small, ...middle], kroner: [0], capacity: [20, 40], days: [1], hours: afternoons, equipment: 'Ingenting', by: 'culture' },
  { activity: 'teknik', pictogram: 'kreativ', titles: ['Byg en robot', 'Minecraft og byplan', 'Programmér et spil', 'Raketter og eksperimenter', 'Sæbekassebil'], line: 'Vi prøver os frem, og det gør ikke noget, når det går galt.', ages: middle, kroner: [0, 0, 75], capacity: [12, 20], days: [1, 2, 3], hours: longDays, equipment: 'Madpakke', by: 'klub' },
  { activity: 'e-sport', pictogram: 'kreativ', titles: ['E-sport og bevægelse', 'LAN i klubben', 'FIFA og rigtig fodbold'], line: 'En time ved skærmen og en time ude, på skift.', ages: big, kroner: [0, 25], capacity: [16, 24], days: [1, 2], hours: afternoons, equipment: 'Sportstøj', by: 'klub' },
  { activity: 'ture', pictogram: 'ude', titles: ['Tur til badeland', 'Tur til museet ved havet', 'Cykeltur til stranden', 'Dagstur til dyreparken'], line: 'Vi kører i bus sammen, og der er to voksne med på hver ti børn.', ages: [...middle, ...big], kroner: [25, 75, 150], capacity: [24, 40], days: [1], hours: longDays, equipment: 'Madpakke og drikkedunk', by: 'klub' },
  { activity: 'historie', pictogram: 'kreativ', titles: ['Vikinger på stranden', 'Koldkrigens hemmelige gange', 'Riddere og våbenskjolde', 'Arkæolog for en dag'], line: 'Vi prøver selv, hvordan det var.', ages: [...small, ...middle], kroner: [0, 0, 45], capacity: [18, 28], days: [1], hours: mornings, equipment: 'Tøj efter vejret', by: 'culture' },
  { activity: 'badminton', pictogram: 'gymnastik', titles: ['Badminton for alle', 'Bordtennis og turnering', 'Tennisskole', 'Padel for begyndere', 'Golf på en formiddag'], line: 'Ketsjere kan lånes, og vi spiller to og to.', ages: [...middle, ...big], kroner: [0, 0, 60], capacity: [12, 24], days: [1, 2, 3], hours: mornings, equipment: 'Indendørssko', by: 'sport' },
]
