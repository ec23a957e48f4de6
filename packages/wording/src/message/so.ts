import type { FamilyWords } from './family-words.ts'

/** Somali. */
export const so: FamilyWords = {
  hello: 'Salaan',
  call: (kommune, phone) => `Su’aal ma qabtaa? ${kommune} ka wac ${phone}.`,
  purposes: {
    news: { subject: 'War cusub ayaa kuu jira', line: 'War cusub ayaa kuu jira. Gal oo halkan ka akhri:' },
    'follow-up': { subject: 'Su’aal kooban', line: 'Sidee wax u socdaan? Halkan hal mar taabo si aad u jawaabto:' },
    'place-offered': { subject: 'Boos ayaa bannaan', line: 'Boos ayaa bannaan. Halkan ka dheh haa ama maya:' },
    receipt: { subject: 'Waan helnay', line: 'Waan helnay wixii aad soo dirtay. Halkan kala soco:' },
    tomorrow: { subject: 'Berri ballan ayaad leedihiin', line: 'Berri ballan ayaad leedihiin. Wax badan ka eeg Medspil:' },
    afterwards: { subject: 'Wax kale ayaa jira', line: 'Ma rabtaan wax kale? Eega waxa idiin dhow:' },
  },
}
