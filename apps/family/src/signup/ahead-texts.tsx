import { Plural, Trans } from '@lingui/react/macro'
import type { ChildAhead, SignupAhead } from '@medspil/contracts/signup'
import { DaysText, DayText, Money, Notice, Panel, TimesText } from '@medspil/ui'
import { MomentText } from '../holiday/opening-text.tsx'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** What it costs the family, child by child, before anything is pressed. */
export function CostPanel({ chosen, ahead, isWaiting, isHoliday }: { chosen: readonly ChildAhead[]; ahead: SignupAhead; isWaiting: boolean; isHoliday: boolean }) {
  const sum = chosen.reduce((total, { price }) => total + price.paidByYou, 0n)
  if (chosen.every(({ price }) => price.price === 0n)) return <p><b><Trans>Det er gratis.</Trans></b></p>
  return (
    <Panel look="calm">
      <h2>{isWaiting ? <Trans>Hvis I får en plads</Trans> : <Trans>Hvad koster det?</Trans>}</h2>
      {chosen.map((child) => <ChildCost key={child.childId} child={child} isAlone={chosen.length === 1} />)}
      <p className="lead"><b><Trans>I betaler <Money ore={sum} /></Trans></b></p>
      {sum > 0n && !isHoliday && <p className="small"><Trans>I betaler selv til foreningen. De skriver til jer om det.</Trans></p>}
      {sum > 0n && isHoliday && !isWaiting && ahead.seatMinutes !== null && <p className="small"><Plural value={ahead.seatMinutes} one="Pladsen er jeres i # minut, mens I betaler. I kan få mere tid." other="Pladsen er jeres i # minutter, mens I betaler. I kan få mere tid." /></p>}
      {sum > 0n && isHoliday && isWaiting && <p className="small"><Trans>I betaler først, når I har fået en plads og sagt ja.</Trans></p>}
    </Panel>
  )
}

function ChildCost({ child: { firstName, price }, isAlone }: { child: ChildAhead; isAlone: boolean }) {
  return (
    <p>
      {!isAlone && <><b>{firstName}</b>{': '}</>}
      <Trans>Prisen er <Money ore={price.price} /></Trans>{' '}
      {price.paidByPass > 0n && <Trans>Passet betaler <Money ore={price.paidByPass} /></Trans>}
      {price.whyNot && price.whyNot.reason !== 'purse-too-small' && <span className="small"><WhyNotText whyNot={price.whyNot} /></span>}
    </p>
  )
}

/** What the child has already in this programme, and how many it may have, now and later. */
export function HasAlready({ child, limit }: { child: ChildAhead; limit: SignupAhead['limit'] }) {
  const places = child.has.filter(({ isPlace }) => isPlace)
  const lines = child.has.filter(({ isPlace }) => !isPlace)
  // Nothing to say to a child that has nothing and may have several.
  if (child.has.length === 0 && limit?.places !== 1) return null
  return (
    <div className="stack">
      <p>
        {limit && limit.places !== null
          ? <Trans><bdi>{child.firstName}</bdi> har <Plural value={places.length} one="# plads" other="# pladser" /> ud af {limit.places} i programmet.</Trans>
          : <Trans><bdi>{child.firstName}</bdi> har <Plural value={places.length} one="# plads" other="# pladser" /> i programmet.</Trans>}{' '}
        {limit?.next && limit.next.places !== null && <Trans>Fra <MomentText moment={limit.next.from} /> kan det få {limit.next.places}.</Trans>}
        {limit?.next && limit.next.places === null && <Trans>Fra <MomentText moment={limit.next.from} /> kan det få så mange, det vil.</Trans>}
      </p>
      {child.has.length > 0 && (
        <ul className="bullets">
          {[...places, ...lines].map(({ signupId, title, firstDay, lastDay, isPlace }) => (
            <li key={signupId}>
              <bdi lang="da">{title}</bdi>, {firstDay === lastDay ? <DayText day={firstDay} form="weekday" /> : <DaysText first={firstDay} last={lastDay} form="day" />}
              {!isPlace && <>{' · '}<Trans>på venteliste</Trans></>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Two places that one child can hardly both reach, both by name; the family decides. */
export function ClashNotice({ child, title }: { child: ChildAhead; title: string }) {
  if (!child.clash) return null
  const { clash: { whyNot, title: other, meeting } } = child
  const isSameTime = whyNot.reason === 'clashes-with-place'
  return (
    <Notice tone="judge">
      <p>
        <b>{isSameTime
          ? <Trans><bdi lang="da">{title}</bdi> og <bdi lang="da">{other}</bdi> ligger samtidig.</Trans>
          : <Trans>Der er kort tid mellem <bdi lang="da">{title}</bdi> og <bdi lang="da">{other}</bdi>.</Trans>}</b>
      </p>
      <p><Trans><bdi>{child.firstName}</bdi> skal til <bdi lang="da">{other}</bdi> <DayText day={meeting.day} form="weekday" /> <TimesText from={meeting.timeFrom} to={meeting.timeTo} />.</Trans></p>
      {whyNot.reason === 'no-time-between-places' && (
        <p>
          <Plural value={whyNot.minutes} one="Der er # minut imellem." other="Der er # minutter imellem." />{' '}
          <Plural value={whyNot.needed} one="Vejen tager cirka # minut." other="Vejen tager cirka # minutter." />
        </p>
      )}
    </Notice>
  )
}

/** Several children and too few places: all wait together, and nobody is parted without having asked for it. */
export function TogetherText({ count, ahead }: { count: number; ahead: SignupAhead }) {
  if (count < 2) return null
  if (ahead.freePlaces >= count) return <p><Trans>I får plads sammen. Kan ikke alle få, får ingen.</Trans></p>
  return (
    <Notice tone="info">
      <p>
        {ahead.freePlaces === 0 ? <Trans>Der er fyldt. I står i kø sammen.</Trans>
          : <Trans><Plural value={ahead.freePlaces} one="Der er kun # plads." other="Der er kun # pladser." /> Sammen kommer I på venteliste. Vil I hellere have en plads til én, så vælg kun det barn.</Trans>}{' '}
        {ahead.groupTooLarge === 'line-waits'
          ? <Trans>Køen venter, til der er plads til jer alle.</Trans>
          : <Trans>Er der ikke plads til jer alle, kan en anden komme forbi jer.</Trans>}
      </p>
    </Notice>
  )
}
