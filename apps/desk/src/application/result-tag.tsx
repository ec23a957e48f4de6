import type { DecisionView } from '@medspil/contracts/application'
import { Tag } from '@medspil/ui'
import type { PictogramName, Tone } from '@medspil/ui'

const looks: Record<DecisionView['result'], { text: string; tone: Tone; sign: PictogramName }> = {
  granted: { text: 'Ja', tone: 'ok', sign: 'check' },
  'partly-granted': { text: 'Delvist ja', tone: 'info', sign: 'check' },
  refused: { text: 'Nej', tone: 'no', sign: 'kryds' },
  withdrawn: { text: 'Hjælpen stopper', tone: 'no', sign: 'kryds' },
}

/** What a decision says, in a word. */
export function ResultTag({ result }: { result: DecisionView['result'] }) {
  const { text, tone, sign } = looks[result]
  return <Tag tone={tone} sign={sign}>{text}</Tag>
}
