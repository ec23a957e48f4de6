export { sayDay, sayKroner, sayList, supportNames } from './letter/say.ts'
export { writeLetter } from './letter/write-letter.ts'
export { plainPage, type PlainPage } from './letter/plain/plain-page.ts'
export { sayAges, sayPublicationProblem, sayRule, sayRuleChange } from './letter/say-rule.ts'
