import type { PlainTexts } from './plain-texts.ts'

/** The plain page in Arabic, read from right to left. */
export const ar: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `وصلنا طلبكم للحصول على ${ordning} من أجل ${child}.`, next: ({ day }) => `ستحصلون على الجواب في موعد أقصاه ${day}.` },
    granted: { heading: ({ child, ordning }) => `نعم، تمت الموافقة على ${ordning} من أجل ${child}.`, next: ({ child }) => `ابحثوا عن نشاط مناسب من أجل ${child} ثم سجّلوا.` },
    'partly-granted': { heading: ({ child }) => `تمت الموافقة على جزء مما طلبتموه من أجل ${child}.`, next: () => 'تجدون في الرسالة ما ستحصلون عليه، ولماذا لم تحصلوا على كل شيء.' },
    refused: { heading: ({ child, ordning }) => `لم تتم الموافقة هذه المرة على ${ordning} من أجل ${child}.`, next: () => 'تجدون السبب في الرسالة. اتصلوا بنا إذا كان هناك خطأ.' },
    withdrawn: { heading: ({ child, ordning }) => `يتوقف ${ordning} من أجل ${child} في اليوم المذكور في الرسالة.`, next: () => 'تجدون السبب في الرسالة. اتصلوا بنا إذا كان هناك خطأ.' },
    clawback: { heading: () => 'نطلب استرداد مبلغ من المال.', next: ({ day }) => `الموعد هو ${day}. اتصلوا بنا إذا كان ذلك صعباً عليكم.` },
    hearing: { heading: ({ child }) => `نودّ أن نسمع رأيكم قبل أن نجيب بشأن ${child}.`, next: ({ day }) => `أجيبونا في موعد أقصاه ${day}. يمكنكم الاتصال بالهاتف.` },
    delay: { heading: ({ child }) => `سيتأخر الجواب بشأن ${child} عن الموعد الذي وعدنا به.`, next: ({ day }) => `ستحصلون على الجواب في موعد أقصاه ${day}.` },
  },
  danishCounts: 'الرسالة الدنماركية هي المعتمدة. هذا ملخص قصير لها.',
  call: ({ phone }) => `اتصلوا بنا على ${phone} إذا أردتم التحدث مع شخص.`,
}
