import { createHash, randomBytes } from 'node:crypto'
import { audit, newId, seal } from '@medspil/db'
import { loadChild, loadDecision } from '@medspil/db/application'
import { addFritidspas, loadPasses } from '@medspil/db/fritidspas'
import { saveEntries } from '@medspil/db/ledger'
import { loadVersion } from '@medspil/db/ordning'
import { loadPool } from '@medspil/db/pool'
import type { Support } from '@medspil/domain/application'
import { entryForIssue, openFritidspas, type PassRules, type PurseKind } from '@medspil/domain/fritidspas'
import { ceilingAmount, given, isEksempelPath, type OfferedPass } from '@medspil/domain/ordning'
import { displayNameOf } from '@medspil/domain/signup'
import { sum, subtract } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import type { Shell } from '../shell.ts'

/** What may be paid, as the pass carries it through all versions to come. */
function passRules(pass: OfferedPass): PassRules {
  return { kindCeilings: {}, periodCeiling: ceilingAmount(pass.together), togetherCeiling: ceilingAmount(pass.together), providerTypes: given(pass.providers) ?? [] }
}

/**
 * Opens the pass that a granted decision gives right to, its money moved from the pool in the ledger, and makes its card.
 * The pool must hold the promise already.
 * @param order.supports the money of this pass; left out, all that the decision gave
 * @throws Refused when the decision was replaced, the period is over, a ceiling is reached or the pool's promise is missing
 */
export async function issueFritidspas({ tx, now }: Pick<Shell, 'tx' | 'now'>, order: { decisionId: string; fritidspasId: string; supports?: readonly Support[] }): Promise<{ fritidspasId: string }> {
  const found = await loadDecision(tx, order.decisionId)
  const version = found && (await loadVersion(tx, found.decision.versionId))
  const pool = version && (await loadPool(tx, version.ordning.id, found.decision.decidedOn))
  const child = found && (await loadChild(tx, found.decision.childId, 'afgørelse'))
  if (!found || !version || !child) throw new NotFound()
  const { decision, courseId, replacedBy } = found
  const { pass } = version.version.rules
  const { period, supports } = decision.items.given
  if (pass.kind === 'notOffered' || !pool) throw new Refused({ reason: 'pass-not-offered' })
  if (!period) throw new Refused({ reason: 'period-not-given', missing: 'rule' })
  if (decision.result !== 'granted' && decision.result !== 'partly-granted') throw new NotFound()
  const money = (order.supports ?? supports).flatMap(({ kind, amount }) => (amount === null ? [] : [{ kind: kind as PurseKind, amount }]))
  const kinds = money.map(({ kind }) => kind)
  const mayFlow = given(pass.mayFlow) === true
  const earlier = (await loadPasses(tx, child.id, 'afgørelse')).filter((one) => one.courseId === courseId && one.firstDay <= period.to && one.lastDay >= period.from)
  const opened = openFritidspas({
    id: order.fritidspasId, pool, today: now.day,
    grantedInPeriod: sum(earlier.flatMap(({ purses }) => purses.map(({ granted, returned }) => subtract(granted, returned)))),
    decision: {
      id: decision.id, result: decision.result, childId: child.id, poolId: pool.id, replacedBy, firstDay: period.from, lastDay: period.to, rules: passRules(pass),
      purses: money.map(({ kind, amount }) => ({ purse: kind, pays: mayFlow ? kinds : [kind], amount })),
    },
  })
  if (!opened.ok) throw new Refused(opened.whyNot)
  const code = randomBytes(32)
  await addFritidspas(tx, opened.fritidspas, {
    courseId, displayName: displayNameOf(child.name), codeHash: codeHashOf(code.toString('base64url')),
    codeSealed: await seal(tx, { personId: child.id, table: 'fritidspas', rowId: order.fritidspasId, column: 'code_sealed' }, code.toString('base64url')),
    isEksempel: isEksempelPath(version.version.rules, 'pass.purses') || isEksempelPath(version.version.rules, 'pass.together'),
  })
  await saveEntries(tx, [{ entry: entryForIssue(newId(), opened.fritidspas), subjectId: order.fritidspasId }])
  await audit(tx, 'fritidspas.issued', { id: order.fritidspasId, childId: child.id }, { decisionId: decision.id, amount: String(sum(money.map(({ amount }) => amount))) })
  return { fritidspasId: order.fritidspasId }
}

/** What is kept of a card's code. */
export const codeHashOf = (code: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(code).digest())
