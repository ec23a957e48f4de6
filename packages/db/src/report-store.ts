export * from './report/facts.ts'
export * from './report/reader.ts'
export * from './report/program-facts.ts'
