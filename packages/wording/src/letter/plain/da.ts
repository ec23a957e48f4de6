import type { PlainTexts } from './plain-texts.ts'

/** The plain page in Danish. */
export const da: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `Vi har fået ansøgningen om ${ordning} til ${child}.`, next: ({ day }) => `I får svar senest den ${day}.` },
    granted: { heading: ({ child, ordning }) => `Ja, ${child} får ${ordning}.`, next: ({ child }) => `Find noget, ${child} vil gå til, og meld til.` },
    'partly-granted': { heading: ({ child }) => `${child} får en del af det, I søgte om.`, next: () => 'I brevet står, hvad I får, og hvorfor I ikke får det hele.' },
    refused: { heading: ({ child, ordning }) => `${child} får ikke ${ordning} denne gang.`, next: () => 'I brevet står hvorfor. Ring til os, hvis noget er forkert.' },
    withdrawn: { heading: ({ child, ordning }) => `${ordning} til ${child} stopper den dag, der står i brevet.`, next: () => 'I brevet står hvorfor. Ring til os, hvis noget er forkert.' },
    clawback: { heading: () => 'Vi beder om at få penge tilbage.', next: ({ day }) => `Dagen er den ${day}. Ring til os, hvis det er svært.` },
    hearing: { heading: ({ child }) => `Vi vil gerne høre jer, før vi svarer om ${child}.`, next: ({ day }) => `Svar os senest den ${day}. I må gerne ringe.` },
    delay: { heading: ({ child }) => `Svaret om ${child} kommer senere, end vi lovede.`, next: ({ day }) => `I får svar senest den ${day}.` },
  },
  danishCounts: 'Det er brevet, der gælder. Her står det kort.',
  call: ({ phone }) => `Ring til os på ${phone}, hvis I vil tale med et menneske.`,
}
