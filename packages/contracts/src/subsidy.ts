export * from './subsidy/clawback.ts'
export * from './subsidy/health.ts'
export * from './subsidy/payout.ts'
