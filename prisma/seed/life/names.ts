import type { Chance } from './chance.ts'

const girls = ['Alba', 'Asta', 'Aisha', 'Clara', 'Ella', 'Esther', 'Hodan', 'Ida', 'Karla', 'Lea', 'Liv', 'Luna', 'Maryam', 'Mille', 'Nora', 'Olga', 'Rana', 'Selma', 'Sofia', 'Vera', 'Viola', 'Zeynep']
const boys = ['Adam', 'Aksel', 'Anton', 'Bilal', 'Carl', 'Elias', 'Emil', 'Felix', 'Hugo', 'Ismail', 'Johan', 'Konrad', 'Liam', 'Magnus', 'Noel', 'Omar', 'Otto', 'Pelle', 'Samir', 'Theo', 'Viktor', 'Yusuf']
const grownUps = ['Anja', 'Bettina', 'Birgitte', 'Dorthe', 'Farah', 'Hanne', 'Irina', 'Jesper', 'Kamilla', 'Lasse', 'Leyla', 'Martin', 'Natalia', 'Rikke', 'Samira', 'Stine', 'Thomas', 'Ulrik']
const surnames = ['Agerskov', 'Bakkegaard', 'Birkelund', 'Dalby', 'Elmholt', 'Engdal', 'Farooq', 'Fjordbo', 'Gravlund', 'Haddad', 'Hedegaard', 'Ibsgaard', 'Kildal', 'Lindehøj', 'Moseby', 'Nielstoft', 'Osman', 'Pilegaard', 'Ravnsø', 'Skovly', 'Strandby', 'Tofte', 'Vestermark', 'Yilmaz', 'Åkjær']

/** A made-up family: nobody here exists. */
export interface MadeUp { child: string; gender: 'female' | 'male'; guardian: string; language: string }

/** @returns names and the language the family reads */
export function nameFamily(chance: Chance): MadeUp {
  const gender = chance.yes(0.5) ? 'female' as const : 'male' as const
  const surname = chance.pick(surnames)
  return {
    gender, child: `${chance.pick(gender === 'female' ? girls : boys)} ${surname}`, guardian: `${chance.pick(grownUps)} ${surname}`,
    language: chance.yes(0.75) ? 'da' : chance.pick(['ar', 'tr', 'so', 'uk', 'en']),
  }
}
