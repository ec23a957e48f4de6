import { Plural, Trans } from '@lingui/react/macro'
import type { ProgramView } from '@medspil/contracts/holiday-program'
import { DayText, localParts, TimeText } from '@medspil/ui'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** Day and clock of a moment, as people read it. */
export function MomentText({ moment }: { moment: string }) {
  const [day, clock] = localParts(moment)
  return <><DayText day={day} form="weekday" /> <TimeText time={clock} /></>
}

/** Whether a programme that draws has its draw ahead, or its answers still on their way: nobody waits for an opening minute yet. */
export const isBeforeOpening = ({ way, state }: ProgramView): boolean => way === 'draw' && (state === 'published' || state === 'wishing' || state === 'drawn' || state === 'paying')

/** When families can wish or take places, and how many a child may have, now and later. */
export function OpeningText({ program }: { program: ProgramView }) {
  const { whyNotOpen, opensAt, closesAt, toDay, readAt } = program
  if (toDay < localParts(readAt)[0]) return <Trans>Ferien er slut.</Trans>
  if (isBeforeOpening(program)) return <WishesText program={program} />
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

function WishesText({ program: { state, wishesOpenAt, wishesCloseAt, opensAt, readAt } }: { program: ProgramView }) {
  if (state === 'drawn' || state === 'paying') return <Trans>Der er trukket lod. Fra <MomentText moment={opensAt} /> kan I tage de pladser, der er tilbage.</Trans>
  if (wishesOpenAt !== null && readAt < wishesOpenAt) return <Trans>I kan ønske fra <MomentText moment={wishesOpenAt} />.</Trans>
  if (wishesCloseAt !== null && readAt < wishesCloseAt) return <Trans>I kan ønske til <MomentText moment={wishesCloseAt} />. Alle har lige chance. I skal ikke skynde jer.</Trans>
  return <Trans>Der er lukket for ønsker. Nu trækker vi lod.</Trans>
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
