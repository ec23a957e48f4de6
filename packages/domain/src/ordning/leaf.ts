/**
 * A configurable value of an ordning. The plain value is what the published source says. `null` is "—": no source
 * gives it, and it blocks publication. An `Eksempel` is a value a demo kommune made up; every screen, letter and
 * report that uses it shows the word "eksempel" (schemes.md, opening). What does not exist is never null: it is a kind
 * of its own, such as `{ kind: 'none' }`.
 */
export type Leaf<T> = T | Eksempel<T> | null

/** A value no source gives, filled in so that a demo can run. */
export type Eksempel<T> = { readonly value: T; readonly origin: 'eksempel' }

/** Marks a made-up value as such. */
export const eksempel = <T>(value: T): Eksempel<T> => ({ value, origin: 'eksempel' })

/** Whether a leaf, or anything else in the rules, is a made-up value. */
export const isEksempel = (leaf: unknown): leaf is Eksempel<unknown> =>
  typeof leaf === 'object' && leaf !== null && 'origin' in leaf && leaf.origin === 'eksempel'

/** The value of a leaf, published or eksempel; null when no one has given it. There is no default. */
export const given = <T>(leaf: Leaf<T>): T | null => (isEksempel(leaf) ? leaf.value as T : leaf as T | null)

/** Paths (`pass.purses.0.ceiling`) of every value that is an eksempel, in the order of the rules. */
export const eksempelPaths = (rules: unknown): string[] => pathsWhere(rules, isEksempel)

/** Paths of every value nobody has given, in the order of the rules. */
export const unknownPaths = (rules: unknown): string[] => pathsWhere(rules, (value) => value === null)

/** Whether a value at `path`, or anything below or above it, is an eksempel: does a text that uses it need the tag? */
export const isEksempelPath = (rules: unknown, path: string): boolean =>
  eksempelPaths(rules).some((found) => found === path || found.startsWith(`${path}.`) || path.startsWith(`${found}.`))

const pathsWhere = (value: unknown, matches: (value: unknown) => boolean, path = ''): string[] => {
  if (matches(value)) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    pathsWhere(child, matches, path === '' ? key : `${path}.${key}`))
}
