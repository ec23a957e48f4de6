import { sayKroner as kroner } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import type { CitizenWords, SupportNames } from './words.ts'
import { say } from './words.ts'

const { day, moment, weekdays, plural } = factsIn('so')

const supports: SupportNames = {
  kontingent: 'lacagta xubinnimada', kit: 'qalabka', trip: 'safar ama tartan', camp: 'xero', transport: 'gaadiidka',
  guidance: 'talo', guideHours: 'hage firaaqo', reservedPlace: 'boos la hayo', signUpForFamily: 'caawimaad is-diiwaangelin',
}

/** Somali. */
export const so: CitizenWords = {
  other: 'Hadda ma awoodno taas. Na soo wac, waan ku caawinaynaa.',
  whyNot: {
    'link-used-up': () => 'Xiriiriyaha waa la isticmaalay. Jawaabtaadu way kaydsan tahay. Ma rabtaa inaad beddesho? Na soo wac.',
    'link-expired': () => 'Xiriiriyuhu waa duug. Na soo wac, mid cusub ayaan kuu soo diraynaa.',
    'level-too-low': () => 'Galitaankaagu kuma filna arrintan. Ku gal MitID.',
    'too-young-to-log-in': ({ from }) => `Si aad adigu u codsato waa inaad jirtaa ${from} sano. Qof weyn weydiiso inuu galo.`,
    'not-known-here': () => 'Halkan idinkama heli karno. Na soo wac, waan eegaynaa.',
    'same-id-other-content': () => 'Tan hore ayaa loo diray iyadoo jawaabo kale leh. Bogga dib u fur oo hubi jawaabahaaga.',
    'too-many-tries': () => 'Marar badan ayaa la isku dayay. Wax yar sug, kadib isku day mar kale.',

    'application-not-there': () => 'Codsigu horay ayuu u socday. Boggaaga ka eeg waxa hadda dhacaya.',
    'consent-withdrawn': ({ on }) => `Oggolaanshahaaga waxaad la noqotay ${day(on)}.`,
    'support-not-offered': ({ kind }) => `Halkan lacag kama bixin karno: ${supports[kind]}. Wax kale dooro.`,
    'support-given-twice': ({ kind }) => `Laba jeer ayaad dooratay: ${supports[kind]}. Mid ka saar.`,
    'amount-needed': ({ kind }) => `Qor inta aad codsanaysaan: ${supports[kind]}.`,
    'above-ceiling': ({ kind, most }) => `Ugu badnaan waxaan bixin karnaa ${kroner(most)} (${supports[kind]}). Qor lacag ka yar.`,
    'no-door-for-this-role': () => 'Halkan adigu kama codsan kartid. Na soo wac, waddo ayaan helaynaa.',
    'too-young-to-apply-alone': ({ from }) => `Si aad adigu u codsato waa inaad jirtaa ${from} sano. Qof weyn weydiiso inuu codsado.`,
    'grant-role-not-given': () => 'Halkan kama arki karno cidda codsan karta. Na soo wac, waan ogaanaynaa.',
    'no-ordning-on-day': ({ next }) => next ? `Hadda lama codsan karo. Waxaad codsan kartaan laga bilaabo ${day(next)}.` : 'Hadda lama codsan karo. Na soo wac, weydii waxa kale ee aan awoodno.',
    'period-not-given': () => 'Weli ma naqaan inta ay socoto. Na soo wac.',
    'period-length-not-offered': ({ offered }) => `Dooro mid ka mid ah bilahan: ${offered.join(', ')}.`,
    'plan-not-running': ({ firstDay, lastDay }) => `Waxaa la codsan karaa ${day(firstDay)} ilaa ${day(lastDay)}. Dooro maalin u dhaxaysa.`,
    'years-used-up': ({ years }) => `Ilmuhu caawimaad wuu helay, sannado: ${years}. Ka badan ma bixin karno. Nagala soo hadal kaydinta.`,
    'already-given-once': ({ on }) => `Ilmuhu wuxuu helay ${day(on)}. Hal mar ayaa la heli karaa. Na soo wac haddii wax isbeddeleen.`,
    'pool-empty': () => 'Sanadkan lacag kama harin. Khaladkiinna ma aha. Nagala soo hadal siyaabo kale.',
    'waiting-for-pool': () => 'Hadda lacag ma jirto. Codsigu wuu sugayaa. Waxba inaad samaysaan uma baahna.',

    'pass-not-offered': () => 'Halkan fritidspas kama bixinno. Na soo wac, si kale ayaan idiin caawinaynaa.',
    'provider-type-not-accepted': () => 'Kaarka halkan laguma isticmaali karo. Meel kale dooro.',
    'period-over': ({ lastDay }) => `Waqtigu wuu dhammaaday: ${day(lastDay)}. Mar kale ayaad codsan kartaan.`,
    'period-ceiling-reached': ({ ceiling }) => `Ilmuhu wuxuu helay dhammaan inta aan muddadan bixin karno: ${kroner(ceiling)}.`,
    'fritidspas-not-yet-valid': ({ firstDay }) => `Kaarku wuxuu shaqaynayaa laga bilaabo ${day(firstDay)}. Sug ilaa maalintaas.`,
    'fritidspas-over': ({ lastDay }) => `Kaarku mar dambe ma shaqeeyo. Wuxuu dhammaaday ${day(lastDay)}. Mar kale ayaad codsan kartaan.`,
    'provider-type-not-paid': () => 'Kaarku halkan waxba kama bixin karo. Meel kale dooro ama na soo wac.',
    'kind-not-paid': ({ kind }) => `Kaarku tan ma bixin karo: ${supports[kind]}. Na soo wac haddii aad shaki qabtaan.`,
    'purse-too-small': ({ covered, missing }) => `Kaarku wuxuu bixin karaa ${kroner(covered)}. Idinku waxaad bixinaysaan ${kroner(missing)}.`,
    'hold-not-open': () => 'Lacagtu mar dambe ma hayso. Kooxda mar kale dooro.',
    'hold-timed-out': ({ keptUntil }) => `Lacagta waxaa la hayay ilaa ${day(keptUntil)}. Kooxda mar kale dooro.`,
    'fee-higher-than-held': ({ fee, held }) => `Kooxdu hadda waa ${kroner(fee)}. Waxaa la hayaa ${kroner(held)}. Haa ama maya dheh qiimaha cusub.`,

    'forening-not-approved': () => 'Naadiga weli lama oggolaan. Na soo wac, waan weydiinaynaa.',
    'forening-approval-limited': () => 'Naadiga waxyaabo qaar ayaa loo oggolaaday, tan maya. Koox kale dooro.',
    'forening-declaration-missing': () => 'Naadigu waa inuu warqad noo soo diraa. Mar dambe isku day ama meel kale dooro.',
    'forening-suspended': () => 'Naadigu hadda carruur cusub ma qaato. Meel kale dooro.',
    'forening-closed': () => 'Naadigu waa xiran yahay. Meel kale dooro.',
    'provider-type-excluded': () => 'Kaarka halkan laguma isticmaali karo. Meel kale dooro.',
    'too-young-for-place': ({ years, from, on }) => `Kooxdu waa laga bilaabo ${from} sano. Ilmuhu waa ${years} maalinta ${day(on)}. Ma khalad baa? Na soo wac.`,
    'too-old-for-place': ({ years, to, on }) => `Kooxdu waa ilaa ${to} sano. Ilmuhu waa ${years} maalinta ${day(on)}. Ma khalad baa? Na soo wac.`,
    'birth-year-outside': ({ birthYear, from, to }) => `Kooxdu waa carruurta dhalatay ${from} ilaa ${to}. Ilmuhu wuxuu dhashay ${birthYear}. Koox kale dooro.`,
    'grade-outside': ({ grade, from, to }) => `Kooxdu waa fasallada ${from} ilaa ${to}. Ilmuhu wuxuu dhigtaa fasalka ${grade}. Ma khalad baa? Na soo wac.`,
    'grade-unknown': ({ from, to }) => `Kooxdu waa fasallada ${from} ilaa ${to}. Qor fasalka ilmuhu dhigto.`,
    'offer-on-other-days': ({ days }) => `Kooxdu waxay kulantaa ${weekdays(days)}. Dooro koox maalmahaaga ah.`,
    'support-need-not-met': () => 'Kooxdu ma hayso caawimaadda aad u baahan tihiin. Na soo wac, mid kale ayaan helaynaa.',
    'offer-without-trial': () => 'Halkan bilaash laguma tijaabin karo. Koox kale dooro ama na soo wac.',
    'offer-season-over': ({ lastDay }) => `Kooxdu waxay dhammaatay ${day(lastDay)}. Koox kale dooro.`,

    'activity-not-offered': () => 'Hawshaas halkan ma taal. Mid kale dooro.',
    'activity-cancelled': () => 'Hawsha waa la baajiyay. Mid kale dooro.',
    'signup-not-open-yet': ({ opens }) => `Waxaad isku diiwaangelin kartaan laga bilaabo ${moment(opens)}. Markaas soo noqda.`,
    'signup-closed': ({ closed }) => `Waxaa la isku diiwaangelin karay ilaa ${moment(closed)}. Hawl kale dooro.`,
    'activity-over': ({ lastDay }) => `Markii ugu dambeysay waxay ahayd ${day(lastDay)}. Wax kale dooro.`,
    'child-limit-reached': ({ limit, next }) => limit === 0
      ? `Ilmuhu hadda boos ma heli karo. ${next ? `Mar kale isku daya laga bilaabo ${moment(next.from)}.` : 'Na soo wac haddii wax khaldan yihiin.'}`
      : `Tirada boosaska ilmuhu hadda heli karo: ${limit}. ${next ? `Laga bilaabo ${moment(next.from)} wax badan ayaad dooran kartaan.` : 'Mid ka bax haddii aad beddelan rabtaan.'}`,
    'waiting-limit-reached': ({ limit, next }) => limit === 0
      ? `Ilmuhu hadda liis sugitaan ma geli karo. ${next ? `Mar kale isku daya laga bilaabo ${moment(next.from)}.` : 'Dooro hawl boos bannaan leh.'}`
      : `Tirada liisaska sugitaanka ilmuhu hadda geli karo: ${limit}. ${next ? `Laga bilaabo ${moment(next.from)} wax badan ayaad dooran kartaan.` : 'Mid ka bax haddii aad beddelan rabtaan.'}`,
    'waiting-list-full': () => 'Kooxda iyo liiska sugitaankuba waa buuxaan. Koox kale dooro.',
    'clashes-with-place': ({ on }) => `Ilmuhu boos kale ayuu isla waqtigaas leeyahay ${day(on)}. Ka bax midkaas ama maalin kale dooro.`,
    'no-time-between-places': ({ on, minutes, needed }) => `Labada meelood waxaa u dhexeeya ${minutes} daqiiqo oo keliya ${day(on)}, jidkuna wuxuu qaataa ${needed}. Maalin kale dooro, ama sheeg inaad gaari karto.`,
    'seat-over': ({ heldUntil }) => `Waqtigii lacag bixintu wuxuu dhammaaday ${moment(heldUntil)}. Boosku qofka xiga ayuu u gudbay. Liiska mar kale ayaad geli kartaan.`,
    'seat-extended-enough': ({ most }) => `Waqti dheeraad ah ayaa la idin siiyay ${most} jeer. Hadda bixi, ama na soo wac.`,
    'payment-of-one-program': () => 'Hal mar waxaa la bixin karaa boosaska hal barnaamij fasax oo keliya.',
    'nothing-to-pay': () => 'Hadda wax la bixiyo halkan kuma jiraan.',
    'payment-open-already': () => 'Lacag bixin mid ka mid ah boosaska ayaa socota. Dhammaystir, ama mar dambe isku day.',
    'group-member-refused': ({ because }) => `Dhammaantiin isku mar boos ma heli kartaan. ${say(so.whyNot, because) ?? so.other}`,
    'friend-cannot-come': () => 'Mid ka mid ah kuwa aad la socon lahaydeen halkan kama qayb geli karo. Is weydiiya, wax kale doorta, ama boosta keligiin qaata.',
    'friends-changed': () => 'Kooxdu way is beddeshay, ama waxay ka tirsan tahay barnaamij kale. Ka eega Saaxiibo cidda hadda la socota.',
    'holiday-price-stands': ({ price }) => `Qiimaha barnaamijka fasaxu waa ${kroner(price)} lama beddeli karo. Kaas qor, ama wac kommune-ka.`,
    'place-offer-lapsed': ({ deadline }) => `Boosku waa idiin hayay ilaa ${moment(deadline)}. Hadda qofka xiga ayuu u gudbay. Liiska mar kale ayaad geli kartaan.`,
    'signup-move-impossible': () => 'Is-diiwaangelintu way isbeddeshay. Bogga dib u fur oo eeg meesha ay marayso.',
    'no-free-place': ({ ahead }) => `Weli boos bannaan ma jiro. ${ahead === 0 ? 'Idinka ayaa ugu horreeya.' : `Inta idinka horraysa: ${ahead}.`} Waan soo qoraynaa marka boos jiro.`,
    'group-needs-more-places': ({ needs, free }) => `Boosaska aad u baahan tihiin: ${needs}. Kuwa bannaan: ${free}. Waan soo qoraynaa marka ay ku filan yihiin.`,
    'line-waits-for-group': ({ needs, free }) => `Kuwa idinka horreeya waxay wada rabaan boosas: ${needs}. Kuwa bannaan: ${free}. Sidaas darteed dhammaan wax yar bay sugayaan.`,
    'waits-child-limit-reached': ({ limit }) => limit === 0
      ? 'Ilmuhu hadda boos ma heli karo. Liiska ayaad ku sii jiraysaan.'
      : `Ilmuhu wuxuu haystaa inta boos ee la heli karo: ${limit}. Mid ka bax, markaas waxaa iman kara kaalintiinna.`,
    'waits-activity-cancelled': () => 'Hawsha waa la baajiyay. Boosas ma imanayaan. Mid kale dooro.',
    'program-not-published': () => 'Barnaamijku weli diyaar ma aha. Mar dambe soo noqda.',
    'program-opens-later': ({ opens }) => `Wuxuu furmayaa ${moment(opens)}. Markaas soo noqda.`,
    'wishes-not-open': ({ opens, closes }) => `Rabitaannada waxaad sheegi kartaan laga bilaabo ${moment(opens)} ilaa ${moment(closes)}.`,
    'too-many-wishes': ({ most }) => `Ilmuhu wuxuu dooran karaa ${plural(most, { one: 'hal hawl', other: `${most} hawlood` })}. Qaar ka saar.`,
    'wish-not-admitted': ({ because }) => `Rabitaannadiinna mid kuma habboona. ${say(so.whyNot, because) ?? so.other}`,
    'wishes-changed': () => 'Rabitaannada meel kale ayaa laga beddelay. Dib u eeg, kadibna kaydi.',
    'friends-over': ({ closed }) => `Barnaamijku wuu xirmay: ${moment(closed)}. Koox lama samayn karo hadda.`,
    'friend-group-full': ({ most }) => `Kooxdu way buuxdaa. Koox waxay yeelan kartaa ${most} carruur ah.`,
    'child-has-friends': () => 'Ilmuhu wuxuu hore ula socdaa koox kale barnaamijka. Marka hore ka bax kooxdaas.',
    'program-takes-wishes': ({ until }) => `Halkan boosaska waxaa lagu qaybiyaa qori-tuur.${until ? ` Laga bilaabo ${moment(until)} waxaad qaadan kartaan kuwa haray.` : ''}`,
    'program-signup-over': ({ closed }) => `Is-diiwaangelintu way xirantay${closed ? `: ${moment(closed)}` : ''}. Nagala soo hadal boosaska bannaan.`,

    'occurrence-not-yet': ({ on }) => `Tababarku waa ${day(on)}. Maalintaas calaamadee.`,
    'marking-closed': ({ since }) => `Liisku wuxuu xirmay ${moment(since)}. Wac degmada haddii wax khaldan yihiin.`,
    'mark-id-used-otherwise': () => 'Calaamaddan hore ayaa loo dhigay jawaab kale. Liiska dib u fur oo hubi.',
    'care-note-over': ({ lastDay }) => `Hawshu waxay dhammaatay ${day(lastDay)}. Wax dheeraad ah lama qorayo.`,
    'absence-too-late': ({ on }) => `Maalintii ${day(on)} way dhaaftay. Na soo wac haddii wax khaldan yihiin.`,
    'follow-up-not-asked': () => 'Weli ma aanan weydiin. Fariin ayaad helaysaan marka aan weydiinno.',
    'follow-up-cancelled': () => 'Tan mar dambe ma weydiinno. Mahadsanidiin waqtigiinna.',
    'guide-certificate-lapsed': () => 'Haguhu hadda ma raaci karo. Xal ayaan helaynaa, waana idin soo wacaynaa.',
    'escort-permission-missing': () => 'Oggolaansho ayaan idinka rabnaa. Haguhu ilmaha wuu qaadi karaa marka aad haa tiraahdaan.',
    'match-not-active': () => 'Haguhu mar dambe idinlama jiro. Na soo wac haddii aad mid cusub rabtaan.',
    'match-time-over': ({ endedOn }) => `Waqtigii hagaha wuxuu dhammaaday ${day(endedOn)}. Na soo wac haddii aad wax dheeraad ah u baahan tihiin.`,
    'match-move-impossible': () => 'Wax baa iska beddelay hagahiinna. Bogga dib u fur oo eeg meesha ay marayso.',
  },
}
