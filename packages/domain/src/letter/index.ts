export * from './element.ts'
export * from './content.ts'
export * from './facts.ts'
export * from './lint.ts'
