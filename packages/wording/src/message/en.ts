import type { FamilyWords } from './family-words.ts'

/** English. */
export const en: FamilyWords = {
  hello: 'Hello',
  call: (kommune, phone) => `Questions? Call ${kommune} on ${phone}.`,
  purposes: {
    news: { subject: 'There is news for you', line: 'There is news for you. Log in and read it here:' },
    'follow-up': { subject: 'One quick question', line: 'How is it going? Answer with one tap here:' },
    'place-offered': { subject: 'A place is free', line: 'A place is free. Say yes or no here:' },
    receipt: { subject: 'We have received it', line: 'We have received what you sent. You can follow it here:' },
    tomorrow: { subject: 'You have an appointment tomorrow', line: 'You have an appointment tomorrow. See more in Medspil:' },
    afterwards: { subject: 'There is more to go to', line: 'Would you like more? See what is close to you:' },
  },
}
