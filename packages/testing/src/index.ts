export { at, createTestDatabase, job, type TestDatabase, testKeys, withDatabase } from './database.ts'
