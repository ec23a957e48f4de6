import { kroner } from '@medspil/ledger'
import { day } from '../day.ts'
import { exampleRules } from '../ordning/rules.fixture.ts'
import { checkApplication, type CheckInput } from './check.ts'
import type { DecideCommand } from './decide.ts'
import type { Fact, FactSource } from './fact.ts'

/** A fact for tests: from one source on 3 August 2026, seen by the family unless said otherwise. */
export const fact = <T>(value: T, source: FactSource = 'family', seenByParty = true): Fact<T> =>
  ({ value, from: [{ source, on: day('2026-08-03') }], seenByParty })

/** Emma, 10 years, asks for kontingent 750 kr. and kit 600 kr.; nothing stands in the way. */
export const emma: CheckInput = {
  version: { ordningKey: 'hel-fritid', number: 2 }, rules: exampleRules, kommuneKey: 'slagelse',
  facts: {
    birthDay: fact(day('2016-02-01'), 'cpr'), kommune: fact('slagelse', 'cpr'), activity: fact('none'),
    paidByOthers: fact([], 'funder'), statements: [fact({ criterionId: 'needs-help', says: 'Emma er ikke gået til noget, siden de flyttede.' }, 'school')],
  },
  request: {
    supports: [{ kind: 'kontingent', amount: kroner(750) }, { kind: 'kit', amount: kroner(600) }],
    period: { from: day('2026-09-01'), to: day('2026-12-31') }, activity: 'svømning',
  },
  grantedInPeriod: [], receivedOn: day('2026-08-03'), today: day('2026-08-10'), poolFree: kroner(289_250),
}

/** A command that grants all Emma asks for, by a person who judged; each test changes what it is about. */
export const decide = (changes: Partial<DecideCommand> = {}, input: CheckInput = emma): DecideCommand => ({
  check: checkApplication(input), given: input.request, reasons: null, hearing: { kind: 'not-held' },
  judgements: [{ criterionId: 'needs-help', result: 'met', reason: 'Emma kender ingen i byen endnu.' }],
  childView: 'Emma vil gerne svømme.', deciderId: 'birgit', today: day('2026-08-10'), ...changes,
})
