/** The drawings that an activity can have; the same names as in the desk's form. */
export type PictogramName = 'fodbold' | 'svoemning' | 'gymnastik' | 'dans' | 'klatring' | 'spejder' | 'musik' | 'kreativ' | 'ude' | 'kajak'
