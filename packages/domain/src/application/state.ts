/** Where an application stands (product.md 3 (a)). A grant on the spot begins at `granted`. */
export const applicationStates = [
  'draft', 'submitted', 'needs-info', 'hearing', 'waiting-for-pool', 'frozen',
  'granted', 'partly-granted', 'refused', 'withdrawn', 'duplicate', 'moved-away',
] as const
/** One of `applicationStates`. */
export type ApplicationState = (typeof applicationStates)[number]

/** What can happen to an application. */
export const applicationActs = [
  'submit', 'ask', 'answer', 'hear', 'end-hearing', 'wait-for-pool', 'pool-opened', 'freeze', 'thaw',
  'grant', 'grant-partly', 'refuse', 'withdraw', 'mark-duplicate', 'move-away',
] as const
/** One of `applicationActs`. */
export type ApplicationAct = (typeof applicationActs)[number]

/** Why an act does not fit the state. */
export type StateWhyNot = { reason: 'application-not-there'; state: ApplicationState; act: ApplicationAct }

const decided = { grant: 'granted', 'grant-partly': 'partly-granted', refuse: 'refused' } as const
const besides = { withdraw: 'withdrawn', 'mark-duplicate': 'duplicate', 'move-away': 'moved-away' } as const

const moves: Record<ApplicationState, Partial<Record<ApplicationAct, ApplicationState>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn', 'mark-duplicate': 'duplicate' },
  submitted: { ...decided, ...besides, ask: 'needs-info', hear: 'hearing', 'wait-for-pool': 'waiting-for-pool', freeze: 'frozen' },
  'needs-info': { ...besides, answer: 'submitted', hear: 'hearing', freeze: 'frozen', refuse: 'refused' },
  hearing: { ...besides, 'end-hearing': 'submitted', freeze: 'frozen' },
  'waiting-for-pool': { ...besides, 'pool-opened': 'submitted', freeze: 'frozen' },
  frozen: { ...besides, thaw: 'submitted' },
  granted: {}, 'partly-granted': {}, refused: {}, withdrawn: {}, duplicate: {}, 'moved-away': {},
}

/** The state after an act. Decided and ended applications never move: a new decision is a new one. */
export const moveApplication = (state: ApplicationState, act: ApplicationAct):
  { ok: true; state: ApplicationState } | { ok: false; whyNot: StateWhyNot } => {
  const next = moves[state][act]
  return next ? { ok: true, state: next } : { ok: false, whyNot: { reason: 'application-not-there', state, act } }
}

/** The acts a state allows, in the fixed order of `applicationActs`; a screen offers these and no others. */
export const actsFrom = (state: ApplicationState): ApplicationAct[] => applicationActs.filter((act) => act in moves[state])

/** Whether the application has come to its end. */
export const isEnded = (state: ApplicationState): boolean => actsFrom(state).length === 0
