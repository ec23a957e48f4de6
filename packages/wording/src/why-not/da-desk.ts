import { counted } from '../counted.ts'
import { sayKroner as kroner, sayList, supportNames } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import { criteriaCount, faultCount, missingOfConsent, partsOfReasons, problemCount } from './da-desk-words.ts'
import type { DeskReason, WhyNotWords } from './words.ts'

const { day, moment, weekdays } = factsIn('da')

/** What staff, guides and the boards of foreninger are told. States stay out of the sentences: the page shows them. */
export const daDesk: WhyNotWords<DeskReason> = {
  'proof-too-old': () => 'Vis dit login igen. Det her kræver, at det er under 5 minutter gammelt.',

  'letter-not-sendable': ({ faults }) => `Brevet kan ikke sendes endnu. ${faultCount(faults.length)} skal rettes først.`,

  'own-interest': () => 'Du er selv part i sagen eller i familie med barnet. Bed en kollega om at tage den.',

  'consent-incomplete': ({ missing }) => `Samtykket mangler: ${sayList(missing.map((part) => missingOfConsent[part]))}.`,
  'consent-missing': () => 'Der er intet samtykke til det her. Spørg familien, og skriv svaret ned.',
  'consent-must-be-written': () => 'Ordningen kræver et skriftligt samtykke. Bed familien om at skrive under.',
  'consent-in-the-future': ({ givenOn }) => `Samtykket er dateret den ${day(givenOn)}, som ikke er kommet endnu. Ret datoen.`,
  'hearing-needed': ({ criteria }) => `Familien har ikke set ${criteriaCount(criteria.length)}, der taler imod. Hør den først.`,
  'hearing-still-open': ({ deadline }) => `Familien kan svare til og med den ${day(deadline)}. Afgør bagefter.`,
  'hearing-exemption-without-reason': () => 'Skriv, hvorfor familien ikke skal høres.',
  'person-must-decide': ({ because }) => because === 'judged'
    ? 'Et kriterium kræver et skøn. Det kan kun et menneske afgøre.'
    : 'Kun et fuldt ja gives af reglerne. Alt andet afgør et menneske.',
  'facts-still-missing': ({ criteria }) => `Der mangler oplysninger til ${criteriaCount(criteria.length)}. Spørg familien.`,
  'judgement-missing': ({ criteria }) => `Vurder ${criteriaCount(criteria.length)} først.`,
  'judgement-without-reason': ({ criteria }) => `Skriv begrundelsen for ${criteriaCount(criteria.length)}.`,
  'judgement-not-asked-for': ({ criteria }) => `${criteria.length === 1 ? 'Et kriterium' : 'Nogle kriterier'} er afgjort af reglerne og skal ikke vurderes.`,
  'criteria-not-met': ({ kind, criteria }) => `Der kan ikke gives ${supportNames[kind]}: ${criteriaCount(criteria.length)} er ikke opfyldt.`,
  'support-not-asked-for': ({ kind }) => `Familien har ikke søgt om ${supportNames[kind]}.`,
  'more-than-asked-for': ({ kind, given, asked }) => `Der er søgt ${kroner(asked)} til ${supportNames[kind]}. Der kan ikke gives ${kroner(given)}.`,
  'grant-above-pool': ({ given, free, then }) => `Puljen har ${kroner(free)} fri, og der gives ${kroner(given)}. ${then === 'queue' ? 'Lad ansøgningen vente på puljen.' : 'Giv en del, eller tal med din leder.'}`,
  'no-ground-for-less': ({ kinds }) => `Der gives mindre til ${sayList(kinds.map((kind) => supportNames[kind]))}, end der er søgt om, men ingen regel siger det. Giv det hele, eller vurder et kriterium.`,
  'reasons-missing': ({ parts }) => `Begrundelsen mangler: ${sayList(parts.map((part) => partsOfReasons[part]))}.`,
  'child-view-missing': () => 'Skriv, hvad barnet selv siger, eller hvorfor det ikke er spurgt.',
  'legal-basis-missing': () => 'Ordningen mangler sit retsgrundlag. Bed administratoren skrive det.',

  'profession-not-listed': ({ profession, listed }) => `Ordningen er åben for ${sayList(listed)}, ikke for ${profession}. Spørg en af dem.`,
  'no-open-case': ({ profession }) => `Kun den ${profession}, der har barnet nu, kan give det.`,
  'ordning-not-publishable': ({ problems }) => `Ordningen kan ikke udgives endnu. ${problemCount(problems.length)} skal løses først.`,
  'rules-not-readable': ({ faults }) => `Reglerne kan ikke læses. ${faultCount(faults.length)} skal rettes.`,
  'pool-promised-too-little': ({ asked, promised }) => `Puljen har lovet ${kroner(promised)}. ${kroner(asked)} kan ikke tages derfra.`,
  'pool-cut-below-promises': ({ wanted, bound }) => `${kroner(bound)} er lovet eller brugt. Puljen kan ikke sættes ned til ${kroner(wanted)}.`,

  'decision-replaced': () => 'Der er en nyere afgørelse. Brug den.',
  'fritidspas-not-expired': ({ lastDay }) => `Passet gælder til og med den ${day(lastDay)} og kan ikke udløbe før.`,

  'forening-payment-details-missing': ({ rail }) => rail === 'stripe'
    ? 'Foreningen har ingen konto at få penge på. Kassereren skal oprette den.'
    : 'Foreningen har ingen NemKonto på sit CVR-nummer. Kassereren skal tale med sin bank.',
  'forening-named-receiver-missing': () => 'Foreningen mangler en navngiven modtager af beskeder.',
  'forening-stripe-not-ready': ({ missing }) => `Kontoen hos Stripe mangler: ${sayList(missing)}.`,
  'declaration-not-asked': () => 'Foreningen er ikke bedt om en erklæring. Der er intet at give.',
  'forening-points-open': ({ points }) => `${points.length === 1 ? 'Et punkt' : `${points.length} punkter`} på tjeklisten mangler et svar.`,
  'forening-move-impossible': () => 'Foreningen er ændret imens. Hent siden igen.',
  'offer-incomplete': ({ missing }) => `Tilbuddet mangler: ${sayList(missing)}.`,
  'offer-not-moderated': () => 'Tilbuddet er ikke set igennem af kommunen endnu.',
  'offer-move-impossible': () => 'Tilbuddet er ændret imens. Hent siden igen.',
  'fewer-places-than-children': () => 'Der er flere børn på holdet end pladser. Skriv et højere tal.',
  'program-move-impossible': () => 'Programmet er ændret imens. Hent siden igen.',
  'wishes-still-open': ({ closes }) => `Der kan ønskes til den ${moment(closes)}. Træk lod bagefter.`,
  'draw-held-already': () => 'Lodtrækningen er holdt. Den kan ikke holdes igen.',
  'public-chance-missing': ({ announced }) => `Skriv det tal, som programmet har lovet at trække lod med: ${announced}.`,
  'program-plan-faulty': ({ faults }) => `Programmet kan ikke udgives endnu. ${problemCount(faults.length)} skal rettes først.`,
  'program-not-draft': () => 'Programmet er udgivet. Sæt det tilbage til kladde, før du retter i det.',
  'program-has-signups': ({ children }) => `${children === 1 ? '1 barn har' : `${children} børn har`} allerede søgt plads. Programmet kan ikke blive en kladde igen.`,
  'program-takes-no-activities': ({ answerBy }) => `${answerBy ? `Fristen var den ${day(answerBy)}` : 'Programmet er åbnet for familierne'}. Ring til kommunen, hvis noget skal rettes.`,
  'activity-faulty': ({ faults }) => `Aktiviteten er ikke færdig. ${problemCount(faults.length)} skal rettes først.`,
  'activity-promised': () => 'Børn har fået eller ønsket plads, eller pladser er reserveret. Dage, tider, alder og pris kan ikke ændres mere. Aflys aktiviteten, hvis den ikke kan holdes.',
  'capacity-below-taken': ({ lowest }) => `${counted(lowest, 'plads', 'pladser')} er taget eller reserveret. Færre kan der ikke være.`,
  'holiday-days-turned': () => 'Ferien slutter, før den begynder. Ret dagene.',

  'guide-not-active': () => 'Guiden er ikke aktiv.',
  'guide-certificate-missing': () => 'Guiden har ingen børneattest. Kommunen skal hente den først.',
  'guide-hours-used': ({ hoursLeft, hoursNeeded }) => `Guiden har ${counted(hoursLeft, 'time', 'timer')} tilbage. Der skal bruges ${hoursNeeded}.`,
  'guide-follows-enough-children': ({ children, most }) => `Guiden følger ${counted(children, 'barn', 'børn')}. ${most} er det højeste.`,
  'guide-cannot-that-day': ({ weekday }) => `Guiden kan ikke om ${weekdays([weekday])}en.`,
  'guide-too-far-away': ({ metres, most }) => `Der er ${kilometres(metres)} km til barnet. Guiden tager højst ${kilometres(most)} km.`,
  'guide-outside-area': ({ area }) => `Guiden kører ikke i ${area}.`,
  'guide-not-cleared-for-protection': () => 'Guiden er ikke godkendt til børn med beskyttet adresse.',
  'guide-said-no-before': () => 'Guiden har sagt nej før.',
  'guide-move-impossible': () => 'Guiden er ændret imens. Hent siden igen.',
  'trip-move-impossible': () => 'Turen er ændret imens. Hent siden igen.',
  'no-further-fading': () => 'Barnet går allerede selv.',
  'ordning-without-guide': () => 'Barnets ordning giver ingen fritidsguide. Søg en ordning, der gør.',
  'match-open-already': () => 'Barnet har allerede en guide, eller en er spurgt. Afslut det først.',
  'follow-up-move-impossible': () => 'Opfølgningen er ændret imens. Hent siden igen.',

  'cell-limit-too-low': ({ lowest }) => `Tal under ${lowest} vises ikke. Grænsen kan ikke sættes lavere.`,
  'too-few-for-curve': ({ children, limit }) => `Der er ${counted(children, 'barn', 'børn')}. Kurven vises først ved ${limit}.`,

  'claim-step-skipped': () => 'Kravet er ændret imens. Hent siden igen.',
  'declaration-missing-at-check': ({ year }) => `Foreningen mangler erklæringen om børneattester for ${year}.`,
  'forening-not-approved-at-check': () => 'Foreningen var ikke godkendt til ordningen, da kravet blev tjekket.',
  'claim-above-fee': ({ claimed, fee }) => `Der kræves ${kroner(claimed)}, men foreningen tager ${kroner(fee)}.`,
  'claim-not-covered-by-hold': ({ claimed, held }) => `Der kræves ${kroner(claimed)}, men passet har sat ${kroner(held)} af.`,
  'expense-paid-elsewhere': ({ paidBy }) => `Udgiften er betalt af ${paidBy}.`,
  'payout-empty': () => 'Der er ingen linjer at betale.',
  'claim-twice-in-payout': () => 'Et krav står på to linjer. Fjern den ene.',
  'payout-step-skipped': () => 'Udbetalingen er ændret imens. Hent siden igen.',
  'same-person-prepared': () => 'Du har gjort udbetalingen klar. En anden skal frigive den.',
  'same-person-approved': () => 'Du har allerede frigivet den. Den næste godkendelse skal være en andens.',
  'payout-lines-changed': () => 'Linjerne er ændret, siden du så dem. Se dem igennem igen.',
  'role-may-not-release': () => 'Din rolle kan ikke frigive penge.',
  'amount-above-cap': ({ total, cap }) => `Udbetalingen er på ${kroner(total)}. Du kan frigive op til ${kroner(cap)}.`,
  'further-approval-needed': ({ given, needed }) => `Kontooplysninger er ændret for under 7 dage siden. ${given} af ${needed} har godkendt.`,
  'payout-not-sent': () => 'Udbetalingen er ikke sendt endnu.',
  'claim-in-payout': () => 'Pengene er på vej. Vent på banken, og kræv dem så tilbage.',
  'claim-partly-set-off': ({ setOff }) => `${kroner(setOff)} er modregnet. Betal resten først, så kan det hele kræves tilbage.`,
  'claim-already-ended': () => 'Kravet er afsluttet. Der er intet at tage tilbage.',
  'fee-stands': ({ becauseOf }) => becauseOf === 'never-came'
    ? 'Barnet kom ikke, men ordningen lader foreningen beholde pengene.'
    : 'Barnet er meldt ud, men ordningen lader foreningen beholde pengene.',
  'clawback-step-skipped': () => 'Tilbagekravet er ændret imens. Hent siden igen.',
  'nothing-owed': () => 'Familien har fået pengene siden. Der er ikke mere at betale.',
  'bank-still-looks': () => 'Familiens bank ser på betalingen. Vent på bankens svar, før der betales tilbage.',
  'owed-changed': ({ owed }) => `Familien mangler nu ${kroner(owed)}. Se beløbet igennem igen.`,
  'still-owed': ({ owed }) => `Familien mangler stadig ${kroner(owed)}. Betal dem, og skriv det her først.`,
  'paid-on-other-days': ({ from, to }) => `Skriv en dag fra den ${day(from)} til den ${day(to)}.`,
  'answer-deadline-running': ({ deadline }) => `Foreningen kan svare til og med den ${day(deadline)}.`,
}

const kilometres = (metres: number) => (metres / 1000).toLocaleString('da-DK', { maximumFractionDigits: 1 })
