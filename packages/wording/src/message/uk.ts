import type { FamilyWords } from './family-words.ts'

/** Ukrainian. */
export const uk: FamilyWords = {
  hello: 'Вітаємо',
  call: (kommune, phone) => `Маєте запитання? Телефонуйте: ${kommune}, ${phone}.`,
  purposes: {
    news: { subject: 'Для вас є новина', line: 'Для вас є новина. Увійдіть і прочитайте тут:' },
    'follow-up': { subject: 'Одне коротке запитання', line: 'Як справи? Дайте відповідь одним дотиком тут:' },
    'place-offered': { subject: 'Є вільне місце', line: 'Є вільне місце. Скажіть «так» або «ні» тут:' },
    receipt: { subject: 'Ми отримали', line: 'Ми отримали те, що ви надіслали. Стежити можна тут:' },
    tomorrow: { subject: 'Завтра у вас зустріч', line: 'Завтра у вас зустріч. Більше в Medspil:' },
    afterwards: { subject: 'Є ще куди піти', line: 'Хочете ще? Подивіться, що є поруч:' },
  },
}
