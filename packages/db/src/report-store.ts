export * from './report/facts.ts'
export * from './report/reader.ts'
