/** A text as it begins a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)

/** What the fixed words of the rules are called on the administrator's screen, by the value itself. */
export const ruleWords: Record<string, string> = {
  // doors
  parentApplies: 'Forælder søger', youngPersonApplies: 'Den unge søger selv', fagpersonGrants: 'Fagperson giver', fagpersonNominates: 'Fagperson indstiller',
  roleWithOpenCase: 'Den, der har børnesagen', districtContact: 'Distriktets kontaktperson', foreningApplies: 'Forening søger', offeredFromList: 'Kommunen tilbyder',
  intermediaryOnly: 'Kun gennem en fagperson', grants: 'giver', nominates: 'indstiller', oralOrWritten: 'mundtligt eller skriftligt', written: 'kun skriftligt',
  // age and place
  completedYears: 'Fyldte år', yearOfBirth: 'Fødselsår', underOnActivityDay: 'Under alderen på dagen', grade: 'Klassetrin', unnamed: 'Ikke sagt, hvordan den måles',
  application: 'ansøgningsdagen', decision: 'afgørelsesdagen', start: 'startdagen', activityDay: 'aktivitetens dag', fixedDay: 'en fast dag i året',
  beforeHoliday: 'klassen før ferien', afterHoliday: 'klassen efter ferien', kommune: 'Bor i kommunen', areas: 'Bor i bestemte områder', schools: 'Går på bestemte skoler',
  // criteria
  place: 'Bopæl', activity: 'Aktivitet', income: 'Indkomst', openCase: 'Åben børnesag', throughSchool: 'Gennem skolen', judged: 'Vurderes af et menneske',
  noDoubleUse: 'Ikke betalt af andre', notInFosterCare: 'Ikke anbragt', poolHasMoney: 'Penge i puljen', notActive: 'går ikke til noget',
  notActiveOrWithoutPaying: 'går ikke til noget, eller betaler ikke', any: 'lige meget', renewal: 'går til noget og søger igen', limit: 'En grænse', table: 'En tabel',
  friplads: 'Friplads', benefits: 'Ydelser', strictlyBelow: 'under grænsen', atMost: 'højst grænsen', oneParent: 'en forælder', everyParent: 'alle forældre',
  raisesLimit: 'Enlig hæver grænsen', lowersIncome: 'Enlig sænker indkomsten',
  // what can be given
  kontingent: 'Kontingent', kit: 'Udstyr', trip: 'Tur og stævne', camp: 'Lejr', transport: 'Transport', guidance: 'Vejledning', guideHours: 'Fritidsguide',
  reservedPlace: 'Reserveret plads', signUpForFamily: 'Hjælp til at melde til', offered: 'Ja', notOffered: 'Nej', none: 'Ingen',
  amount: 'Et beløb', foreningRate: 'Foreningens egen pris', events: 'Et antal gange', all: 'alle aldre', span: 'nogle aldre', stop: 'Der gives ikke mere', queue: 'Ansøgninger venter',
  // period
  calendarYear: 'Kalenderår', schoolYear: 'Skoleår', season: 'Sæson', rolling: 'Et antal måneder fra starten', kontingentPeriod: 'Kontingentets periode',
  planYear: 'Områdeplanens år', lifetimeCount: 'Et antal år i alt', once: 'En gang', half: 'halv', whole: 'hel',
  // money
  approvedFolkeoplysende: 'Godkendte foreninger', otherForening: 'Andre foreninger', private: 'Private steder', kommunal: 'Kommunens egne', institution: 'Institutioner',
  selfOrganised: 'Selvorganiserede', forening: 'Foreningen', provider: 'Stedet', familyOnReceipt: 'Familien, mod kvittering', guideThroughPayroll: 'Guiden, som løn',
  actorInInstalments: 'Aktøren, i rater', afterConfirmation: 'når foreningen har sagt ja', onReceipt: 'mod kvittering', partInAdvance: 'en del på forhånd',
  'nothing-owed': 'intet skyldes', 'fee-stands': 'kontingentet står ved magt', 'unused-days-come-back': 'de ubrugte dage kommer tilbage', purse: 'passet', pool: 'puljen',
  fixed: 'Et fast beløb', percent: 'En procentdel', stepwise: 'Trin for trin', savingsPlan: 'Opsparing', feePerActivity: 'Et beløb pr. aktivitet',
  // guide and follow-up
  volunteer: 'Frivillig guide', paid: 'Lønnet guide', clearOptions: 'afklare muligheder', contactForening: 'tale med foreningen', goAlong: 'gå med',
  collectAndBring: 'hente og bringe', supportInForening: 'støtte i foreningen', towardsAlone: 'hen mod at gå alene', followUp: 'følge op',
  grant: 'dagen for passet', firstTraining: 'første træning', firstTrip: 'første tur', signup: 'tilmeldingen', onNeed: 'efter behov', continuous: 'løbende',
  escorted: 'følges derhen', metThere: 'mødes der', phoned: 'ringer', alone: 'går alene', planned: 'Planlagt', fritidsguide: 'Fritidsguide', fritidsvejleder: 'Fritidsvejleder',
  fritidskoordinator: 'Fritidskoordinator', fagperson: 'Fagpersonen', schoolStaff: 'Skolens personale', link: 'link på sms', phone: 'telefon', meeting: 'møde',
  days: 'Efter et antal dage', months: 'Efter et antal måneder', afterMonths: 'Efter et antal måneder', openEnd: 'Når noget er sket',
  // law
  barnetsLov35Stk3: 'Barnets lov § 35, stk. 3', otherSocial: 'Anden social lov', folkeoplysningsloven: 'Folkeoplysningsloven', kommunalfuldmagt: 'Kommunalfuldmagten',
  'partly-granted': 'delvist ja', refused: 'nej', withdrawn: 'hjælp, der stopper', clawback: 'tilbagekrav', noOtherAuthority: 'Ingen anden myndighed',
  reconsideration: 'Se på det igen', treatmentComplaint: 'Om behandlingen', courts: 'Domstolene', ombudsman: 'Ombudsmanden', appealBody: 'Hvem man klager til',
  throughKommune: 'Gennem kommunen', appealDeadline: 'Klagefrist', helpToAppeal: 'Hjælp til at klage', ownText: 'Ordningens egen tekst',
}

/** What the parts of an ordning are called, in the order they are read. */
export const sectionNames: Record<string, string> = {
  age: 'Alder', criteria: 'Betingelser', guidance: 'Vejledning', pass: 'Fritidspas', guide: 'Fritidsguide', followUp: 'Opfølgning',
  familyPart: 'Familiens del', law: 'Jura', answer: 'Svarfrist', owner: 'Afdeling',
}

/** Names of fields that stand in a section of their own and need no path before them. */
export const fieldNames: Record<string, string> = {
  rule: 'Ses som', ages: 'Aldre', after: 'Falder', owner: 'Afdeling', familyPart: 'Familiens del', gates: 'Gælder for', question: 'Spørgsmål til den, der vurderer', compare: 'Sammenlignes', base: 'Grænse',
  perChildBeyondFirst: 'Tillæg for hvert barn mere', householdSize: 'Husstand på', limit: 'Grænse', atLeastPercent: 'Mindst procent', onListed: 'Hvem skal have ydelsen',
  purse: 'Pung', activity: 'Hvad barnet går til', profession: 'Faggruppe', may: 'Må', count: 'Antal', each: 'Beløb hver gang', monthly: 'Om måneden', length: 'Længde',
  tasks: 'Opgaver', optional: 'Er valgfri', section: 'Paragraf', decisions: 'Gælder for', when: 'Slutter', countsAsKept: 'Viser, om barnet er der endnu',
  monthDay: 'Dag i året', named: 'Hvilke', says: 'Tekst', schools: 'Skoler', by: 'Hvem', on: 'Dag',
}

/** Parts of a path that only this screen has to name. */
export const partNames: Record<string, string> = {
  place: 'bopæl', ages: 'aldre', after: 'falder', days: 'dage', rule: 'ses som', income: 'indkomst', rows: 'tabel', singleParent: 'enlig', parts: 'afsnit',
  section: 'paragraf', by: 'hvem', on: 'dag', purse: 'pung', named: 'hvilke', activity: 'aktivitet', when: 'når', each: 'hver gang', count: 'antal', base: 'grænse', monthly: 'om måneden',
}
