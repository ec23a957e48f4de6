import type { DiscColour, PictogramName } from '@medspil/ui'

const known: readonly PictogramName[] = ['fodbold', 'svoemning', 'spejder', 'dans', 'klatring', 'musik', 'kreativ', 'ude', 'gymnastik', 'kajak']
const colours: Partial<Record<PictogramName, DiscColour>> = {
  svoemning: 'himmel', kajak: 'himmel', fodbold: 'graes', ude: 'graes', klatring: 'koral', dans: 'koral', spejder: 'sol', kreativ: 'sol',
}

/** The drawing of an offer; one that the forening did not choose is a ball. */
export const signOf = (pictogram: string): PictogramName => known.find((name) => name === pictogram) ?? 'fodbold'

/** The colour behind it, by kind of activity. */
export const colourOf = (pictogram: string): DiscColour => colours[signOf(pictogram)] ?? 'himmel'

/** The drawing for a way to get there, out of the forening's own words. */
export const travelSign = (travel: string): PictogramName => (/bus|tog/i.test(travel) ? 'bus' : /cykel/i.test(travel) ? 'cykel' : /gå|fods/i.test(travel) ? 'gang' : 'sted')
