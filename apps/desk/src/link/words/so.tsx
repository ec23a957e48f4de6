import type { LinkWords } from './words.ts'

/** Somali. */
export const so: LinkWords = {
  weekdays: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimce', 'Sabti', 'Axad'],
  frame: {
    skip: 'U gudub qoraalka', language: 'Luqadda', loading: 'Bogga waa la soo rarayaa', callUs: 'Na soo wac', retry: 'Isku day mar kale',
    foot: (phone, hours) => <>Soo wac {phone}. Waxaan joognaa {hours}.</>,
  },
  silence: { title: 'Xiriir ma jiro', text: 'Hadda ma gaari karno bogga degmada.' },
  dead: { title: 'Xiriiriyuhu hadda ma shaqaynayo', text: 'Waxaa laga yaabaa in la isticmaalay ama uu duugoobay. Isticmaal xiriiriyaha ugu cusub ee laguu soo diray, ama wac degmada.' },
  problem: {
    usedUp: 'Tan horay ayaa looga jawaabay. Wac degmada haddii jawaabta la beddelayo.',
    notSent: 'Hadda xiriir ma jiro. Waxba lama dirin. Isku day mar kale wax yar ka dib.',
    badField: 'Mid ka mid ah meelaha la buuxiyo lama akhrin karo. Eeg oo isku day mar kale.',
    conflict: 'Qof kale ayaa isla mar jawaabay. Bogga mar kale soo rar oo eeg waxa hadda ku qoran.',
    broke: 'Wax baa naga xumaaday. Isku day mar kale wax yar ka dib.',
    incident: (number) => `Haddii ay mar kale dhacdo, sheeg lambarka ${number}.`,
    notLoaded: 'Bogga lama soo rari karin',
  },
  answer: {
    title: 'Ka jawaab diiwaangelin', titleAfter: 'Jawaabtiinna', mayBegin: (name) => <>{name} ma idinla bilaabi karaa?</>, at: (offer, forening) => <>{offer}, {forening}</>,
    time: 'Waqtiga', place: 'Goobta', price: 'Qiimaha', free: 'Bilaash', wholePeriod: 'muddada oo dhan',
    asked: 'Wax baad weydiiseen, degmaduna way soo wici doontaa. Weli halkan waad uga jawaabi kartaan haa ama maya.',
    yes: 'Haa, boos waa jiraa', no: 'Maya, kooxdu way buuxdaa', ask: 'Wax baan weydiinaynaa', gets: (name) => <>{name} ayaa booska helaya</>, full: 'Kooxdu way buuxdaa', whatToAsk: 'Maxaad weydiinaysaan?',
    fullMeans: 'Booska waxaa helaya ka xiga, degmaduna ilmaha wax kale ayay u raadinaysaa.', sendFull: 'Dir: kooxdu way buuxdaa', back: 'Ku noqo saddexda jawaabood',
    question: 'Su’aashiinna', questionHint: 'Waxaa jawaabaya hagaha waqtiga firaaqada (fritidsvejleder) ee degmada. Ha ka qorin caafimaadka ilmaha.', questionMissing: 'Qora waxaad rabtaan inaad ogaataan', sendQuestion: 'Dir su’aasha',
    fee: 'Lacagta xubinnimada muddada oo dhan, kroner', feeHigher: (agreed) => `Taasi way ka badan tahay ${agreed} oo qoysku aqbalay. Qoyska ayaan weydiinaynaa inta aan booska la xaqiijin.`,
    feeSame: 'Inta ay bixiyaan dhammaan kuwa kale ee kooxda.', feeMissing: 'Qor qaddar, tusaale 850', from: 'Muddadu waxay bilaabmaysaa', to: 'Muddadu waxay dhammaanaysaa',
    noSuchDay: 'Qor maalin jirta', endsFirst: 'Muddadu way dhammaanaysaa inta aysan bilaaban', day: 'Maalinta', month: 'Bisha', year: 'Sannadka', confirm: 'Xaqiiji booska',
  },
  answered: {
    got: (name) => <>{name} booska wuu helay</>, asksFamily: (name) => <>Qoyska ayaan ka weydiinaynaa {name}</>, full: 'Waxaad ku jawaabteen in kooxdu buuxdo', sent: 'Su’aasha waa la diray', nothing: 'Wax laga jawaabo ma jiraan',
    tellCoach: (name) => <>U sheega tababaraha kooxda in {name} imanayo. Lacagtu waxay imanaysaa marka degmadu bixiso.</>,
    higher: 'Qiimuhu wuu ka sarreeyaa kii qoysku aqbalay. Marka hore qoyska ayaan weydiinaynaa. Booska iyaga ayuu u yaallaa inta ka horraysa.',
    thanks: 'Waad ku mahadsan tihiin jawaabta. Degmadu ilmaha wax kale ayay u raadinaysaa.', callsYou: 'Hagaha waqtiga firaaqada ee degmada ayaa idin soo wacaya. Isla xiriiriyahan waad uga jawaabi kartaan haa ama maya.',
    over: 'Qoysku wax kale ayuu helay, ama waqtigii waa dhacay. Waxba uma baahnidin inaad samaysaan.', fee: 'Lacagta xubinnimada', period: 'Muddada',
    on: (day) => `La jawaabay ${day}.`, wrong: 'Haddii wax khaldan yihiin, wac degmada. Jawaabta halkan lagama beddeli karo.',
  },
  team: {
    title: 'Kooxda maanta', set: (set, all) => `Waa la calaamadeeyay: ${set} / ${all}.`, notSet: (count) => `Weli: ${count}.`, noNet: 'Hadda shabakad ma jirto.',
    kept: (count) => `Calaamadaha ku kaydsan telefoonka: ${count}. Waa la dirayaa marka shabakaddu timaaddo.`,
    lastSeen: 'Kani waa liiska sidii uu markii u dambaysay ahaa. Waad calaamadin kartaa.', closed: 'Liisku waa xiran yahay. Wac degmada haddii wax la saxayo.',
    present: 'Yimid', absent: 'Ma iman', unset: 'Lama calaamadin', undo: 'Ka noqo', isPresent: (name) => <>{name} wuu yimid</>, isAbsent: (name) => <>{name} ma iman</>,
    finish: 'Maanta waa dhammaatay', thanks: 'Mahadsanid.', total: (present, absent, unset) => `Yimid: ${present}, ma iman: ${absent}${unset > 0 ? `, lama calaamadin: ${unset}` : ''}.`,
    sent: 'Waa la diray.', sentLater: 'Waa la dirayaa marka shabakaddu timaaddo.', until: (day) => `Waad sixi kartaa ilaa ${day}, 12:00.`,
    notBegun: 'Kooxdu weli ma bilaaban', notSent: 'Liisku wuxuu yimaadaa maalin ka hor', nobody: 'Hadda carruur kuma jirto liiska', next: (day) => `Marka xigta: ${day}.`,
  },
  day: {
    children: (count) => `Carruur: ${count}`, away: (count) => `Ku dhawaaqay inaysan imanayn: ${count}.`, ahead: (day) => `Liiskani waa ${day}. Maalintaas ayaad calaamadin kartaa.`, choose: 'Dooro maalin', saidAbsent: 'Qoysku wuxuu sheegay inuusan imanayn', place: 'Goobta',
    allergies: 'Xasaasiyad', medicine: 'Daawo', fetchedBy: 'Waxaa qaadi kara', phone: 'Wac', call: (number) => `Wac ${number}`, photo: 'Sawir', photoYes: 'Sawir waa la qaadi karaa', photoNo: 'Sawir ha qaadin', other: 'Telefoon iyo qaadista',
    careFrom: (day) => `Xasaasiyadda, daawada iyo telefoonka waxaa la arki karaa laga bilaabo ${day}.`, careOver: 'Xasaasiyadda, daawada iyo telefoonka lama arki karo hadda.', notKept: 'Xasaasiyadda iyo lambarrada laguma kaydiyo telefoonka. Liiska warqadda qaado meesha aan shabakad lahayn.', print: 'Daabac liiska', name: 'Magac', nothing: 'Waxba', shred: (day) => `Liisku wuxuu leeyahay xog caafimaad oo carruur. Jeex ugu dambayn ${day}.`, shredded: 'La jeexay', unsaid: 'Qoysku waxba ma qorin',
  },
  neverCame: {
    title: 'Ma jiraa ilmo aan weligiis iman?', means: 'Markaas booska waa bannaanaanayaa, degmaduna qoyska ayay wacaysaa.', child: 'Ilmaha', choose: 'Dooro ilmo', missing: 'Dooro ilmaha', send: 'Soo sheeg in ilmuhu weligiis iman',
    off: (name) => <>{name} liiska waa laga saaray.</>,
    money: {
      'not-owed': (amount) => `Lacagta xubinnimada ee ${amount} lama bixinayo.`, 'asked-back': (amount) => `Degmadu waxay idiin soo qoraysaa wixii ku saabsan ${amount} ee la bixiyay.`,
      'fee-stands': 'Lacagta xubinnimada waad haysanaysaan.', waits: 'Lacag ayaa soo socota. Degmada ayaa idiin soo jawaabaysa.',
    },
  },
}
