import type { CourseView } from '@medspil/contracts/follow-up'
import { DataTable, DayText, ExampleTag, formatDay, formatMoney, Money, PurseBar, Sheet, StatusPath } from '@medspil/ui'
import type { PathStop } from '@medspil/ui'
import { Fragment } from 'react'
import { MeetingDots } from '../follow-up/meeting-dots.tsx'
import { statusNames } from '../follow-up/today-aside.tsx'
import { useActor } from '../frame/actor.tsx'
import { ReleasePlace } from './release-place.tsx'
import { type Entry, sayMeetings, timelineOf } from './timeline.ts'
import { closedWords, sayKind, signupWords } from './words.ts'

const steps = Object.keys(statusNames) as (keyof typeof statusNames)[]

/** One course: where it stands, what the child goes to, what the pass has left, and everything that happened. */
export function CourseSheet({ course, firstName }: { course: CourseView; firstName: string }) {
  const { past, coming } = timelineOf(course, firstName)
  return (
    <>
      <Sheet title={course.ordningName} remark={[sayKind(course), course.closedAs ? (closedWords[course.closedAs] ?? '') : null].filter(Boolean).join(' · ')}>
        <StatusPath here={steps.indexOf(course.status)} stops={steps.map((step) => stopOf(step, course))} />
      </Sheet>
      {course.signups.length > 0 && <Signups course={course} firstName={firstName} />}
      {course.passes.map((pass) => (
        <Sheet key={pass.fritidspasId} title="Fritidspas" remark={<>Gælder <DayText day={pass.validFrom} form="short" /> til <DayText day={pass.validTo} /></>}>
          {pass.purses.map((purse) => (
            <PurseBar
              key={purse.purse} name={purseNames[purse.purse] ?? purse.purse} left={<><Money ore={purse.available} /> tilbage</>}
              of={<>Bevilget <Money ore={purse.granted} /> {purse.isEksempel && <ExampleTag>eksempel</ExampleTag>}</>}
              parts={[
                { kind: 'spent', share: Number(purse.spent), text: `${formatMoney(purse.spent)} brugt` }, { kind: 'held', share: Number(purse.held), text: `${formatMoney(purse.held)} sat af` },
                { kind: 'free', share: Number(purse.available) },
              ]}
            />
          ))}
        </Sheet>
      ))}
      {coming.length > 0 && <Sheet title="Det kommer" remark="Af sig selv"><Entries entries={coming} /></Sheet>}
      <Sheet title="Hele vejen" remark="Nyeste øverst"><Entries entries={past} /></Sheet>
    </>
  )
}

const purseNames: Record<string, string> = { kontingent: 'Kontingent', kit: 'Udstyr', trip: 'Ture og stævner', camp: 'Lejr', transport: 'Transport', together: 'I alt' }

function stopOf(step: (typeof steps)[number], course: CourseView): PathStop {
  const threeMonths = course.followUps.find(({ checkId, result }) => checkId === 'month-3' && result === 'active')?.answeredAt?.slice(0, 10) ?? null
  const on = { received: course.metOn, granted: course.grantedOn, 'under-way': course.firstTrainingOn, 'after-three-months': threeMonths }[step]
  const waits = { received: '', granted: 'Når ansøgningen er afgjort', 'under-way': 'Ved første træning', 'after-three-months': 'Vi spørger tre måneder efter første træning' }[step]
  return { key: step, title: statusNames[step], text: on ? formatDay(on) : waits }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Signups({ course, firstName }: { course: CourseView; firstName: string }) {
  const mayRelease = useActor().role === 'fritidsvejleder'
  return (
    <Sheet title="Går til" flush>
      <DataTable
        stacks caption="Tilmeldinger i forløbet" columns={[{ key: 'what', head: 'Hold' }, { key: 'state', head: 'Status' }, { key: 'met', head: 'Fremmøde' }, { key: 'pass', head: 'Passet betaler', end: true }]}
        lines={course.signups.map((signup) => ({ key: signup.signupId, cells: [
          <>{signup.offerTitle}<br /><span className="small">{signup.foreningName}</span></>, <Fragment key="state">{capital(signupWords[signup.state] ?? signup.state)}{mayRelease && <div><ReleasePlace signup={signup} firstName={firstName} /></div>}</Fragment>,
          signup.meetings.length === 0 ? 'Ikke krydset af endnu' : <><MeetingDots meetings={signup.meetings.slice(-8)} /><br /><span className="small">{sayMeetings(signup)}</span></>,
          <Money key="pass" ore={signup.passPays} />,
        ] }))}
      />
    </Sheet>
  )
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="way">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span className="small"><DayText day={entry.on} form="full" /></span>
          <div><b>{entry.title}</b>{entry.text && <p>{entry.text}</p>}</div>
        </li>
      ))}
    </ol>
  )
}
