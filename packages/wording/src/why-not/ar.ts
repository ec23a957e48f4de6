import { sayKroner as kroner } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import type { CitizenWords, SupportNames } from './words.ts'
import { say } from './words.ts'

const { day, moment, weekdays, plural } = factsIn('ar')

const supports: SupportNames = {
  kontingent: 'رسوم العضوية', kit: 'المعدات', trip: 'رحلة أو بطولة', camp: 'مخيم', transport: 'المواصلات',
  guidance: 'الإرشاد', guideHours: 'مرافق لأوقات الفراغ', reservedPlace: 'مكان محجوز', signUpForFamily: 'المساعدة في التسجيل',
}

/** Arabic, with the digits of the Danish letter. */
export const ar: CitizenWords = {
  other: 'لا يمكننا ذلك الآن. اتصل بنا وسنساعدك.',
  whyNot: {
    'link-used-up': () => 'تم استعمال الرابط. إجابتك محفوظة. هل تريد تغييرها؟ اتصل بنا.',
    'link-expired': () => 'الرابط قديم. اتصل بنا وسنرسل رابطًا جديدًا.',
    'level-too-low': () => 'تسجيل دخولك ليس آمنًا بما يكفي لهذا. سجّل الدخول بواسطة MitID.',
    'too-young-to-log-in': ({ from }) => `يجب أن يكون عمرك ${from} سنة لتقدّم بنفسك. اطلب من شخص بالغ أن يسجّل الدخول.`,
    'not-known-here': () => 'لا يمكننا العثور عليكم هنا. اتصل بنا وسننظر في الأمر.',
    'same-id-other-content': () => 'أُرسل هذا من قبل بإجابات أخرى. حدّث الصفحة وراجع إجاباتك.',
    'too-many-tries': () => 'كانت المحاولات كثيرة. انتظر قليلًا ثم حاول من جديد.',

    'application-not-there': () => 'تقدّم الطلب في هذه الأثناء. انظر في صفحتكم ماذا يحدث الآن.',
    'consent-withdrawn': ({ on }) => `سحبتَ موافقتك في ${day(on)}.`,
    'support-not-offered': ({ kind }) => `لا يمكننا دفع هذا هنا: ${supports[kind]}. اختر شيئًا آخر.`,
    'support-given-twice': ({ kind }) => `اخترت هذا مرتين: ${supports[kind]}. احذف واحدًا.`,
    'amount-needed': ({ kind }) => `اكتب المبلغ الذي تطلبونه: ${supports[kind]}.`,
    'above-ceiling': ({ kind, most }) => `أقصى ما يمكننا دفعه هو ${kroner(most)} (${supports[kind]}). اكتب مبلغًا أصغر.`,
    'no-door-for-this-role': () => 'لا يمكنك التقديم بنفسك هنا. اتصل بنا وسنجد طريقة.',
    'too-young-to-apply-alone': ({ from }) => `يجب أن يكون عمرك ${from} سنة لتقدّم بنفسك. اطلب من شخص بالغ أن يقدّم.`,
    'grant-role-not-given': () => 'لا نرى هنا من يحق له التقديم. اتصل بنا وسنعرف ذلك.',
    'no-ordning-on-day': ({ next }) => next ? `لا يمكن التقديم الآن. يمكنكم التقديم ابتداءً من ${day(next)}.` : 'لا يمكن التقديم الآن. اتصل بنا واسأل عما يمكننا فعله غير ذلك.',
    'period-not-given': () => 'لا نعرف بعد كم تدوم المدة. اتصل بنا.',
    'period-length-not-offered': ({ offered }) => `اختر إحدى هذه المدد بالأشهر: ${offered.join('، ')}.`,
    'plan-not-running': ({ firstDay, lastDay }) => `يمكن التقديم من ${day(firstDay)} إلى ${day(lastDay)}. اختر يومًا بينهما.`,
    'years-used-up': ({ years }) => `حصل الطفل على المساعدة لعدد من السنوات: ${years}. لا يمكننا إعطاء المزيد. اتصل بنا بشأن الادخار.`,
    'already-given-once': ({ on }) => `حصل الطفل عليها في ${day(on)}. يمكن الحصول عليها مرة واحدة. اتصل بنا إن تغيّر شيء.`,
    'pool-empty': () => 'لم يبق مال هذا العام. ليس هذا ذنبكم. اتصل بنا بشأن إمكانيات أخرى.',
    'waiting-for-pool': () => 'لا يوجد مال الآن. الطلب ينتظر. لا يلزمكم فعل شيء.',

    'pass-not-offered': () => 'لا نعطي بطاقة fritidspas هنا. اتصل بنا وسنساعدكم بطريقة أخرى.',
    'provider-type-not-accepted': () => 'لا يمكن استعمال البطاقة هنا. اختر مكانًا آخر.',
    'period-over': ({ lastDay }) => `انتهت المدة في ${day(lastDay)}. يمكنكم التقديم من جديد.`,
    'period-ceiling-reached': ({ ceiling }) => `حصل الطفل على كل ما يمكننا إعطاؤه في هذه المدة: ${kroner(ceiling)}.`,
    'fritidspas-not-yet-valid': ({ firstDay }) => `البطاقة صالحة ابتداءً من ${day(firstDay)}. انتظر حتى ذلك اليوم.`,
    'fritidspas-over': ({ lastDay }) => `لم تعد البطاقة صالحة. انتهت في ${day(lastDay)}. يمكنكم التقديم من جديد.`,
    'provider-type-not-paid': () => 'لا تدفع البطاقة هنا. اختر مكانًا آخر أو اتصل بنا.',
    'kind-not-paid': ({ kind }) => `لا تدفع البطاقة هذا: ${supports[kind]}. اتصل بنا إن كنت في شك.`,
    'purse-too-small': ({ covered, missing }) => `تدفع البطاقة ${kroner(covered)}. وتدفعون أنتم ${kroner(missing)}.`,
    'hold-not-open': () => 'لم يعد المبلغ محجوزًا. اختر الفريق من جديد.',
    'hold-timed-out': ({ keptUntil }) => `كان المبلغ محجوزًا حتى ${day(keptUntil)}. اختر الفريق من جديد.`,
    'fee-higher-than-held': ({ fee, held }) => `سعر الفريق الآن ${kroner(fee)}. المبلغ المحجوز ${kroner(held)}. قل نعم أو لا للسعر الجديد.`,

    'forening-not-approved': () => 'لم تتم الموافقة على النادي بعد. اتصل بنا وسنسأله.',
    'forening-approval-limited': () => 'النادي معتمد لبعض الأشياء وليس لهذا. اختر فريقًا آخر.',
    'forening-declaration-missing': () => 'على النادي أن يرسل لنا ورقة. حاول لاحقًا أو اختر مكانًا آخر.',
    'forening-suspended': () => 'لا يستقبل النادي أحدًا الآن. اختر مكانًا آخر.',
    'forening-closed': () => 'أُغلق النادي. اختر مكانًا آخر.',
    'provider-type-excluded': () => 'لا يمكن استعمال البطاقة هنا. اختر مكانًا آخر.',
    'too-young-for-place': ({ years, from, on }) => `الفريق ابتداءً من عمر ${from}. عمر الطفل ${years} في ${day(on)}. هل هذا خطأ؟ اتصل بنا.`,
    'too-old-for-place': ({ years, to, on }) => `الفريق حتى عمر ${to}. عمر الطفل ${years} في ${day(on)}. هل هذا خطأ؟ اتصل بنا.`,
    'birth-year-outside': ({ birthYear, from, to }) => `الفريق للمولودين من ${from} إلى ${to}. الطفل مولود في ${birthYear}. اختر فريقًا آخر.`,
    'grade-outside': ({ grade, from, to }) => `الفريق للصفوف من ${from} إلى ${to}. الطفل في الصف ${grade}. هل هذا خطأ؟ اتصل بنا.`,
    'grade-unknown': ({ from, to }) => `الفريق للصفوف من ${from} إلى ${to}. اكتب في أي صف الطفل.`,
    'offer-on-other-days': ({ days }) => `أيام الفريق: ${weekdays(days)}. اختر فريقًا في أيامكم.`,
    'support-need-not-met': () => 'ليس لدى الفريق المساعدة التي تحتاجونها. اتصل بنا وسنجد غيره.',
    'offer-without-trial': () => 'لا يمكن التجربة مجانًا هنا. اختر فريقًا آخر أو اتصل بنا.',
    'offer-season-over': ({ lastDay }) => `انتهى الفريق في ${day(lastDay)}. اختر فريقًا آخر.`,

    'activity-not-offered': () => 'هذا النشاط غير موجود هنا. اختر نشاطًا آخر.',
    'activity-cancelled': () => 'أُلغي النشاط. اختر نشاطًا آخر.',
    'signup-not-open-yet': ({ opens }) => `يمكنكم التسجيل ابتداءً من ${moment(opens)}. عودوا حينها.`,
    'signup-closed': ({ closed }) => `كان التسجيل ممكنًا حتى ${moment(closed)}. اختر نشاطًا آخر.`,
    'activity-over': ({ lastDay }) => `كانت المرة الأخيرة في ${day(lastDay)}. اختر شيئًا آخر.`,
    'child-limit-reached': ({ limit, next }) => limit === 0
      ? `لا يمكن للطفل الحصول على مكان الآن. ${next ? `حاولوا من جديد ابتداءً من ${moment(next.from)}.` : 'اتصل بنا إن كان هناك خطأ.'}`
      : `عدد الأماكن الممكنة للطفل الآن: ${limit}. ${next ? `ابتداءً من ${moment(next.from)} يمكنكم اختيار المزيد.` : 'ألغِ واحدًا إن أردتم التبديل.'}`,
    'waiting-limit-reached': ({ limit, next }) => limit === 0
      ? `لا يمكن للطفل الدخول في قائمة انتظار الآن. ${next ? `حاولوا من جديد ابتداءً من ${moment(next.from)}.` : 'اختر نشاطًا فيه مكان شاغر.'}`
      : `عدد قوائم الانتظار الممكنة للطفل الآن: ${limit}. ${next ? `ابتداءً من ${moment(next.from)} يمكنكم اختيار المزيد.` : 'اخرجوا من واحدة إن أردتم التبديل.'}`,
    'waiting-list-full': () => 'الفريق وقائمة الانتظار ممتلئان. اختر فريقًا آخر.',
    'clashes-with-place': ({ on }) => `للطفل مكان آخر في الوقت نفسه يوم ${day(on)}. ألغِ ذلك المكان أو اختر يومًا آخر.`,
    'no-time-between-places': ({ on, minutes, needed }) => `بين المكانين ${plural(minutes, { one: 'دقيقة واحدة', two: 'دقيقتان', few: `${minutes} دقائق`, other: `${minutes} دقيقة` })} فقط يوم ${day(on)}، والطريق يحتاج ${needed}. اختر يومًا آخر، أو قل إنكم تستطيعون الوصول.`,
    'seat-over': ({ heldUntil }) => `انتهى وقت الدفع في ${moment(heldUntil)}. ذهب المكان إلى التالي. يمكنكم الدخول في القائمة من جديد.`,
    'seat-extended-enough': ({ most }) => `أعطيناكم وقتًا إضافيًا ${plural(most, { one: 'مرة واحدة', two: 'مرتين', few: `${most} مرات`, other: `${most} مرة` })}. ادفعوا الآن أو اتصلوا بنا.`,
    'payment-of-one-program': () => 'يمكن الدفع لأماكن في برنامج إجازة واحد فقط في كل مرة.',
    'nothing-to-pay': () => 'لا يوجد ما يُدفع هنا الآن.',
    'payment-open-already': () => 'هناك عملية دفع جارية لأحد الأماكن. أكملوها أو حاولوا مرة أخرى بعد قليل.',
    'group-member-refused': ({ because }) => `لا يمكن أن تحصلوا جميعًا على أماكن معًا. ${say(ar.whyNot, because) ?? ar.other}`,
    'friend-cannot-come': () => 'أحد الذين تريدون الذهاب معهم لا يمكنه المشاركة هنا. اسألوا بعضكم، أو اختاروا شيئًا آخر، أو خذوا المكان وحدكم.',
    'friends-changed': () => 'تغيّرت المجموعة في هذه الأثناء، أو أنها تخص برنامجًا آخر. انظروا تحت «الأصدقاء» من يشارك الآن.',
    'holiday-price-stands': ({ price }) => `السعر في برنامج العطلة هو ${kroner(price)} ولا يمكن تغييره. اكتبوه أو اتصلوا بالبلدية.`,
    'place-offer-lapsed': ({ deadline }) => `كان المكان لكم حتى ${moment(deadline)}. والآن ذهب إلى التالي. يمكنكم الدخول في القائمة من جديد.`,
    'signup-move-impossible': () => 'تغيّر التسجيل في هذه الأثناء. حدّث الصفحة وانظر أين وصل.',
    'no-free-place': ({ ahead }) => `لا يوجد مكان شاغر بعد. ${ahead === 0 ? 'أنتم أول القائمة.' : `عدد من أمامكم: ${ahead}.`} سنكتب لكم عندما يتوفر مكان.`,
    'group-needs-more-places': ({ needs, free }) => `عدد الأماكن التي تحتاجونها: ${needs}. الشاغر الآن: ${free}. سنكتب لكم عندما يكفي العدد.`,
    'line-waits-for-group': ({ needs, free }) => `من أمامكم يحتاجون أماكن معًا، عددها: ${needs}. الشاغر الآن: ${free}. لذلك ينتظر الجميع قليلًا.`,
    'waits-child-limit-reached': ({ limit }) => limit === 0
      ? 'لا يمكن للطفل الحصول على مكان الآن. تبقون في القائمة.'
      : `لدى الطفل كل الأماكن الممكنة: ${limit}. ألغِ واحدًا، فقد يأتي دوركم.`,
    'waits-activity-cancelled': () => 'أُلغي النشاط. لن تتوفر أماكن. اختر نشاطًا آخر.',
    'program-not-published': () => 'البرنامج غير جاهز بعد. عودوا لاحقًا.',
    'program-opens-later': ({ opens }) => `يُفتح في ${moment(opens)}. عودوا حينها.`,
    'wishes-not-open': ({ opens, closes }) => `يمكنكم تقديم الرغبات من ${moment(opens)} حتى ${moment(closes)}.`,
    'too-many-wishes': ({ most }) => `يمكن للطفل أن يرغب في ${plural(most, { one: 'نشاط واحد', two: 'نشاطين', few: `${most} أنشطة`, many: `${most} نشاطًا`, other: `${most} نشاط` })}. احذفوا بعضها.`,
    'wish-not-admitted': ({ because }) => `إحدى رغباتكم غير مناسبة. ${say(ar.whyNot, because) ?? ar.other}`,
    'wishes-changed': () => 'تغيّرت الرغبات في مكان آخر. انظروا إليها مرة أخرى ثم احفظوا.',
    'friends-over': ({ closed }) => `أُغلق البرنامج في ${moment(closed)}. لم يعد ممكنًا تكوين مجموعات.`,
    'friend-group-full': ({ most }) => `المجموعة مكتملة. يمكن أن تضم المجموعة ${most} أطفال.`,
    'child-has-friends': () => 'الطفل مشارك بالفعل مع مجموعة أخرى في البرنامج. اخرجوا منها أولًا.',
    'program-takes-wishes': ({ until }) => `توزَّع الأماكن هنا بالقرعة.${until ? ` يمكنكم أخذ ما يتبقى ابتداءً من ${moment(until)}.` : ''}`,
    'program-signup-over': ({ closed }) => `أُغلق التسجيل${closed ? ` في ${moment(closed)}` : ''}. اتصل بنا بشأن الأماكن الشاغرة.`,

    'occurrence-not-yet': ({ on }) => `التدريب في ${day(on)}. ضع العلامة في ذلك اليوم.`,
    'marking-closed': ({ since }) => `أُغلقت القائمة في ${moment(since)}. اتصل بالبلدية إن كان هناك خطأ.`,
    'mark-id-used-otherwise': () => 'وُضعت هذه العلامة من قبل بإجابة أخرى. حدّث القائمة وتحقق.',
    'care-note-over': ({ lastDay }) => `انتهى النشاط في ${day(lastDay)}. لا يوجد ما يُكتب بعد الآن.`,
    'absence-too-late': ({ on }) => `انتهى يوم ${day(on)}. اتصل بنا إن كان هناك خطأ.`,
    'follow-up-not-asked': () => 'لم نسأل بعد. ستصلكم رسالة عندما نسأل.',
    'follow-up-cancelled': () => 'لم نعد نسأل عن هذا. شكرًا لوقتكم.',
    'guide-certificate-lapsed': () => 'لا يستطيع المرافق الحضور الآن. سنجد حلًا ونتصل بكم.',
    'escort-permission-missing': () => 'نحتاج إلى موافقتكم. لا يأخذ المرافق الطفل إلا بعد أن توافقوا.',
    'match-not-active': () => 'لم يعد المرافق معكم. اتصل بنا إن أردتم مرافقًا جديدًا.',
    'match-time-over': ({ endedOn }) => `انتهت المدة مع المرافق في ${day(endedOn)}. اتصل بنا إن احتجتم إلى المزيد.`,
    'match-move-impossible': () => 'تغيّر شيء مع مرافقكم. حدّث الصفحة وانظر أين وصل الأمر.',
  },
}
