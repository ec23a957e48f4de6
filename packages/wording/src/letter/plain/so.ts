import type { PlainTexts } from './plain-texts.ts'

/** The plain page in Somali. */
export const so: PlainTexts = {
  letters: {
    receipt: { heading: ({ child, ordning }) => `Waan helnay codsigiinna ${ordning} ee ${child}.`, next: ({ day }) => `Jawaabta waxaad helaysaan ugu dambayn ${day}.` },
    granted: { heading: ({ child, ordning }) => `Haa, ${child} waxaa loo oggolaaday ${ordning}.`, next: () => 'Raadi wax ilmuhu jecel yahay, kana diiwaangeli.' },
    'partly-granted': { heading: ({ child }) => `${child} waxaa loo oggolaaday qayb ka mid ah wixii aad codsateen.`, next: () => 'Warqadda waxaa ku qoran waxa aad helaysaan iyo sababta aydaan dhammaan u helin.' },
    refused: { heading: ({ child, ordning }) => `Markan ${child} looma oggolaan ${ordning}.`, next: () => 'Sababta waxay ku qoran tahay warqadda. Na soo wac haddii wax khaldan yihiin.' },
    withdrawn: { heading: ({ child, ordning }) => `${ordning} ee ${child} wuxuu istaagayaa maalinta warqadda ku qoran.`, next: () => 'Sababta waxay ku qoran tahay warqadda. Na soo wac haddii wax khaldan yihiin.' },
    clawback: { heading: () => 'Waxaan codsanaynaa in lacag naloo soo celiyo.', next: ({ day }) => `Maalintu waa ${day}. Na soo wac haddii ay adag tahay.` },
    hearing: { heading: ({ child }) => `Waxaan rabnaa inaan idin maqalno ka hor intaan ka jawaabin ${child}.`, next: ({ day }) => `Noo soo jawaab ugu dambayn ${day}. Waad na soo wici kartaan.` },
    delay: { heading: ({ child }) => `Jawaabta ${child} way ka dambaynaysaa waqtigii aan ballanqaadnay.`, next: ({ day }) => `Jawaabta waxaad helaysaan ugu dambayn ${day}.` },
  },
  danishCounts: 'Warqadda Danishka ah ayaa ah tan rasmiga ah. Halkan waa soo koobid.',
  call: ({ phone }) => `Naga soo wac ${phone} haddii aad rabto inaad qof la hadasho.`,
}
