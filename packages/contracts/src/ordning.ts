export * from './ordning/published.ts'
export * from './ordning/quick-test.ts'
export * from './ordning/version.ts'
