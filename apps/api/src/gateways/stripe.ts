/** A transfer as it stands at Stripe now. Amounts in øre. */
export interface TransferTruth { id: string; amount: bigint; reversed: bigint; destination: string }

/** Stripe Connect, behind a port: the official client is made in `open-gateways.ts`. */
export interface Transfers {
  /** Sends once; the same key and parameters give the same transfer. Throws Unavailable when the outcome is unknown, and Stripe's own error when it said no. */
  send(order: { lineId: string; payoutId: string; kommuneId: string; amount: bigint; account: string; key: string }): Promise<TransferTruth>
  /** Looks for a transfer by our line id in its metadata: what an unknown outcome is settled by. */
  find(order: { lineId: string; payoutId: string }): Promise<TransferTruth | null>
  /** Every transfer of a payout with our line id, for the nightly comparison; two with the same one are a double payment. */
  ofPayout(payoutId: string): Promise<(TransferTruth & { lineId: string })[]>
  reverse(order: { transferId: string; amount: bigint; key: string; lineId: string }): Promise<{ id: string }>
  /** Free money on the platform account, in øre. */
  balance(): Promise<bigint>
  createAccount(order: { foreningId: string; kommuneId: string; key: string }): Promise<{ id: string }>
  /** Address where a treasurer gives Stripe the payment details; from there they come back to the desk's page for links. */
  accountLink(order: { account: string }): Promise<string>
  account(id: string): Promise<{ payoutsEnabled: boolean }>
}
