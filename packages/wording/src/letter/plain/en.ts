import type { PlainTexts } from './plain-texts.ts'

/** The plain page in English. */
export const en: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `We have your application for ${ordning} for ${child}.`, next: ({ day }) => `You will have an answer by ${day}.` },
    granted: { heading: ({ child, ordning }) => `Yes, ${child} gets ${ordning}.`, next: ({ child }) => `Find something ${child} wants to do, and sign up.` },
    'partly-granted': { heading: ({ child }) => `${child} gets part of what you asked for.`, next: () => 'The letter says what you get, and why you do not get all of it.' },
    refused: { heading: ({ child, ordning }) => `${child} does not get ${ordning} this time.`, next: () => 'The letter says why. Call us if something is wrong.' },
    withdrawn: { heading: ({ child, ordning }) => `${ordning} for ${child} stops on the day in the letter.`, next: () => 'The letter says why. Call us if something is wrong.' },
    clawback: { heading: () => 'We ask to have money back.', next: ({ day }) => `The day is ${day}. Call us if this is hard for you.` },
    hearing: { heading: ({ child }) => `We want to hear from you before we answer about ${child}.`, next: ({ day }) => `Answer us by ${day}. You may call us.` },
    delay: { heading: ({ child }) => `The answer about ${child} comes later than we promised.`, next: ({ day }) => `You will have an answer by ${day}.` },
  },
  danishCounts: 'The Danish letter is the one that counts. This is a short version.',
  call: ({ phone }) => `Call us on ${phone} if you want to talk to a person.`,
}
