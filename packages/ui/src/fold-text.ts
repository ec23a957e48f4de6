/**
 * Text as it is searched: without case, accents or the many ways of writing æ, ø and å, so that "svomning", "svoemning"
 * and "Svømning" find each other.
 */
export const foldText = (text: string): string => text.toLowerCase()
  .replace(/[øö]|oe/g, 'o').replace(/å|aa/g, 'a').replace(/[äæ]/g, 'ae')
  .normalize('NFD').replace(/\p{M}/gu, '')
