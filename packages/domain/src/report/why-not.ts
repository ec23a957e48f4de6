/** Why figures are not shown. */
export type ReportWhyNot =
  | { reason: 'cell-limit-too-low'; asked: number; lowest: number }
  | { reason: 'too-few-for-curve'; children: number; limit: number }
