/** What a family has chosen on the programme's page. Empty asks for nothing; all of it stands in the address. */
export interface Choices {
  days: readonly string[]
  time: 'morning' | 'afternoon' | null
  areas: readonly string[]
  topics: readonly string[]
  needs: readonly string[]
  free: boolean
  noCost: boolean
  kept: boolean
  /** Also what the child is too young or too old for. */
  all: boolean
  text: string
}

export const noChoices: Choices = { days: [], time: null, areas: [], topics: [], needs: [], free: false, noCost: false, kept: false, all: false, text: '' }

const times = { formiddag: 'morning', eftermiddag: 'afternoon' } as const
const list = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? value.split('~') : [])

/** Reads the choices out of the address. Whatever is not understood asks for nothing. */
export const readChoices = (search: Readonly<Record<string, unknown>>): Choices => ({
  days: list(search.dage), areas: list(search.omraade), topics: list(search.emne), needs: list(search.behov),
  time: times[search.tid as keyof typeof times] ?? null,
  free: search.ledige === 1, noCost: search.gratis === 1, kept: search.husket === 1, all: search.alle === 1,
  text: search.soeg === undefined ? '' : String(search.soeg),
})

/** The choices as the address carries them; what is not chosen leaves it. */
export const writeChoices = (choices: Choices): Record<string, unknown> => ({
  dage: join(choices.days), omraade: join(choices.areas), emne: join(choices.topics), behov: join(choices.needs),
  tid: choices.time === null ? undefined : choices.time === 'morning' ? 'formiddag' : 'eftermiddag',
  ledige: flag(choices.free), gratis: flag(choices.noCost), husket: flag(choices.kept), alle: flag(choices.all),
  soeg: choices.text === '' ? undefined : choices.text,
})

const join = (values: readonly string[]) => (values.length === 0 ? undefined : values.join('~'))
const flag = (on: boolean) => (on ? 1 : undefined)

/** Adds a value to a list of choices, or takes it out. */
export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
