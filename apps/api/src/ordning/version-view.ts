import type { PublicationProblemView, VersionRow } from '@medspil/contracts/ordning'
import type { StoredVersion } from '@medspil/db/ordning'
import { publicationProblems, type OrdningRules } from '@medspil/domain/ordning'
import { sayPublicationProblem } from '@medspil/wording/letter'

/** A version in a list. @param names staff by id */
export function versionRow({ id, number, state, validFrom, validTo, source, draftedBy, publishedBy, publishedAt }: StoredVersion, names: ReadonlyMap<string, string>): VersionRow {
  const nameOf = (staffId: string | null) => (staffId === null ? null : names.get(staffId) ?? null)
  return { versionId: id, number, state, validFrom, validTo, source, draftedBy: nameOf(draftedBy), publishedBy: nameOf(publishedBy), publishedAt: publishedAt?.toISOString() ?? null }
}

/** What is between these rules and the public, each with a sentence. */
export const problemViews = (rules: OrdningRules): (typeof PublicationProblemView)['_zod']['output'][] =>
  publicationProblems(rules).map((problem) => ({ problem: problem.problem, path: problem.path, detail: sayPublicationProblem(problem) }))
