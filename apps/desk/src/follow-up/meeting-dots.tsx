import type { MeetingView } from '@medspil/contracts/follow-up'
import { formatDay, MeetingTrace } from '@medspil/ui'

const marks = { present: 'met', absent: 'away', unknown: 'unknown' } as const
const words = { present: 'mødt', absent: 'væk', unknown: 'ikke krydset af' } as const

/** The last meetings as dots, each said with its day to those who listen. */
export function MeetingDots({ meetings }: { meetings: readonly MeetingView[] }) {
  if (meetings.length === 0) return null
  const label = meetings.map(({ on, presence }) => `${formatDay(on, 'da', 'day')}: ${words[presence]}`).join(', ')
  return <MeetingTrace meetings={meetings.map(({ presence }) => marks[presence])} label={`De seneste gange. ${label}`} />
}
