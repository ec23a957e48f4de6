interface Asked<Q, A> { question: Q; resolve: (answer: A) => void; reject: (error: unknown) => void }

/** Most trips at a time, and most questions in one. One at a time gathers most questions into each. */
const tripsMost = 1
const questionsMost = 500

/**
 * Lets many callers ask one question each and PostgreSQL answer them in one round trip: whatever was asked while a trip was
 * under way goes with the next. A lone question waits for nobody.
 * @param ask answers in the order of the questions; when it throws, each question is asked again alone
 */
export function askTogether<Q, A>(ask: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  const queue: Asked<Q, A>[] = []
  let trips = 0

  const travel = async (asked: Asked<Q, A>[]): Promise<void> => {
    try {
      const answers = await ask(asked.map(({ question }) => question))
      asked.forEach(({ resolve }, at) => resolve(answers[at] as A))
    } catch (error) {
      if (asked.length === 1) return asked[0]!.reject(error)
      for (const one of asked) await travel([one])
    }
  }
  const leave = () => {
    while (trips < tripsMost && queue.length > 0) {
      trips += 1
      void travel(queue.splice(0, questionsMost)).finally(() => { trips -= 1; leave() })
    }
  }
  return (question) => new Promise((resolve, reject) => {
    // Those who ask in the same turn of the loop travel together.
    if (queue.push({ question, resolve, reject }) === 1) setImmediate(leave)
  })
}
