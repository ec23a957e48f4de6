/** What somebody asked for. `signupId` is the id a request makes, or the one an act is about; null for an edit of an offer. */
export interface Invocation {
  id: string
  kind: 'request' | 'together' | 'cancel' | 'pay' | 'capacity'
  offerId: string
  /** Children and the sign-ups made for them; one pair but for a group. */
  signups: { signupId: string; childId: string }[]
  /** Milliseconds since the rush began: asked first, answered last. */
  askedAt: number
  answeredAt: number | null
  /** Every answer that came, in order: a request whose answer was lost is sent again under the same id. 0 is no answer. */
  answers: { status: number; body: string }[]
}

/** All that was asked and answered in a rush, as the clients saw it. */
export interface History {
  readonly invocations: Invocation[]
  /** Notes that something is asked; its answers are noted on what this returns. */
  ask(invocation: Pick<Invocation, 'id' | 'kind' | 'offerId' | 'signups'>): Invocation
  answer(invocation: Invocation, status: number, body: string): void
}

/** Opens a history that begins now. */
export function openHistory(): History {
  const began = performance.now()
  const since = () => Math.round(performance.now() - began)
  const invocations: Invocation[] = []
  return {
    invocations,
    ask: (what) => {
      const invocation: Invocation = { ...what, askedAt: since(), answeredAt: null, answers: [] }
      invocations.push(invocation)
      return invocation
    },
    answer: (invocation, status, body) => {
      invocation.answers.push({ status, body })
      if (status !== 0) invocation.answeredAt = since()
    },
  }
}

/** One sign-up as an acknowledgement names it. */
export interface Receipt { signupId: string; state: string; position: number | null; existing: boolean }

/** The payment that an answer named: the one asked for, or the open one that is gone on with; null when it was none. */
export function paymentOf({ kind, answers }: Invocation): string | null {
  const good = answers.find(({ status }) => status === 200)
  return good && kind === 'pay' ? (JSON.parse(good.body) as { result: { data: { id: string } } }).result.data.id : null
}

/** The sign-ups an answer acknowledged; empty when it was none. */
export function receiptsOf({ kind, answers }: Invocation): Receipt[] {
  const good = answers.find(({ status }) => status === 200)
  if (!good || kind === 'capacity' || kind === 'pay') return []
  const { data } = (JSON.parse(good.body) as { result: { data: Receipt | Receipt[] } }).result
  return Array.isArray(data) ? data : [data]
}
