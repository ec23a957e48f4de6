const da = {
  skip: 'Gå til indhold', phone: 'Ring til os', back: 'Yaras forløb', language: 'Sprog',
  call: 'Ring på', hours: 'Vi er her hverdage kl. 9–15.', seen: 'Hvem har set vores oplysninger', was: 'Tilgængelighedserklæring',
  noNet: 'Ingen forbindelse. Dine svar er gemt.', step: 'Trin 2 af 4 · Hverdag',
  problems: 'Ret 2 svar', noAnswer: 'Vælg et svar.', noDay: 'Skriv Yaras fødselsdag.',
  question: 'Går Yara til noget nu?', questionHint: 'Tænk på sport, musik, spejder og den slags. Ikke SFO.',
  no: 'Nej', trial: 'Ja, på prøve', trialHint: 'Hun har været der et par gange', unknown: 'Det ved jeg ikke',
  wants: 'Hvad kan hun lide?', swim: 'Svømning', dance: 'Dans', name: 'Barnets fornavn', nameHint: 'Som det står i passet',
  more: 'En linje mere, hvis du vil', birth: 'Hvornår er Yara født?', clock: 'Hvornår mødes I?', day: 'Dag', month: 'Måned', year: 'År',
  next: 'Næste', later: 'Gem og stop', saved: 'Gemt kl. 20.14. Du kan holde pause.',
  why: 'Hvorfor spørger vi?', because: 'Passet er for børn, der ikke går til noget endnu. En prøvetime tæller ikke med.',
  check: 'Tjek dine svar', change: 'Ret', changeOf: 'Ret: ', state: 'Godkendt', lead: 'Yara har fået et fritidspas.',
  turn: 'Det næste er jeres', choose: 'Vælg senest', find: 'Find noget at gå til', where: 'Hvor langt er vi?',
  received: 'Modtaget', active: 'I gang', after: 'Efter 3 måneder', sent: 'Du sendte ansøgningen.',
  first: 'Når Yara har været til sin første træning.', ask: 'Vi spørger jer, om hun stadig er med.',
  askMette: 'Spørg Mette', mette: 'Hun er jeres fritidsvejleder.', papers: 'Papirer', validTo: 'Gælder til', valid: 'Gyldigt',
  code: 'Kode til foreningen', on: 'Så meget er der på passet', example: 'eksempel', left: 'tilbage', spent: 'brugt', held: 'sat af', of: 'af',
  fee: 'Kontingent', gear: 'Tøj og udstyr', near: 'Tæt på os', free: 'Prøv gratis', withPass: 'med pas', without: 'Uden pas:',
  places: '4 ledige pladser', full: 'Fyldt · I bliver nummer 3', taken: '14 af 16 er taget.', queue: 'I er nummer 4 af 6 på ventelisten.',
  odds: 'Cirka 4 ud af 10 får en plads fra nummer 4.', days: 'Dage', mark: 'Mødt', absent: 'Ikke mødt', undo: 'Fortryd', undone: 'Alma K. er mødt',
  dialog: 'Sig nej til pladsen?', close: 'Luk', empty: 'Ingen nye opgaver', emptyWhy: 'Kig igen i morgen.', progress: 'Sender 3 af 8', wait: 'Henter',
  toast: 'Svaret er sendt', price: 'Pris',
}

const ar: typeof da = {
  skip: 'انتقل إلى المحتوى', phone: 'اتصل بنا', back: 'مسار يارا', language: 'اللغة',
  call: 'اتصل على', hours: 'نحن هنا في أيام العمل من الساعة 9 إلى 15.', seen: 'من اطّلع على معلوماتنا', was: 'بيان سهولة الوصول',
  noNet: 'لا يوجد اتصال. إجاباتك محفوظة.', step: 'الخطوة 2 من 4 · الحياة اليومية',
  problems: 'صحّح إجابتين', noAnswer: 'اختر إجابة.', noDay: 'اكتب تاريخ ميلاد يارا.',
  question: 'هل تمارس يارا نشاطًا الآن؟', questionHint: 'فكّر في الرياضة والموسيقى والكشافة وما شابه.',
  no: 'لا', trial: 'نعم، على سبيل التجربة', trialHint: 'ذهبت إلى هناك مرتين', unknown: 'لا أعرف',
  wants: 'ماذا تحب؟', swim: 'السباحة', dance: 'الرقص', name: 'الاسم الأول للطفل', nameHint: 'كما هو مكتوب في جواز السفر',
  more: 'سطر آخر إن أردت', birth: 'متى ولدت يارا؟', clock: 'متى تلتقون؟', day: 'يوم', month: 'شهر', year: 'سنة',
  next: 'التالي', later: 'احفظ وتوقف', saved: 'حُفظ الساعة 20:14. يمكنك أن تستريح.',
  why: 'لماذا نسأل؟', because: 'البطاقة للأطفال الذين لا يمارسون نشاطًا بعد. الحصة التجريبية لا تُحسب.',
  check: 'راجع إجاباتك', change: 'تعديل', changeOf: 'تعديل: ', state: 'تمت الموافقة', lead: 'حصلت يارا على بطاقة الترفيه.',
  turn: 'الخطوة التالية لكم', choose: 'اختاروا في موعد أقصاه', find: 'ابحث عن نشاط', where: 'أين وصلنا؟',
  received: 'تم الاستلام', active: 'جارٍ', after: 'بعد 3 أشهر', sent: 'أرسلت الطلب.',
  first: 'عندما تحضر يارا أول تدريب لها.', ask: 'سنسألكم إن كانت ما زالت مشاركة.',
  askMette: 'اسأل Mette', mette: 'هي مرشدتكم لأنشطة الترفيه.', papers: 'الأوراق', validTo: 'صالحة حتى', valid: 'صالحة',
  code: 'رمز للجمعية', on: 'الرصيد في البطاقة', example: 'مثال', left: 'متبقٍ', spent: 'مصروف', held: 'محجوز', of: 'من',
  fee: 'الاشتراك', gear: 'الملابس والمعدات', near: 'قريب منا', free: 'جرّب مجانًا', withPass: 'مع البطاقة', without: 'بدون البطاقة:',
  places: '4 أماكن شاغرة', full: 'ممتلئ · ستكونون رقم 3', taken: '14 من 16 محجوزة.', queue: 'أنتم رقم 4 من 6 في قائمة الانتظار.',
  odds: 'حوالي 4 من 10 يحصلون على مكان من الرقم 4.', days: 'الأيام', mark: 'حضر', absent: 'لم يحضر', undo: 'تراجع', undone: 'حضرت Alma K.',
  dialog: 'هل ترفض المكان؟', close: 'إغلاق', empty: 'لا مهام جديدة', emptyWhy: 'عد غدًا.', progress: 'جارٍ إرسال 3 من 8', wait: 'جارٍ التحميل',
  toast: 'تم إرسال الإجابة', price: 'السعر',
}

/** Invented words for the example page, in both directions. */
export const exampleTexts = { da, ar }

/** True for a language the examples are written in. */
export const isLanguage = (code: string): code is keyof typeof exampleTexts => code in exampleTexts
