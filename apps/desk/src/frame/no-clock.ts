/** How a clock that cannot be read is mended: the same words at every such field. */
export const noClock = 'Skriv et klokkeslæt, fx 9.30 eller 14'
