import type { LinkWords } from './words.ts'

/** Turkish. Names and days stand where they need no ending. */
export const tr: LinkWords = {
  weekdays: ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar'],
  frame: {
    skip: 'İçeriğe geç', language: 'Dil', loading: 'Sayfa yükleniyor', callUs: 'Bizi arayın', retry: 'Yeniden deneyin',
    foot: (phone, hours) => <>{phone} numarasını arayın. Buradayız: {hours}.</>,
  },
  silence: { title: 'Bağlantı yok', text: 'Şu anda belediyenin sayfasına ulaşamıyoruz.' },
  dead: { title: 'Bağlantı artık çalışmıyor', text: 'Belki kullanıldı, belki de çok eski. Size gelen en yeni bağlantıyı kullanın veya belediyeyi arayın.' },
  problem: {
    usedUp: 'Bu zaten yanıtlandı. Yanıtın düzeltilmesi gerekiyorsa belediyeyi arayın.',
    notSent: 'Şu anda bağlantı yok. Hiçbir şey gönderilmedi. Biraz sonra yeniden deneyin.',
    badField: 'Alanlardan biri okunamıyor. Gözden geçirip yeniden deneyin.',
    conflict: 'Aynı anda başka biri yanıtladı. Sayfayı yeniden yükleyip şimdi ne yazdığına bakın.',
    broke: 'Bizde bir sorun çıktı. Biraz sonra yeniden deneyin.',
    incident: (number) => `Yine olursa şu numarayı söyleyin: ${number}.`,
    notLoaded: 'Sayfa yüklenemedi',
  },
  answer: {
    title: 'Kayda yanıt', titleAfter: 'Yanıtınız', mayBegin: (name) => <>{name} sizde başlayabilir mi?</>, at: (offer, forening) => <>{offer}, {forening}</>,
    time: 'Zaman', place: 'Yer', price: 'Fiyat', free: 'Ücretsiz', wholePeriod: 'tüm dönem için',
    asked: 'Bir şey sordunuz, belediye arayacak. Yine de burada evet veya hayır diyebilirsiniz.',
    yes: 'Evet, yer var', no: 'Hayır, takım dolu', ask: 'Bir şey sormak istiyoruz', gets: (name) => <>{name} yeri alıyor</>, full: 'Takım dolu', whatToAsk: 'Ne sormak istiyorsunuz?',
    fullMeans: 'Yer sıradakine geçer, belediye çocuk için başka bir şey bulur.', sendFull: 'Gönder: takım dolu', back: 'Üç yanıta dön',
    question: 'Sorunuz', questionHint: 'Belediyenin boş zaman danışmanı (fritidsvejleder) yanıtlar. Çocuğun sağlığı hakkında yazmayın.', questionMissing: 'Ne bilmek istediğinizi yazın', sendQuestion: 'Soruyu gönder',
    fee: 'Tüm dönem için aidat, kron olarak', feeHigher: (agreed) => `Bu, ailenin kabul ettiği tutardan (${agreed}) fazla. Yer kesinleşmeden önce aileye sorarız.`,
    feeSame: 'Takımdaki herkesin ödediği tutar.', feeMissing: 'Bir tutar yazın, örneğin 850', from: 'Dönem başlangıcı', to: 'Dönem sonu',
    noSuchDay: 'Var olan bir gün yazın', endsFirst: 'Dönem başlamadan bitiyor', day: 'Gün', month: 'Ay', year: 'Yıl', confirm: 'Yeri onayla',
  },
  answered: {
    got: (name) => <>{name} yeri aldı</>, asksFamily: (name) => <>Aileye soruyoruz: {name}</>, full: 'Takımın dolu olduğunu yanıtladınız', sent: 'Soru gönderildi', nothing: 'Yanıtlanacak bir şey yok',
    tellCoach: (name) => <>Takımın antrenörüne söyleyin: {name} geliyor. Para, belediye ödedikten sonra gelir.</>,
    higher: 'Fiyat, ailenin kabul ettiğinden yüksek. Önce aileye soruyoruz. Bu sırada yer onların.',
    thanks: 'Yanıtınız için teşekkürler. Belediye çocuk için başka bir şey bulur.', callsYou: 'Belediyenin boş zaman danışmanı sizi arayacak. Aynı bağlantıdan evet veya hayır diyebilirsiniz.',
    over: 'Aile başka bir şey buldu veya süre doldu. Bir şey yapmanız gerekmiyor.', fee: 'Aidat', period: 'Dönem',
    on: (day) => `Yanıt tarihi: ${day}.`, wrong: 'Bir yanlışlık varsa belediyeyi arayın. Yanıt burada düzeltilemez.',
  },
  team: {
    title: 'Bugünün takımı', set: (set, all) => `İşaretlenen: ${set} / ${all}.`, notSet: (count) => `Kalan: ${count}.`, noNet: 'Şu anda ağ yok.',
    kept: (count) => `Telefonda saklanan işaret: ${count}. Ağ gelince gönderilir.`,
    lastSeen: 'Bu, listenin en son görülen hâli. İşaret koyabilirsiniz.', closed: 'Liste kapandı. Düzeltilecek bir şey varsa belediyeyi arayın.',
    present: 'Geldi', absent: 'Gelmedi', unset: 'İşaretsiz', undo: 'Geri al', isPresent: (name) => <>{name} geldi</>, isAbsent: (name) => <>{name} gelmedi</>,
    finish: 'Bugünlük bitti', thanks: 'Teşekkürler.', total: (present, absent, unset) => `Gelen: ${present}, gelmeyen: ${absent}${unset > 0 ? `, işaretsiz: ${unset}` : ''}.`,
    sent: 'Gönderildi.', sentLater: 'Ağ gelince gönderilir.', until: (day) => `Düzeltmek için son zaman: ${day}, saat 12:00.`,
    notBegun: 'Takım henüz başlamadı', notSent: 'Liste bir gün önce gelir', nobody: 'Şu anda listede çocuk yok', next: (day) => `Bir sonraki: ${day}.`,
  },
  day: {
    children: (count) => `${count} çocuk`, away: (count) => `Gelmeyeceğini bildiren: ${count}.`, ahead: (day) => `Bu liste ${day} için. O gün işaretleyebilirsin.`, choose: 'Gün seç', saidAbsent: 'Aile gelmeyeceğini bildirdi', place: 'Yer',
    allergies: 'Alerji', medicine: 'İlaç', fetchedBy: 'Alabilecek kişi', phone: 'Aranacak', call: (number) => `${number} numarasını ara`, photo: 'Fotoğraf', photoYes: 'Fotoğraf çekilebilir', photoNo: 'Fotoğraf çekme', other: 'Telefon ve kim alacak',
    careFrom: (day) => `Alerji, ilaç ve telefon şu günden sonra görülür: ${day}.`, careOver: 'Alerji, ilaç ve telefon artık görülemez.', notKept: 'Alerjiler ve numaralar telefonda saklanmaz. Ağ olmayan yere kâğıt listeyi götür.', print: 'Listeyi yazdır', name: 'Ad', nothing: 'Yok', shred: (day) => `Listede çocukların sağlık bilgileri var. En geç şu gün yok et: ${day}.`, shredded: 'Yok edildiği gün', unsaid: 'Aile bir şey yazmadı',
  },
  neverCame: {
    title: 'Hiç gelmeyen bir çocuk var mı?', means: 'O zaman yer boşalır ve belediye aileyi arar.', child: 'Çocuk', choose: 'Bir çocuk seçin', missing: 'Çocuğu seçin', send: 'Çocuğun hiç gelmediğini bildir',
    off: (name) => <>{name} listeden çıkarıldı.</>,
    money: {
      'not-owed': (amount) => `${amount} tutarındaki aidat ödenmeyecek.`, 'asked-back': (amount) => `Belediye, ödenen ${amount} hakkında size yazacak.`,
      'fee-stands': 'Aidat sizde kalıyor.', waits: 'Bir ödeme yolda. Belediye bu konuda size dönecek.',
    },
  },
}
