import type { DrawOutcome, DrawRecord } from '@medspil/domain/holiday-program'
import { counted } from './counted.ts'
import { factsIn } from './why-not/facts.ts'

/** One heading of the rule with its sentences, each to stand on a line of its own. */
export type DrawSection = { heading: string; lines: string[] }

/** What the rule of one programme depends on; all of it stands in the published record. */
export type DrawRuleFacts = Pick<DrawRecord, 'mostPerChild' | 'mostTogether' | 'mostNumbers' | 'publicChance' | 'travel'>

const { day } = factsIn('da')
const sayPlaces = (count: number): string => counted(count, 'plads', 'pladser')
const when = (is: boolean, ...lines: string[]): string[] => (is ? lines : [])

const how = ({ mostPerChild, mostTogether, mostNumbers, travel }: DrawRuleFacts): DrawSection => ({
  heading: 'Fra ønsker til pladser',
  lines: [
    'Hvert barn har ét lod. Det er lige meget, hvornår I sender, og hvor mange gange.',
    `Børn, der vil være sammen, deler ét nummer. Det gør de også, når de hænger sammen gennem en ven. Højst ${mostTogether} børn kan hænge sammen.`,
    ...(mostNumbers === 1 ? ['Alle har lige stor chance for at komme først.'] : [
      `Et barn, der gik forgæves før, kan have op til ${mostNumbers} numre. Det bedste af dem tæller.`,
      'En gruppe har lige så mange numre som det barn, der har færrest. Ingen får altså flere numre af at gå sammen.',
    ]),
    'Vi går ned gennem rækken. Hvert barn får det bedste af sine ønsker, som der er plads til.',
    ...(mostPerChild === 1 ? ['Et barn kan få én plads.'] : [
      'Alle får højst én plads i hver runde. Næste runde går den anden vej: den, der valgte sidst, vælger nu først. Sådan bliver vi ved, til der ikke er mere at få.',
      mostPerChild === null ? 'Der er ingen grænse for, hvor mange pladser et barn kan få.' : `Et barn kan få højst ${sayPlaces(mostPerChild)}. Pladser fra før tæller med.`,
    ]),
    `To ting på samme dag skal kunne nås. Vi regner med ${counted(travel.samePlace, 'minut', 'minutter')} samme sted, ${travel.sameArea} i samme område og ${travel.otherArea} til et andet.`,
    'Den, der ikke får sit ønske, står på en venteliste. Den følger den samme række.',
  ],
})

const promised = ({ mostPerChild }: DrawRuleFacts): DrawSection => ({
  heading: 'Det kan I regne med',
  lines: [
    'Ingen får en plads, der ikke er der.',
    'En gruppe kommer ind samlet eller slet ikke.',
    'Intet barn får to ting på samme tid.',
    'Ingen plads står tom, hvis et barn ønsker den og kan få den.',
    ...when(mostPerChild === 1,
      'Ønsker dit barn alene, så skriv ønskerne, som de er. Dit barn kan ikke få mere ved at bytte om på dem, og heller ikke ved at skrive flere eller færre.',
      'Ønsker dit barn alene, kan intet barn med et senere nummer tage en plads, som dit barn hellere ville have.'),
    'Alle kan køre lodtrækningen igen og få det samme, tegn for tegn.',
  ],
})

const limits = ({ mostPerChild, publicChance }: DrawRuleFacts): DrawSection => ({
  heading: 'Det kan en lodtrækning ikke',
  lines: [
    'Den giver ikke flere pladser. Nogle børn får ikke det, de ønsker mest.',
    'En gruppe skal have plads til alle på én gang. Derfor går den oftere forgæves end et barn alene.',
    'Børn, der ønsker sammen, kan finde hinandens lod på listen. Så kan de familier se alle hinandens ønsker.',
    'De, der går sammen, er heldige sammen eller uheldige sammen. En gruppe kan også rykke lidt på de andres chance, både op og ned.',
    ...when(mostPerChild !== 1,
      'Når et barn kan få mere end én plads, er det ikke altid bedst at skrive ønskerne, som de er. Den, der kender de andres ønsker, kan somme tider få mere ved at bytte om.',
      'Vi kunne undgå det ved at lade den første tage alt. Det ville være værre.'),
    'Rækken kommer af et hemmeligt tal. Den, der kender tallet før tid, kan regne rækken ud. Tallet er låst inde, til der er lukket for ønsker.',
    'Før I ønsker, viser vi et løfte om tallet. Løftet viser, at vi ikke har byttet tallet ud siden. Det viser ikke, hvordan vi fandt tallet.',
    ...(publicChance === null
      ? ['Vi blander ikke et tal udefra i. I må altså stole på, at ingen valgte tallet med vilje eller så det før tid.']
      : [`Derfor blander vi et tal udefra i: ${publicChance}. Det kendte ingen, mens I kunne ønske. Så kan ingen have valgt vores tal med vilje.`]),
    'Løftet viser heller ikke, at alle ønsker er talt med. Find dit barns lod på listen, og se efter.',
  ],
})

const check: DrawSection = {
  heading: 'Se efter selv',
  lines: [
    'Dit barn har et lod med tal og bogstaver. Det står der i stedet for navnet.',
    'Gem løftet, før der bliver trukket lod.',
    'Bagefter viser vi det hemmelige tal og listen med alle lod og ønsker.',
    'Tryk på ”Kør igen”. Så trækker din egen telefon lod én gang til og holder svaret op mod vores.',
  ],
}

/** The rule of a draw in plain Danish: how it goes, what is proven about it, what it cannot do, and how to check it. */
export function sayDrawRule(facts: DrawRuleFacts): DrawSection[] {
  return [how(facts), promised(facts), limits(facts), check]
}

/** Names for what an outcome points to: the activity's title by id; how the child's name stands in a sentence, by ticket. */
export type DrawNames = { activity: (id: string) => string; child: (ticket: string) => string }

type Sentences = { readonly [K in DrawOutcome['kind']]: (outcome: Extract<DrawOutcome, { kind: K }>, wished: string, names: DrawNames) => string }

const sentences: Sentences = {
  given: (_outcome, wished) => `Plads på ${wished}.`,
  full: ({ number, places, waits }, wished) => `Nummer ${number} til ${sayPlaces(places)} på ${wished}. Nummer ${waits} på ventelisten.`,
  'group-did-not-fit': ({ size, left, waits }, wished) =>
    `I var ${size}, der ville sammen på ${wished}. Der var ${sayPlaces(left)} tilbage. Nummer ${waits} på ventelisten.`,
  'waits-by-another-wish': (_outcome, wished) => `Venter på ${wished} med et andet af jeres ønsker.`,
  'has-activity': ({ ticket }, wished, { child }) => `${child(ticket)} har plads på ${wished} i forvejen.`,
  'got-better-wish': ({ ticket, activity }, _wished, names) => `${names.child(ticket)} fik et ønske, der stod højere: ${names.activity(activity)}.`,
  'limit-reached': ({ ticket, most }, _wished, { child }) => `${child(ticket)} har ${sayPlaces(most)}. Flere kan et barn ikke få.`,
  clash: ({ ticket, activity, on }, wished, names) =>
    `${names.child(ticket)} kan ikke nå både ${names.activity(activity)} og ${wished} den ${day(on)}.`,
}

/**
 * What became of one wish, as one to three Danish sentences: "Nummer 14 til 12 pladser på Svømning. Nummer 2 på ventelisten."
 * @param wished the title of the activity that was wished for
 */
export function sayDrawOutcome(outcome: DrawOutcome, wished: string, names: DrawNames): string {
  // Outcome and sentence share their kind; TypeScript cannot follow a key that is a variable.
  const sentence = sentences[outcome.kind] as (outcome: DrawOutcome, wished: string, names: DrawNames) => string
  return sentence(outcome, wished, names)
}
