import type { FamilyWords } from './family-words.ts'

/** Danish: the source of the others. */
export const da: FamilyWords = {
  hello: 'Hej',
  call: (kommune, phone) => `Spørgsmål? Ring til ${kommune} på ${phone}.`,
  purposes: {
    news: { subject: 'Der er nyt til dig', line: 'Der er nyt til dig. Log ind, og læs det her:' },
    'follow-up': { subject: 'Et hurtigt spørgsmål', line: 'Hvordan går det? Svar med ét tryk her:' },
    'place-offered': { subject: 'Der er en ledig plads', line: 'Der er en ledig plads. Sig ja eller nej her:' },
    receipt: { subject: 'Vi har fået det', line: 'Vi har fået det, du sendte. Du kan følge det her:' },
    tomorrow: { subject: 'I har en aftale i morgen', line: 'I har en aftale i morgen. Se mere i Medspil:' },
    afterwards: { subject: 'Der er mere at gå til', line: 'Har du lyst til mere? Se, hvad der er tæt på jer:' },
  },
}
