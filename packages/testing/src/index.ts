export { type CommitFate, type Commits, governCommits } from './commits.ts'
export { at, createTestDatabase, job, type TestDatabase, testKeys, withDatabase } from './database.ts'
export { changedTables, checksums, contentOf, idsOf } from './table-state.ts'
