import { counted } from '../counted.ts'
import { sayKroner as kroner, supportNames } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import type { CitizenWords } from './words.ts'
import { say } from './words.ts'

const { day, moment, weekdays } = factsIn('da')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const years = (count: number) => `${count} år`
const places = (count: number) => counted(count, 'plads', 'pladser')
const free = (count: number) => `Der er ${count === 0 ? 'ingen' : count}.`

/** Danish: the source of the others. */
export const da: CitizenWords = {
  other: 'Det kan vi ikke lige nu. Ring til os, så hjælper vi.',
  whyNot: {
    'link-used-up': () => 'Linket er brugt. Dit svar er gemt. Vil du rette det? Ring til os.',
    'link-expired': () => 'Linket er for gammelt. Ring til os, så sender vi et nyt.',
    'level-too-low': () => 'Dit login er ikke sikkert nok til det her. Log ind med MitID.',
    'too-young-to-log-in': ({ from }) => `Du skal være ${years(from)} for at søge selv. Bed en voksen om at logge ind.`,
    'not-known-here': () => 'Vi kan ikke finde jer her. Ring til os, så ser vi på det.',
    'same-id-other-content': () => 'Svaret er sendt før, men med noget andet i. Hent siden igen, og tjek dine svar.',
    'too-many-tries': () => 'Der er prøvet for mange gange. Vent lidt, og prøv igen.',

    'application-not-there': () => 'Ansøgningen er kommet videre imens. Se under Vores forløb, hvad der sker nu.',
    'consent-withdrawn': ({ on }) => `Du tog dit ja tilbage den ${day(on)}.`,
    'support-not-offered': ({ kind }) => `Vi kan ikke give penge til ${supportNames[kind]} her. Vælg noget andet.`,
    'support-given-twice': ({ kind }) => `Du har valgt ${supportNames[kind]} to gange. Fjern den ene.`,
    'amount-needed': ({ kind }) => `Skriv, hvor meget I søger til ${supportNames[kind]}.`,
    'above-ceiling': ({ kind, most }) => `Vi kan højst give ${kroner(most)} til ${supportNames[kind]}. Skriv et mindre beløb.`,
    'no-door-for-this-role': () => 'Her kan du ikke søge selv. Ring til os, så finder vi en vej.',
    'too-young-to-apply-alone': ({ from }) => `Du skal være ${years(from)} for at søge selv. Bed en voksen om at søge.`,
    'grant-role-not-given': () => 'Vi kan ikke se her, hvem der må søge. Ring til os, så finder vi ud af det.',
    'no-ordning-on-day': ({ next }) => next
      ? `Man kan ikke søge lige nu. I kan søge fra den ${day(next)}.`
      : 'Man kan ikke søge lige nu. Ring til os, og hør, hvad vi ellers kan.',
    'period-not-given': () => 'Vi mangler at vide, hvor længe det gælder. Ring til os.',
    'period-length-not-offered': ({ offered }) => `Vælg en af disse længder: ${offered.join(', ')} ${offered.at(-1) === 1 ? 'måned' : 'måneder'}.`,
    'plan-not-running': ({ firstDay, lastDay }) => `Man kan søge fra den ${day(firstDay)} til den ${day(lastDay)}. Vælg en dag imellem.`,
    'years-used-up': ({ years: count }) => `Barnet har fået hjælp i ${years(count)}. Mere kan vi ikke give. Ring til os om at spare op.`,
    'already-given-once': ({ on }) => `Barnet fik det den ${day(on)}. Man kan få det én gang. Ring, hvis noget er ændret.`,
    'pool-empty': () => 'Der er ikke flere penge i år. Det er ikke jeres skyld. Ring til os om andre muligheder.',
    'waiting-for-pool': () => 'Der er ikke penge lige nu. Ansøgningen venter. I skal ikke gøre noget.',

    'pass-not-offered': () => 'Her giver vi ikke et fritidspas. Ring til os, så hjælper vi på en anden måde.',
    'provider-type-not-accepted': () => 'Passet kan ikke bruges her. Vælg et andet sted.',
    'period-over': ({ lastDay }) => `Tiden er gået. Den sluttede den ${day(lastDay)}. I kan søge igen.`,
    'period-ceiling-reached': ({ ceiling }) => `Barnet har fået det, vi kan give i perioden: ${kroner(ceiling)}.`,
    'fritidspas-not-yet-valid': ({ firstDay }) => `Passet gælder fra den ${day(firstDay)}. Vent til den dag.`,
    'fritidspas-over': ({ lastDay }) => `Passet gælder ikke mere. Det sluttede den ${day(lastDay)}. I kan søge igen.`,
    'provider-type-not-paid': () => 'Passet kan ikke betale her. Vælg et andet sted, eller ring til os.',
    'kind-not-paid': ({ kind }) => `Passet kan ikke betale ${supportNames[kind]}. Ring til os, hvis I er i tvivl.`,
    'purse-too-small': ({ covered, missing }) => `Passet kan betale ${kroner(covered)}. I skal selv betale ${kroner(missing)}.`,
    'hold-not-open': () => 'Pengene er ikke sat af mere. Vælg holdet igen.',
    'hold-timed-out': ({ keptUntil }) => `Pengene var sat af til den ${day(keptUntil)}. Vælg holdet igen.`,
    'fee-higher-than-held': ({ fee, held }) => `Holdet koster nu ${kroner(fee)}. Der er sat ${kroner(held)} af. Sig ja eller nej til den nye pris.`,

    'forening-not-approved': () => 'Foreningen er ikke godkendt endnu. Ring til os, så spørger vi den.',
    'forening-approval-limited': () => 'Foreningen er kun godkendt til noget. Det er ikke det her. Vælg et andet hold.',
    'forening-declaration-missing': () => 'Foreningen mangler at sende os et papir. Prøv igen senere, eller vælg et andet sted.',
    'forening-suspended': () => 'Foreningen tager ikke imod nu. Vælg et andet sted.',
    'forening-closed': () => 'Foreningen er lukket. Vælg et andet sted.',
    'provider-type-excluded': () => 'Passet kan ikke bruges her. Vælg et andet sted.',
    'too-young-for-place': ({ years: age, from, on }) => `Holdet er fra ${years(from)}. Barnet er ${age} den ${day(on)}. Er det forkert? Ring til os.`,
    'too-old-for-place': ({ years: age, to, on }) => `Holdet er til og med ${years(to)}. Barnet er ${age} den ${day(on)}. Er det forkert? Ring til os.`,
    'birth-year-outside': ({ birthYear, from, to }) => `Holdet er for børn født fra ${from} til ${to}. Barnet er født i ${birthYear}. Vælg et andet hold.`,
    'grade-outside': ({ grade, from, to }) => `Holdet er for ${from}. til ${to}. klasse. Barnet går i ${grade}. klasse. Er det forkert? Ring til os.`,
    'grade-unknown': ({ from, to }) => `Holdet er for ${from}. til ${to}. klasse. Skriv, hvilken klasse barnet går i.`,
    'offer-on-other-days': ({ days }) => `Holdet mødes ${weekdays(days)}. Vælg et hold på jeres dage.`,
    'support-need-not-met': () => 'Holdet har ikke den hjælp, I har brug for. Ring til os, så finder vi et andet.',
    'offer-without-trial': () => 'Man kan ikke prøve gratis her. Vælg et andet hold, eller ring til os.',
    'offer-season-over': ({ lastDay }) => `Holdet sluttede den ${day(lastDay)}. Vælg et andet hold.`,

    'activity-not-offered': () => 'Den aktivitet er der ikke her. Vælg en anden.',
    'activity-cancelled': () => 'Aktiviteten er aflyst. Vælg en anden.',
    'signup-not-open-yet': ({ opens }) => `I kan melde jer til fra den ${moment(opens)}. Kom tilbage der.`,
    'signup-closed': ({ closed }) => `Man kunne melde sig til indtil den ${moment(closed)}. Vælg en anden aktivitet.`,
    'activity-over': ({ lastDay }) => `Sidste gang var den ${day(lastDay)}. Vælg noget andet.`,
    'activity-begun': () => 'Den er begyndt, så pladsen kan ikke gives tilbage. Sig til, hvis barnet ikke kommer.',
    'child-limit-reached': ({ limit, next }) => limit === 0
      ? `Et barn kan ikke få plads lige nu.${next ? ` Prøv igen fra den ${moment(next.from)}.` : ' Ring til os, hvis noget er forkert.'}`
      : `Et barn kan få ${places(limit)} lige nu.${next ? ` Fra den ${moment(next.from)} kan I vælge flere.` : ' Meld fra et sted, hvis I vil bytte.'}`,
    'waiting-limit-reached': ({ limit, next }) => limit === 0
      ? `Et barn kan ikke stå på venteliste lige nu.${next ? ` Prøv igen fra den ${moment(next.from)}.` : ' Vælg noget med en ledig plads.'}`
      : `Et barn kan stå på ${counted(limit, 'venteliste', 'ventelister')} lige nu.${next ? ` Fra den ${moment(next.from)} kan I vælge flere.` : ' Gå af en liste, hvis I vil bytte.'}`,
    'waiting-list-full': () => 'Både holdet og ventelisten er fyldt. Vælg et andet hold.',
    'clashes-with-place': ({ on }) => `Barnet har en anden plads den ${day(on)} på samme tid. Meld den fra, eller vælg en anden dag.`,
    'no-time-between-places': ({ on, minutes, needed }) => `Der er kun ${counted(minutes, 'minut', 'minutter')} mellem de to steder den ${day(on)}, og vejen tager ${needed}. Vælg en anden dag, eller sig, at I kan nå det.`,
    'seat-over': ({ heldUntil }) => `Tiden til at betale gik den ${moment(heldUntil)}. Pladsen er gået videre. I kan skrive jer op igen.`,
    'seat-extended-enough': ({ most }) => `I har fået mere tid ${counted(most, 'gang', 'gange')}. Betal nu, eller ring til os.`,
    'payment-of-one-program': () => 'Man kan kun betale for pladser i ét ferieprogram ad gangen.',
    'nothing-to-pay': () => 'Der er ikke noget at betale her nu.',
    'payment-open-already': () => 'Der er allerede en betaling i gang for en af pladserne. Gør den færdig, eller prøv igen om lidt.',
    'group-member-refused': ({ because }) => `I kan ikke alle få plads sammen. ${capital(say(da.whyNot, because) ?? da.other)}`,
    'friend-cannot-come': () => 'En af dem, I vil sammen med, kan ikke komme med her. Spørg hinanden, vælg noget andet, eller tag pladsen alene.',
    'friends-changed': () => 'Gruppen er ændret imens, eller den hører til et andet program. Se under Venner, hvem der er med nu.',
    'holiday-price-stands': ({ price }) => `Prisen i ferieprogrammet er ${kroner(price)} og kan ikke ændres. Skriv den, eller ring til kommunen.`,
    'place-offer-lapsed': ({ deadline }) => `Pladsen var jeres til den ${moment(deadline)}. Nu er den gået videre. I kan skrive jer op igen.`,
    'signup-move-impossible': () => 'Tilmeldingen er ændret imens. Hent siden igen, og se, hvor den står.',
    'no-free-place': ({ ahead }) => `Der er ingen ledig plads endnu. ${ahead === 0 ? 'I står forrest i køen.' : `Der er ${ahead} foran jer.`} Vi skriver, når der er en plads.`,
    'group-needs-more-places': (unit) => `I skal bruge ${places(unit.needs)}. ${free(unit.free)} Vi skriver, når der er nok.`,
    'line-waits-for-group': (unit) => `Dem foran skal bruge ${places(unit.needs)}${unit.needs === 1 ? '' : ' sammen'}. ${free(unit.free)} Derfor venter alle lidt.`,
    'waits-child-limit-reached': ({ limit }) => limit === 0
      ? 'Et barn kan ikke få plads lige nu. I bliver stående på listen.'
      : `Barnet har ${limit === 1 ? 'den ene plads' : `de ${limit} pladser`}, man kan få. Meld fra et sted, så kan det blive jeres tur.`,
    'waits-activity-cancelled': () => 'Aktiviteten er aflyst. Der kommer ingen pladser. Vælg en anden.',
    'program-not-published': () => 'Programmet er ikke klar endnu. Kom tilbage senere.',
    'program-opens-later': ({ opens }) => `Det åbner den ${moment(opens)}. Kom tilbage der.`,
    'wishes-not-open': ({ opens, closes }) => `I kan ønske fra den ${moment(opens)} til den ${moment(closes)}.`,
    'too-many-wishes': ({ most }) => `Et barn kan ønske ${counted(most, 'aktivitet', 'aktiviteter')}. Tag nogle væk.`,
    'wish-not-admitted': ({ because }) => `Et af jeres ønsker passer ikke. ${capital(say(da.whyNot, because) ?? da.other)}`,
    'wishes-changed': () => 'Ønskerne blev ændret et andet sted imens. Se dem igen, og gem så.',
    'friends-over': ({ closed }) => `Programmet lukkede den ${moment(closed)}. Man kan ikke længere gå sammen i en gruppe.`,
    'friend-group-full': ({ most }) => `Gruppen er fuld. Der kan være ${most} børn i en gruppe.`,
    'child-has-friends': () => 'Barnet går allerede med en anden gruppe i programmet. Gå ud af den først.',
    'program-takes-wishes': ({ until }) => `Her trækker vi lod om pladserne.${until ? ` Fra den ${moment(until)} kan I tage dem, der er tilbage.` : ''}`,
    'program-signup-over': ({ closed }) => closed
      ? `Tilmeldingen lukkede den ${moment(closed)}. Ring til os om ledige pladser.`
      : 'Tilmeldingen er lukket. Ring til os om ledige pladser.',

    'occurrence-not-yet': ({ on }) => `Træningen er først den ${day(on)}. Sæt kryds den dag.`,
    'marking-closed': ({ since }) => `Listen lukkede den ${moment(since)}. Ring til kommunen, hvis noget er forkert.`,
    'mark-id-used-otherwise': () => 'Krydset er sat før med et andet svar. Hent listen igen, og se efter.',
    'care-note-over': ({ lastDay }) => `Aktiviteten sluttede den ${day(lastDay)}. Der er ikke mere at skrive.`,
    'absence-too-late': ({ on }) => `Dagen den ${day(on)} er forbi. Ring til os, hvis noget er forkert.`,
    'follow-up-not-asked': () => 'Vi har ikke spurgt endnu. I får en besked, når vi spørger.',
    'follow-up-cancelled': () => 'Vi spørger ikke mere om det her. Tak for jeres tid.',
    'guide-certificate-lapsed': () => 'Guiden kan ikke tage med lige nu. Vi finder en løsning og ringer til jer.',
    'escort-permission-missing': () => 'Vi mangler et ja fra jer. Guiden må først hente barnet, når I har sagt ja.',
    'match-not-active': () => 'Guiden er ikke på mere. Ring til os, hvis I vil have en ny.',
    'match-time-over': ({ endedOn }) => `Tiden med guiden sluttede den ${day(endedOn)}. Ring, hvis I har brug for mere.`,
    'match-move-impossible': () => 'Der er sket noget nyt med jeres guide. Hent siden igen, og se, hvor det står.',
  },
}
