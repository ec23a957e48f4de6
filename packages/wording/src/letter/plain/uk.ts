import type { PlainTexts } from './plain-texts.ts'

/** The plain page in Ukrainian. */
export const uk: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `Ми отримали вашу заяву на ${ordning}. Дитина: ${child}.`, next: ({ day }) => `Ви отримаєте відповідь не пізніше ${day}.` },
    granted: { heading: ({ child, ordning }) => `Так, ${child} отримує ${ordning}.`, next: () => 'Знайдіть заняття, яке подобається дитині, і запишіться.' },
    'partly-granted': { heading: ({ child }) => `${child} отримує частину того, про що ви просили.`, next: () => 'У листі написано, що ви отримуєте і чому не все.' },
    refused: { heading: ({ child, ordning }) => `Цього разу ${child} не отримує ${ordning}.`, next: () => 'У листі написано чому. Зателефонуйте нам, якщо щось неправильно.' },
    withdrawn: { heading: ({ child, ordning }) => `${ordning} припиняється у день, указаний у листі. Дитина: ${child}.`, next: () => 'У листі написано чому. Зателефонуйте нам, якщо щось неправильно.' },
    clawback: { heading: () => 'Ми просимо повернути гроші.', next: ({ day }) => `Термін: ${day}. Зателефонуйте нам, якщо вам важко.` },
    hearing: { heading: ({ child }) => `Ми хочемо вислухати вас, перш ніж відповісти. Дитина: ${child}.`, next: ({ day }) => `Дайте відповідь не пізніше ${day}. Можна зателефонувати.` },
    delay: { heading: ({ child }) => `Відповідь буде пізніше, ніж ми обіцяли. Дитина: ${child}.`, next: ({ day }) => `Ви отримаєте відповідь не пізніше ${day}.` },
  },
  danishCounts: 'Чинним є лист данською мовою. Тут коротко про головне.',
  call: ({ phone }) => `Зателефонуйте нам за номером ${phone}, якщо хочете поговорити з людиною.`,
}
