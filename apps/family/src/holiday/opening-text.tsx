import { Plural, Trans } from '@lingui/react/macro'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import { DayText, localParts, TimeText } from '@medspil/ui'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** Day and clock of a moment, as people read it. */
export function MomentText({ moment }: { moment: string }) {
  const [day, clock] = localParts(moment)
  return <><DayText day={day} form="weekday" /> <TimeText time={clock} /></>
}

/** When families can take places, and how many a child may have, now and later. */
export function OpeningText({ program }: { program: ProgramView }) {
  const { whyNotOpen, opensAt, closesAt } = program
  if (whyNotOpen && whyNotOpen.reason !== 'program-opens-later') return <WhyNotText whyNot={whyNotOpen} />
  return (
    <>
      {whyNotOpen
        ? <Trans>Tilmeldingen åbner <MomentText moment={opensAt} />.</Trans>
        : <Trans>I kan tage pladser nu. Det slutter <MomentText moment={closesAt} />.</Trans>}{' '}
      <LimitText stages={program.stages} at={program.readAt} />
    </>
  )
}

/** How many places a child may have at a moment, and from when it may have more. */
export function LimitText({ stages, at }: { stages: ProgramView['stages']; at: string }) {
  const now = stages.findLast(({ from }) => from <= at) ?? stages[0]
  const next = stages.find(({ from }) => now !== undefined && from > at && from > now.from)
  if (!now || now.places === null) return null
  return (
    <>
      <Plural value={now.places} one="Hvert barn kan få # plads ad gangen." other="Hvert barn kan få # pladser ad gangen." />
      {next && next.places !== null && <>{' '}<Trans>Fra <MomentText moment={next.from} /> kan det få {next.places}.</Trans></>}
      {next && next.places === null && <>{' '}<Trans>Fra <MomentText moment={next.from} /> kan det få så mange, det vil.</Trans></>}
    </>
  )
}
