import type { FamilyWords } from './family-words.ts'

/** Turkish. */
export const tr: FamilyWords = {
  hello: 'Merhaba',
  call: (kommune, phone) => `Sorunuz mu var? ${kommune}: ${phone} numarasını arayın.`,
  purposes: {
    news: { subject: 'Sizin için bir haber var', line: 'Sizin için bir haber var. Giriş yapıp buradan okuyun:' },
    'follow-up': { subject: 'Kısa bir soru', line: 'Nasıl gidiyor? Buradan tek dokunuşla yanıtlayın:' },
    'place-offered': { subject: 'Boş bir yer var', line: 'Boş bir yer var. Buradan evet ya da hayır deyin:' },
    receipt: { subject: 'Aldık', line: 'Gönderdiğinizi aldık. Buradan takip edebilirsiniz:' },
    tomorrow: { subject: 'Yarın bir randevunuz var', line: "Yarın bir randevunuz var. Ayrıntılar Medspil'de:" },
    afterwards: { subject: 'Daha fazlası var', line: 'Daha fazlasını ister misiniz? Yakınınızda ne var, bakın:' },
  },
}
