import { Plural, Trans } from '@lingui/react/macro'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import { DayText, TimeText } from '@medspil/ui'
import { localParts } from '../find/local-moment.ts'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** When families can take places, and how many a child may have. */
export function OpeningText({ program }: { program: ProgramView }) {
  const { whyNotOpen, stages } = program
  const places = stages.findLast(({ from }) => from <= new Date().toISOString())?.places ?? stages[0]?.places ?? null
  const [day, clock] = localParts(whyNotOpen === null ? program.closesAt : program.opensAt)
  const moment = <><DayText day={day} form="weekday" /> <TimeText time={clock} /></>
  if (whyNotOpen && whyNotOpen.reason !== 'program-opens-later') return <WhyNotText whyNot={whyNotOpen} />
  return (
    <>
      {whyNotOpen ? <Trans>Tilmeldingen åbner {moment}.</Trans> : <Trans>I kan tage pladser nu. Det slutter {moment}.</Trans>}{' '}
      {places !== null && <Plural value={places} one="Hvert barn kan få # plads ad gangen." other="Hvert barn kan få # pladser ad gangen." />}
    </>
  )
}
