export * from './follow-up/plan-rows.ts'
