export { hashOf } from './secrets.ts'
export { resolveActor } from './resolve-actor.ts'
