import { type Day, day } from '@medspil/domain/day'
import type { Figure, Target } from '@medspil/domain/report'

/** A plan with its targets as the report reads them out of a kommune's settings (`contracts/report/plan.ts`). */
export type PlanSeed = {
  name: string; starts: Day; years: number; units: string[]; source: string; isEksempel: boolean
  targets: { id: string; name: string; demand: string; source: string; target: Target; figures: Figure[] }[]
}

const yearOne = day('2018-09-30')
const helhedsplan = { starts: day('2017-10-01'), years: 4, source: 'Planår 1. oktober–30. september.', isEksempel: true }

/** Counts of plan years 1, 2, 3 … for the whole plan; null is a year nobody counted. */
const perYear = (...counts: (number | null)[]): Figure[] => counts.map((count, at) => ({ year: at + 1, unit: null, count }))
/** Counts per unit of one plan year, or of none. */
const perUnit = (year: number | null, units: readonly string[], counts: readonly number[]): Figure[] => units.map((unit, at) => ({ year, unit, count: counts[at] ?? null }))
const kept = (year: number, kept: number, notKept: number): Figure => ({ year, unit: null, kept, notKept, notYetDue: 0 })

const communities = ['Fællesskab 1', 'Fællesskab 2', 'Fællesskab 3']
const areas = ['Område 1', 'Område 2', 'Område 3']

/** Idrætspartnerskaber, IP1–IP6. The demands are published; no figure is. */
const partnerships: PlanSeed = {
  ...helhedsplan, name: 'Helhedsplan 2017–21: idrætspartnerskaber', units: communities,
  targets: [
    { id: 'IP1', name: 'Fællesskaber startet', demand: '3–4 inden planår 1 slutter', source: 'egne optællinger med DGI og Gerlev', target: { kind: 'by-date', lower: 3, upper: 4, by: yearOne }, figures: [{ year: null, unit: null, count: 3 }] },
    { id: 'IP2', name: 'Unge i hvert fællesskab', demand: 'mindst 10–12', source: 'egne optællinger med DGI og Gerlev', target: { kind: 'per-unit', lower: 10, upper: 12, by: yearOne }, figures: perUnit(null, communities, [12, 10, 14]) },
    {
      id: 'IP3', name: 'Andre unge til ugentlig træning', demand: 'mindst 20–25 i hvert fællesskab hvert planår', source: 'egne optællinger, DGI, DIF og Gerlev', target: { kind: 'per-unit-and-year', lower: 20, upper: 25 },
      figures: [...perUnit(1, communities, [20, 22, 24]), ...perUnit(2, communities, [23, 19, 26]), ...perUnit(3, communities, [25, 21, 27]), ...perUnit(4, communities, [22, 20, 24])],
    },
    // Stored as stated: IP1 times IP3 would be 60–100, and wrong.
    { id: 'IP4', name: 'Andre unge i alt', demand: 'mindst 60–80 hvert planår', source: 'egne optællinger, DGI, DIF og Gerlev', target: { kind: 'per-year', lower: 60, upper: 80 }, figures: perYear(66, 68, 73, 66) },
    { id: 'IP5', name: 'Børn støttet ind i en forening', demand: 'mindst 50–70 hvert planår', source: 'egne optællinger med DIF og DGI', target: { kind: 'per-year', lower: 50, upper: 70 }, figures: perYear(41, 56, 63, 66) },
    { id: 'IP6', name: 'Fællesskaber kører selv', demand: 'efter planår 1', source: 'ord uden tal', target: { kind: 'words' }, figures: [] },
  ],
}

/** Fritidsjob, FJ1–FJ3; the plan's criterion names three areas where its prose says four, and the criterion governs. */
const jobs: PlanSeed = {
  ...helhedsplan, name: 'Helhedsplan 2017–21: fritidsjob', units: areas,
  targets: [
    { id: 'FJ1', name: 'Fritidsjob formidlet', demand: '60 om året i gennemsnit', source: 'egne optællinger', target: { kind: 'average-per-year', lower: 60 }, figures: perYear(48, 66, 71, 59) },
    { id: 'FJ2', name: 'Job holdt i 2 måneder', demand: 'mindst 50 %', source: 'egne optællinger', target: { kind: 'share-kept', percent: 50, months: 2 }, figures: [kept(1, 21, 27), kept(2, 36, 30), kept(3, 40, 31), kept(4, 31, 28)] },
    { id: 'FJ3', name: 'Frivillige', demand: 'mindst 25 hvert planår', source: 'egne optællinger', target: { kind: 'per-year', lower: 25, upper: null }, figures: perYear(22, 27, 26, null) },
    {
      id: 'FJ3-korps', name: 'Korps i hvert område', demand: 'et i hvert af de tre områder', source: 'egne optællinger', target: { kind: 'per-unit-and-year', lower: 1, upper: null },
      figures: [1, 2, 3, 4].flatMap((year) => perUnit(year, areas, [1, 1, year === 1 ? 0 : 1])),
    },
  ],
}

/** HO1: Holstebro counts at three checks and has published no number to reach. The plan's first day is eksempel. */
const guideToMove: PlanSeed = {
  name: 'Guide to Move', starts: day('2026-01-01'), years: 1, units: [], source: 'Målt på alle forløb.', isEksempel: true,
  targets: [{ id: 'HO1', name: 'Er barnet med?', demand: 'første træning, 3 måneder, et halvt år; intet måltal', source: 'opfølgningen', target: { kind: 'words' }, figures: [] }],
}

/** The plans of each demo kommune, by its key. */
export const planSeeds: Readonly<Record<string, PlanSeed[]>> = { slagelse: [partnerships, jobs], holstebro: [guideToMove] }
