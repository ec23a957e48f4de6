/** What a course held: guidance, a pass or both. */
export type CourseKind = 'guidance-only' | 'pass-only' | 'both'

/** What is known at one check. */
export type CheckState = 'active' | 'stopped' | 'unknown' | 'not-yet-due'

/** The stages before the checks, in order. */
export const funnelStages = ['met', 'granted', 'signed-up', 'redeemed', 'first-training'] as const
/** One of `funnelStages`. */
export type FunnelStage = (typeof funnelStages)[number]

/** One course, frozen on the day of the report. `reached` lists its stages; `checks` is empty before first training. */
export type FunnelCourse = {
  childId: string
  guidance: boolean
  pass: boolean
  reached: readonly FunnelStage[]
  checks: Readonly<Record<string, CheckState>>
}

/** Children at one check; the four sum to the children who reached first training. */
export type CheckCount = { checkId: string; of: number } & Record<'active' | 'stopped' | 'unknown' | 'notYetDue', number>

/** Children per stage and check. `redeemed` is null for guidance only: such a course has no money stages. */
export type Funnel = { stages: Record<FunnelStage, number | null>; checks: CheckCount[] }

/** The whole funnel and one per kind; every count of the kinds sums to that of all. */
export type FunnelReport = { all: Funnel; kinds: Record<CourseKind, Funnel> }

type Child = { kind: CourseKind; reached: ReadonlySet<FunnelStage>; checks: Record<string, CheckState> }

// The child is still there if any of its courses says so; only when none may still tell can it be unknown or stopped.
const strongest: readonly CheckState[] = ['active', 'not-yet-due', 'unknown', 'stopped']

/**
 * Counts children, not courses: a child with two courses counts once per stage, with the kind that covers both, so that
 * guidance only, pass only and both sum to all. A stage reached implies the ones before it, except that guidance needs
 * no redeeming. Checks count children with a first training; one without a result is not-yet-due.
 */
export const countFunnel = (courses: readonly FunnelCourse[], checkIds: readonly string[]): FunnelReport => {
  const ownCourses = new Map<string, FunnelCourse[]>()
  for (const course of courses) {
    const own = ownCourses.get(course.childId)
    if (own) own.push(course)
    else ownCourses.set(course.childId, [course])
  }
  const children = [...ownCourses.values()].map((own) => asChild(own, checkIds))
  const ofKind = (kind: CourseKind) => countOf(children.filter((child) => child.kind === kind), checkIds, kind !== 'guidance-only')
  return {
    all: countOf(children, checkIds, true),
    kinds: { 'guidance-only': ofKind('guidance-only'), 'pass-only': ofKind('pass-only'), both: ofKind('both') },
  }
}

const asChild = (courses: readonly FunnelCourse[], checkIds: readonly string[]): Child => {
  const pass = courses.some((course) => course.pass)
  const guidance = courses.some((course) => course.guidance)
  const furthest = Math.max(...courses.flatMap((course) => course.reached.map((stage) => funnelStages.indexOf(stage))), 0)
  const redeemed = courses.some((course) => course.pass && course.reached.some((stage) => funnelStages.indexOf(stage) >= 3))
  const reached = funnelStages.slice(0, furthest + 1).filter((stage) => stage !== 'redeemed' || redeemed)
  const checks = Object.fromEntries(checkIds.map((id) => {
    const said = courses.filter((c) => c.reached.includes('first-training')).map((c) => c.checks[id] ?? 'not-yet-due')
    return [id, strongest.find((state) => said.includes(state)) ?? 'not-yet-due'] as const
  }))
  return { kind: pass && guidance ? 'both' : pass ? 'pass-only' : 'guidance-only', reached: new Set(reached), checks }
}

const countOf = (children: readonly Child[], checkIds: readonly string[], hasMoney: boolean): Funnel => {
  const at = (stage: FunnelStage) => children.filter((child) => child.reached.has(stage)).length
  const started = children.filter((child) => child.reached.has('first-training'))
  const count = (id: string, state: CheckState) => started.filter((child) => child.checks[id] === state).length
  return {
    stages: {
      met: at('met'), granted: at('granted'), 'signed-up': at('signed-up'), redeemed: hasMoney ? at('redeemed') : null,
      'first-training': started.length,
    },
    checks: checkIds.map((checkId) => ({
      checkId, of: started.length, active: count(checkId, 'active'), stopped: count(checkId, 'stopped'),
      unknown: count(checkId, 'unknown'), notYetDue: count(checkId, 'not-yet-due'),
    })),
  }
}
