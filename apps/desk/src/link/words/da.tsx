import { weekdays } from '../weekdays.ts'
import type { LinkWords } from './words.ts'

/** Danish, the source of the others. */
export const da: LinkWords = {
  weekdays,
  frame: {
    skip: 'Gå til indhold', language: 'Sprog', loading: 'Henter siden', callUs: 'Ring til os', retry: 'Prøv igen',
    foot: (phone, hours) => <>Ring på {phone}. Vi er her {hours}.</>,
  },
  silence: { title: 'Ingen forbindelse', text: 'Vi kan ikke nå kommunens side lige nu.' },
  dead: { title: 'Linket virker ikke mere', text: 'Det er måske brugt, eller det er for gammelt. Brug det nyeste link, du har fået, eller ring til kommunen.' },
  problem: {
    usedUp: 'Der er svaret på det allerede. Ring til kommunen, hvis svaret skal rettes.',
    notSent: 'Der er ingen forbindelse lige nu. Intet er sendt. Prøv igen om lidt.',
    badField: 'Et af felterne kan ikke læses. Se dem igennem, og prøv igen.',
    conflict: 'En anden svarede samtidig. Hent siden igen, og se, hvad der står nu.',
    broke: 'Noget gik i stykker hos os. Prøv igen om lidt.',
    incident: (number) => `Sker det igen, så opgiv nummer ${number}.`,
    notLoaded: 'Siden kunne ikke hentes',
  },
  answer: {
    title: 'Svar på tilmelding', titleAfter: 'Jeres svar', mayBegin: (name) => <>Kan {name} begynde hos jer?</>, at: (offer, forening) => <>{offer} i {forening}</>,
    time: 'Tid', place: 'Sted', price: 'Pris', free: 'Gratis', wholePeriod: 'for hele perioden',
    asked: 'I har spurgt om noget, og kommunen ringer. I kan stadig svare ja eller nej her.',
    yes: 'Ja, der er plads', no: 'Nej, holdet er fuldt', ask: 'Vi vil spørge om noget', gets: (name) => <>{name} får pladsen</>, full: 'Holdet er fuldt', whatToAsk: 'Hvad vil I spørge om?',
    fullMeans: 'Pladsen går til den næste, og kommunen finder noget andet til barnet.', sendFull: 'Send: holdet er fuldt', back: 'Tilbage til de tre svar',
    question: 'Jeres spørgsmål', questionHint: 'Kommunens fritidsvejleder svarer. Skriv ikke om barnets helbred.', questionMissing: 'Skriv, hvad I vil vide', sendQuestion: 'Send spørgsmålet',
    fee: 'Kontingent for hele perioden, i kroner', feeHigher: (agreed) => `Det er mere end de ${agreed}, familien har sagt ja til. Vi spørger familien, før pladsen er sikker.`,
    feeSame: 'Det, alle andre på holdet betaler.', feeMissing: 'Skriv et beløb, fx 850', from: 'Perioden begynder', to: 'Perioden slutter',
    noSuchDay: 'Skriv en dag, der findes', endsFirst: 'Perioden slutter, før den begynder', day: 'Dag', month: 'Måned', year: 'År', confirm: 'Bekræft pladsen',
  },
  answered: {
    got: (name) => <>{name} har fået pladsen</>, asksFamily: (name) => <>Vi spørger familien om {name}</>, full: 'I har svaret, at holdet er fuldt', sent: 'Spørgsmålet er sendt', nothing: 'Der er ikke noget at svare på',
    tellCoach: (name) => <>Fortæl holdets træner, at {name} kommer. Pengene kommer, når kommunen har betalt dem ud.</>,
    higher: 'Prisen er højere end den, familien sagde ja til. Vi spørger familien først. Pladsen er deres imens.',
    thanks: 'Tak for svaret. Kommunen finder noget andet til barnet.', callsYou: 'Kommunens fritidsvejleder ringer til jer. I kan svare ja eller nej på det samme link.',
    over: 'Familien har fundet noget andet, eller fristen er gået. I skal ikke gøre noget.', fee: 'Kontingent', period: 'Periode',
    on: (day) => `Svaret ${day}.`, wrong: 'Er noget forkert, så ring til kommunen. Svaret kan ikke rettes her.',
  },
  team: {
    title: 'Dagens hold', set: (set, all) => `${set} af ${all} er sat.`, notSet: (count) => `${count} mangler.`, noNet: 'Intet net lige nu.',
    kept: (count) => (count === 1 ? '1 kryds er gemt på telefonen. Det sendes, når der er net.' : `${count} kryds er gemt på telefonen. De sendes, når der er net.`),
    lastSeen: 'Det er listen, som den var sidst. Du kan godt sætte kryds.', closed: 'Listen er lukket. Ring til kommunen, hvis noget skal rettes.',
    present: 'Mødt', absent: 'Ikke mødt', unset: 'Ikke sat', undo: 'Fortryd', isPresent: (name) => <>{name} er mødt</>, isAbsent: (name) => <>{name} er ikke mødt</>,
    finish: 'Færdig for i dag', thanks: 'Tak.', total: (present, absent, unset) => `${present} mødt, ${absent} ikke mødt${unset > 0 ? `, ${unset} ikke sat` : ''}.`,
    sent: 'Det er sendt.', sentLater: 'Det sendes, når der er net.', until: (day) => `Du kan rette frem til ${day} kl.\u00a012.`,
    notBegun: 'Holdet er ikke begyndt endnu', notSent: 'Listen kommer dagen før', nobody: 'Ingen børn står på listen lige nu', next: (day) => `Næste gang er ${day}.`,
  },
  day: {
    children: (count) => (count === 1 ? '1 barn' : `${count} børn`), away: (count) => (count === 1 ? '1 har meldt afbud.' : `${count} har meldt afbud.`), ahead: (day) => `Listen gælder ${day}. Du kan sætte kryds på dagen.`, choose: 'Vælg dag', saidAbsent: 'Familien har meldt afbud', place: 'Sted',
    allergies: 'Allergi', medicine: 'Medicin', fetchedBy: 'Må hentes af', phone: 'Ring til', call: (number) => `Ring til ${number}`, photo: 'Foto', photoYes: 'Foto er i orden', photoNo: 'Tag ikke foto', other: 'Telefon og hentning',
    careFrom: (day) => `Allergi, medicin og telefon kan ses fra ${day}.`, careOver: 'Allergi, medicin og telefon kan ikke ses mere.', notKept: 'Allergi og telefonnumre gemmes ikke på telefonen. Tag papirlisten med, hvor der ikke er net.', print: 'Print listen', name: 'Navn', nothing: 'Intet', shred: (day) => `Listen rummer oplysninger om børns helbred. Makulér den senest ${day}.`, shredded: 'Makuleret den', unsaid: 'Familien har ikke skrevet noget',
  },
  neverCame: {
    title: 'Er der et barn, der aldrig er kommet?', means: 'Så bliver pladsen fri, og kommunen ringer til familien.', child: 'Barnet', choose: 'Vælg et barn', missing: 'Vælg barnet', send: 'Meld, at barnet aldrig kom',
    off: (name) => <>{name} er taget af listen.</>,
    money: {
      'not-owed': (amount) => `Kontingentet på ${amount} bliver ikke udbetalt.`, 'asked-back': (amount) => `Kommunen skriver til jer om de ${amount}, der er betalt.`,
      'fee-stands': 'I beholder kontingentet.', waits: 'En udbetaling er på vej. Kommunen vender tilbage om den.',
    },
  },
}
