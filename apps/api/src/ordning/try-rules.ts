import type { WhatIfInput, WhatIfView } from '@medspil/contracts/ordning'
import { loadKommune } from '@medspil/db/access'
import { loadApplicationsBehind, loadDecidedBetween, loadJudgements } from '@medspil/db/application'
import { loadOrdning } from '@medspil/db/ordning'
import { decideAccess } from '@medspil/domain/access'
import { type Outcome, type PastApplication, whatIf } from '@medspil/domain/application'
import { day } from '@medspil/domain/day'
import { parseOrdningRules } from '@medspil/domain/ordning'
import { sum, zero } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * Tries rules on applications decided between two days. Reads as the system, since an administrator may not see a child,
 * and answers with counts alone. The pool is taken to be full: a trial is about rules and not about this year's money.
 */
export async function tryRules(ctx: Context, input: WhatIfInput): Promise<WhatIfView> {
  if (decideAccess(ctx.actor, 'ordning.draft') !== 'allowed') throw new NotFound('ordning.draft')
  const read = parseOrdningRules(input.rules)
  if (!read.ok) throw new Refused(read.whyNot)
  const past = await ctx.asActor({ kind: 'job', kommuneId: ctx.actor.kommuneId, id: null, name: 'what-if' }, { now: ctx.clock(), procedure: 'ordning.whatIf' }, async (tx) => {
    const ordning = await loadOrdning(tx, { id: input.ordningId })
    if (!ordning) throw new NotFound()
    const decisions = (await loadDecidedBetween(tx, ordning.id, day(input.from), day(input.to))).filter(({ result }) => result !== 'withdrawn')
    const applications = await loadApplicationsBehind(tx, decisions.map(({ applicationId }) => applicationId))
    const kommuneKey = (await loadKommune(tx)).key
    const rows: PastApplication[] = []
    for (const { id, applicationId, result, decidedOn, items: { request } } of decisions) {
      const application = applications.find((found) => found.id === applicationId)
      if (!application) continue
      const metWhenJudged = (await loadJudgements(tx, applicationId)).filter((judgement) => judgement.result === 'met').map(({ criterionId }) => criterionId)
      const poolFree = sum(request.supports.map(({ amount }) => amount ?? zero))
      rows.push({ id, outcome: result as Outcome, metWhenJudged, input: { kommuneKey, facts: application.facts, request, grantedInPeriod: [], receivedOn: application.submittedOn, today: decidedOn, poolFree } })
    }
    return rows
  })
  const { rows, counts, changed } = whatIf(read.rules, past)
  const before = (outcome: Outcome) => rows.filter((row) => row.before === outcome).length
  const because = [...new Set(rows.flatMap((row) => row.because))]
  return {
    applications: rows.length, changed,
    counts: { all: counts.all, part: counts.part, none: counts.none, personNeeded: counts['person-needed'] },
    before: { all: before('granted'), part: before('partly-granted'), none: before('refused') },
    because: because.map((criterionId) => ({ criterionId, applications: rows.filter((row) => row.because.includes(criterionId)).length })),
  }
}
