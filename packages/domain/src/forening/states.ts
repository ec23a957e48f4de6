/** A forening's way from known to closed (product.md 3e). */
export type ApprovalState =
  | 'known' | 'applied' | 'approved' | 'approved-with-limits' | 'refused'
  | 'declaration-missing' | 'suspended' | 'closed'

/** Where each state may go. A refused forening may apply again; a closed one never comes back under the same record. */
export const foreningMoves: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = {
  known: ['applied', 'closed'],
  applied: ['approved', 'approved-with-limits', 'refused', 'closed'],
  approved: ['approved-with-limits', 'declaration-missing', 'suspended', 'closed'],
  'approved-with-limits': ['approved', 'declaration-missing', 'suspended', 'closed'],
  refused: ['applied', 'closed'],
  'declaration-missing': ['approved', 'approved-with-limits', 'suspended', 'closed'],
  suspended: ['approved', 'approved-with-limits', 'declaration-missing', 'closed'],
  closed: [],
}
