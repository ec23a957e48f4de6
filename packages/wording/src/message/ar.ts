import type { FamilyWords } from './family-words.ts'

/** Arabic. */
export const ar: FamilyWords = {
  hello: 'مرحبًا',
  call: (kommune, phone) => `هل لديك أسئلة؟ اتصل بـ ${kommune} على الرقم ${phone}.`,
  purposes: {
    news: { subject: 'هناك خبر جديد لك', line: 'هناك خبر جديد لك. سجّل الدخول واقرأه هنا:' },
    'follow-up': { subject: 'سؤال سريع', line: 'كيف تسير الأمور؟ أجب بضغطة واحدة هنا:' },
    'place-offered': { subject: 'يوجد مكان شاغر', line: 'يوجد مكان شاغر. قل نعم أو لا هنا:' },
    receipt: { subject: 'لقد استلمناه', line: 'لقد استلمنا ما أرسلته. يمكنك متابعته هنا:' },
    tomorrow: { subject: 'لديكم موعد غدًا', line: 'لديكم موعد غدًا. التفاصيل في Medspil:' },
    afterwards: { subject: 'هناك المزيد', line: 'هل تريدون المزيد؟ انظروا ما هو قريب منكم:' },
  },
}
