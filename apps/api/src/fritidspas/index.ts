/** The front door of the room fritidspas: how a pass begins and ends, and what the worker does on its own. */
export { endPass } from './end-pass.ts'
export { expirePasses } from './expire-passes.ts'
export { issueFritidspas } from './issue-fritidspas.ts'
