import type { PlainTexts } from './plain-texts.ts'

/** The plain page in Turkish. */
export const tr: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `${child} için ${ordning} başvurunuzu aldık.`, next: ({ day }) => `Cevabınızı en geç ${day} tarihinde alırsınız.` },
    granted: { heading: ({ child, ordning }) => `Evet, ${child} için ${ordning} kabul edildi.`, next: () => 'Çocuğunuzun sevdiği bir etkinlik bulun ve kaydolun.' },
    'partly-granted': { heading: ({ child }) => `${child} için istediğinizin bir kısmı kabul edildi.`, next: () => 'Mektupta ne aldığınız ve neden hepsini almadığınız yazıyor.' },
    refused: { heading: ({ child, ordning }) => `${child} için ${ordning} bu sefer kabul edilmedi.`, next: () => 'Nedeni mektupta yazıyor. Bir yanlışlık varsa bizi arayın.' },
    withdrawn: { heading: ({ child, ordning }) => `${child} için ${ordning} mektupta yazan günde sona eriyor.`, next: () => 'Nedeni mektupta yazıyor. Bir yanlışlık varsa bizi arayın.' },
    clawback: { heading: () => 'Parayı geri istiyoruz.', next: ({ day }) => `Son gün: ${day}. Sizin için zorsa bizi arayın.` },
    hearing: { heading: ({ child }) => `${child} için cevap vermeden önce sizi dinlemek istiyoruz.`, next: ({ day }) => `En geç ${day} tarihinde cevap verin. Telefonla da olur.` },
    delay: { heading: ({ child }) => `${child} için cevap söz verdiğimizden geç gelecek.`, next: ({ day }) => `Cevabınızı en geç ${day} tarihinde alırsınız.` },
  },
  danishCounts: 'Geçerli olan Danca mektuptur. Burada kısaca yazılmıştır.',
  call: ({ phone }) => `Bir kişiyle konuşmak isterseniz ${phone} numarasını arayın.`,
}
