import { sayKroner as kroner } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import type { CitizenWords, SupportNames } from './words.ts'
import { say } from './words.ts'

const { day, moment, weekdays } = factsIn('tr')

const supports: SupportNames = {
  kontingent: 'üyelik ücreti', kit: 'malzeme', trip: 'gezi veya turnuva', camp: 'kamp', transport: 'ulaşım',
  guidance: 'danışmanlık', guideHours: 'boş zaman rehberi', reservedPlace: 'ayrılmış yer', signUpForFamily: 'kayıt yardımı',
}

/** Turkish. */
export const tr: CitizenWords = {
  other: 'Bunu şu anda yapamıyoruz. Bizi arayın, yardım edelim.',
  whyNot: {
    'link-used-up': () => 'Bağlantı kullanıldı. Cevabınız kayıtlı. Değiştirmek ister misiniz? Bizi arayın.',
    'link-expired': () => 'Bağlantı çok eski. Bizi arayın, yenisini gönderelim.',
    'level-too-low': () => 'Girişiniz bunun için yeterince güvenli değil. MitID ile giriş yapın.',
    'too-young-to-log-in': ({ from }) => `Kendin başvurmak için ${from} yaşında olmalısın. Bir yetişkinden giriş yapmasını iste.`,
    'not-known-here': () => 'Sizi burada bulamıyoruz. Bizi arayın, bakalım.',
    'same-id-other-content': () => 'Bu daha önce başka cevaplarla gönderildi. Sayfayı yenileyin ve cevaplarınızı kontrol edin.',
    'too-many-tries': () => 'Çok fazla denendi. Biraz bekleyin ve yeniden deneyin.',

    'application-not-there': () => 'Başvuru bu arada ilerledi. Şimdi ne olacağını kendi sayfanızda görün.',
    'consent-withdrawn': ({ on }) => `Onayınızı geri aldığınız tarih: ${day(on)}.`,
    'support-not-offered': ({ kind }) => `Burada şunun için para veremiyoruz: ${supports[kind]}. Başka bir şey seçin.`,
    'support-given-twice': ({ kind }) => `İki kez seçtiniz: ${supports[kind]}. Birini silin.`,
    'amount-needed': ({ kind }) => `Ne kadar istediğinizi yazın: ${supports[kind]}.`,
    'above-ceiling': ({ kind, most }) => `En çok ${kroner(most)} verebiliriz (${supports[kind]}). Daha küçük bir tutar yazın.`,
    'no-door-for-this-role': () => 'Burada kendiniz başvuramazsınız. Bizi arayın, bir yol bulalım.',
    'too-young-to-apply-alone': ({ from }) => `Kendin başvurmak için ${from} yaşında olmalısın. Bir yetişkinden başvurmasını iste.`,
    'grant-role-not-given': () => 'Kimin başvurabileceğini burada göremiyoruz. Bizi arayın, öğrenelim.',
    'no-ordning-on-day': ({ next }) => next ? `Şu anda başvurulamıyor. Başvuru başlangıcı: ${day(next)}.` : 'Şu anda başvurulamıyor. Bizi arayın, başka neler yapabileceğimizi sorun.',
    'period-not-given': () => 'Ne kadar süreceğini henüz bilmiyoruz. Bizi arayın.',
    'period-length-not-offered': ({ offered }) => `Şu sürelerden birini seçin: ${offered.join(', ')} ay.`,
    'plan-not-running': ({ firstDay, lastDay }) => `Başvuru zamanı: ${day(firstDay)} – ${day(lastDay)}. Arada bir gün seçin.`,
    'years-used-up': ({ years }) => `Çocuk ${years} yıl yardım aldı. Daha fazla veremiyoruz. Birikim için bizi arayın.`,
    'already-given-once': ({ on }) => `Çocuk bunu şu tarihte aldı: ${day(on)}. Bir kez alınabilir. Bir şey değiştiyse bizi arayın.`,
    'pool-empty': () => 'Bu yıl başka para kalmadı. Bu sizin hatanız değil. Başka yollar için bizi arayın.',
    'waiting-for-pool': () => 'Şu anda para yok. Başvuru bekliyor. Bir şey yapmanız gerekmiyor.',

    'pass-not-offered': () => 'Burada fritidspas vermiyoruz. Bizi arayın, başka şekilde yardım edelim.',
    'provider-type-not-accepted': () => 'Kart burada kullanılamaz. Başka bir yer seçin.',
    'period-over': ({ lastDay }) => `Süre doldu. Bitiş: ${day(lastDay)}. Yeniden başvurabilirsiniz.`,
    'period-ceiling-reached': ({ ceiling }) => `Çocuk bu dönemde verebileceğimizin tamamını aldı: ${kroner(ceiling)}.`,
    'fritidspas-not-yet-valid': ({ firstDay }) => `Kartın geçerlilik başlangıcı: ${day(firstDay)}. O günü bekleyin.`,
    'fritidspas-over': ({ lastDay }) => `Kart artık geçerli değil. Bitiş: ${day(lastDay)}. Yeniden başvurabilirsiniz.`,
    'provider-type-not-paid': () => 'Kart burada ödeyemez. Başka bir yer seçin ya da bizi arayın.',
    'kind-not-paid': ({ kind }) => `Kart şunu ödeyemez: ${supports[kind]}. Emin değilseniz bizi arayın.`,
    'purse-too-small': ({ covered, missing }) => `Kart ${kroner(covered)} ödeyebilir. Siz ${kroner(missing)} ödersiniz.`,
    'hold-not-open': () => 'Para artık ayrılmış değil. Grubu yeniden seçin.',
    'hold-timed-out': ({ keptUntil }) => `Para şu güne kadar ayrılmıştı: ${day(keptUntil)}. Grubu yeniden seçin.`,
    'fee-higher-than-held': ({ fee, held }) => `Grup artık ${kroner(fee)}. Ayrılan: ${kroner(held)}. Yeni fiyata evet veya hayır deyin.`,

    'forening-not-approved': () => 'Dernek henüz onaylı değil. Bizi arayın, soralım.',
    'forening-approval-limited': () => 'Dernek bazı şeyler için onaylı, ama bunun için değil. Başka bir grup seçin.',
    'forening-declaration-missing': () => 'Derneğin bize bir belge göndermesi gerekiyor. Sonra deneyin ya da başka bir yer seçin.',
    'forening-suspended': () => 'Dernek şu anda yeni çocuk almıyor. Başka bir yer seçin.',
    'forening-closed': () => 'Dernek kapandı. Başka bir yer seçin.',
    'provider-type-excluded': () => 'Kart burada kullanılamaz. Başka bir yer seçin.',
    'too-young-for-place': ({ years, from, on }) => `Grup ${from} yaşından başlar. Çocuk ${day(on)} günü ${years} yaşında. Yanlış mı? Bizi arayın.`,
    'too-old-for-place': ({ years, to, on }) => `Grup en çok ${to} yaş içindir. Çocuk ${day(on)} günü ${years} yaşında. Yanlış mı? Bizi arayın.`,
    'birth-year-outside': ({ birthYear, from, to }) => `Grup ${from}–${to} doğumlular içindir. Çocuk ${birthYear} doğumlu. Başka bir grup seçin.`,
    'grade-outside': ({ grade, from, to }) => `Grup ${from}–${to}. sınıflar içindir. Çocuk ${grade}. sınıfta. Yanlış mı? Bizi arayın.`,
    'grade-unknown': ({ from, to }) => `Grup ${from}–${to}. sınıflar içindir. Çocuğun sınıfını yazın.`,
    'offer-on-other-days': ({ days }) => `Grubun günleri: ${weekdays(days)}. Size uyan günlerde bir grup seçin.`,
    'support-need-not-met': () => 'Grupta ihtiyacınız olan destek yok. Bizi arayın, başkasını bulalım.',
    'offer-without-trial': () => 'Burada ücretsiz deneme yok. Başka bir grup seçin ya da bizi arayın.',
    'offer-season-over': ({ lastDay }) => `Grup bitti: ${day(lastDay)}. Başka bir grup seçin.`,

    'activity-not-offered': () => 'Bu etkinlik burada yok. Başka birini seçin.',
    'activity-cancelled': () => 'Etkinlik iptal edildi. Başka birini seçin.',
    'signup-not-open-yet': ({ opens }) => `Kayıt başlangıcı: ${moment(opens)}. O zaman yeniden gelin.`,
    'signup-closed': ({ closed }) => `Kayıt bitişi: ${moment(closed)}. Başka bir etkinlik seçin.`,
    'activity-over': ({ lastDay }) => `Son gün: ${day(lastDay)}. Başka bir şey seçin.`,
    'child-limit-reached': ({ limit, next }) => limit === 0
      ? `Bir çocuk şu anda yer alamaz. ${next ? `${moment(next.from)} itibarıyla yeniden deneyin.` : 'Bir yanlış varsa bizi arayın.'}`
      : `Bir çocuk şu anda ${limit} yer alabilir. ${next ? `${moment(next.from)} itibarıyla daha fazla seçebilirsiniz.` : 'Değiştirmek isterseniz birini iptal edin.'}`,
    'waiting-limit-reached': ({ limit, next }) => limit === 0
      ? `Bir çocuk şu anda bekleme listesinde olamaz. ${next ? `${moment(next.from)} itibarıyla yeniden deneyin.` : 'Boş yeri olan bir etkinlik seçin.'}`
      : `Bir çocuk şu anda ${limit} bekleme listesinde olabilir. ${next ? `${moment(next.from)} itibarıyla daha fazla seçebilirsiniz.` : 'Değiştirmek isterseniz birinden çıkın.'}`,
    'waiting-list-full': () => 'Grup da bekleme listesi de dolu. Başka bir grup seçin.',
    'clashes-with-place': ({ on }) => `Çocuğun ${day(on)} günü aynı saatte başka bir yeri var. Onu iptal edin ya da başka bir gün seçin.`,
    'no-time-between-places': ({ on, minutes, needed }) => `${day(on)} günü iki yer arasında yalnızca ${minutes} dakika var, yol ise ${needed} dakika sürer. Başka bir gün seçin ya da yetişebileceğinizi söyleyin.`,
    'seat-over': ({ heldUntil }) => `Ödeme süresi şu zaman doldu: ${moment(heldUntil)}. Yer sıradakine geçti. Yeniden yazılabilirsiniz.`,
    'seat-extended-enough': ({ most }) => `Size ${most} kez ek süre verildi. Şimdi ödeyin ya da bizi arayın.`,
    'payment-of-one-program': () => 'Bir seferde yalnızca bir tatil programındaki yerler için ödeme yapılabilir.',
    'nothing-to-pay': () => 'Şu anda burada ödenecek bir şey yok.',
    'payment-open-already': () => 'Yerlerden biri için zaten bir ödeme sürüyor. Onu tamamlayın ya da biraz sonra yeniden deneyin.',
    'group-member-refused': ({ because }) => `Hepiniz birlikte yer alamıyorsunuz. ${say(tr.whyNot, because) ?? tr.other}`,
    'friend-cannot-come': () => 'Birlikte olmak istediklerinizden biri buraya katılamıyor. Birbirinize sorun, başka bir şey seçin ya da yeri tek başınıza alın.',
    'friends-changed': () => 'Grup bu arada değişti ya da başka bir programa ait. Şimdi kimlerin birlikte olduğuna Arkadaşlar bölümünden bakın.',
    'holiday-price-stands': ({ price }) => `Tatil programındaki fiyat ${kroner(price)} ve değiştirilemez. Onu yazın ya da belediyeyi arayın.`,
    'place-offer-lapsed': ({ deadline }) => `Yer şu zamana kadar sizindi: ${moment(deadline)}. Şimdi sıradakine geçti. Yeniden yazılabilirsiniz.`,
    'signup-move-impossible': () => 'Kayıt bu arada değişti. Sayfayı yenileyin ve son duruma bakın.',
    'no-free-place': ({ ahead }) => `Henüz boş yer yok. ${ahead === 0 ? 'Sırada ilk sizsiniz.' : `Önünüzde ${ahead} kişi var.`} Yer olunca yazarız.`,
    'group-needs-more-places': ({ needs, free }) => `Size ${needs} yer gerekiyor. Boş yer: ${free}. Yeterince yer olunca yazarız.`,
    'line-waits-for-group': ({ needs, free }) => `Öndekilere birlikte ${needs} yer gerekiyor. Boş yer: ${free}. Bu yüzden herkes biraz bekler.`,
    'waits-child-limit-reached': ({ limit }) => limit === 0
      ? 'Çocuk şu anda yer alamaz. Listede kalırsınız.'
      : `Çocuk alınabilecek ${limit} yeri aldı. Birini iptal ederseniz sıra size gelebilir.`,
    'waits-activity-cancelled': () => 'Etkinlik iptal edildi. Yer açılmayacak. Başka birini seçin.',
    'program-not-published': () => 'Program henüz hazır değil. Sonra yeniden gelin.',
    'program-opens-later': ({ opens }) => `Açılış: ${moment(opens)}. O zaman yeniden gelin.`,
    'wishes-not-open': ({ opens, closes }) => `Dilekler şu zamanlar arasında bildirilebilir: ${moment(opens)} – ${moment(closes)}.`,
    'too-many-wishes': ({ most }) => `Bir çocuk ${most} etkinlik dileyebilir. Bazılarını çıkarın.`,
    'wish-not-admitted': ({ because }) => `Dileklerinizden biri uymuyor. ${say(tr.whyNot, because) ?? tr.other}`,
    'wishes-changed': () => 'Dilekler bu arada başka bir yerde değiştirildi. Yeniden bakın, sonra kaydedin.',
    'friends-over': ({ closed }) => `Program kapandı: ${moment(closed)}. Artık grup kurulamaz.`,
    'friend-group-full': ({ most }) => `Grup dolu. Bir grupta ${most} çocuk olabilir.`,
    'child-has-friends': () => 'Çocuk bu programda zaten başka bir grupla. Önce o gruptan çıkın.',
    'program-takes-wishes': ({ until }) => `Burada yerler kurayla dağıtılır.${until ? ` Kalan yerleri almak için başlangıç: ${moment(until)}.` : ''}`,
    'program-signup-over': ({ closed }) => `Kayıt kapandı${closed ? `: ${moment(closed)}` : ''}. Boş yerler için bizi arayın.`,

    'occurrence-not-yet': ({ on }) => `Antrenman günü: ${day(on)}. O gün işaretleyin.`,
    'marking-closed': ({ since }) => `Liste kapandı: ${moment(since)}. Bir yanlış varsa belediyeyi arayın.`,
    'mark-id-used-otherwise': () => 'Bu işaret daha önce başka bir cevapla kondu. Listeyi yenileyin ve kontrol edin.',
    'care-note-over': ({ lastDay }) => `Etkinlik bitti: ${day(lastDay)}. Artık yazacak bir şey yok.`,
    'absence-too-late': ({ on }) => `Gün geçti: ${day(on)}. Bir yanlış varsa bizi arayın.`,
    'follow-up-not-asked': () => 'Henüz sormadık. Sorduğumuzda mesaj alırsınız.',
    'follow-up-cancelled': () => 'Bunu artık sormuyoruz. Zamanınız için teşekkürler.',
    'guide-certificate-lapsed': () => 'Rehber şu anda gelemiyor. Bir çözüm bulup sizi arayacağız.',
    'escort-permission-missing': () => 'Sizden bir evet gerekiyor. Rehber çocuğu ancak siz evet deyince alabilir.',
    'match-not-active': () => 'Rehber artık sizinle değil. Yenisini isterseniz bizi arayın.',
    'match-time-over': ({ endedOn }) => `Rehberle süre bitti: ${day(endedOn)}. Daha fazlası gerekiyorsa bizi arayın.`,
    'match-move-impossible': () => 'Rehberinizle ilgili bir şey değişti. Sayfayı yenileyin ve son duruma bakın.',
  },
}
