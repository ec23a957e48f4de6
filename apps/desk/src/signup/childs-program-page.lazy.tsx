import { useTRPC } from '@medspil/client'
import type { ActivityForChild, ChildsProgram } from '@medspil/contracts/holiday-program/for-child'
import { Anchor, Button, Chip, DataTable, DeskHead, EmptyState, formatDay, formatDays, formatTimes, Money, Notice, Sheet, Tag, TextField } from '@medspil/ui'
import { sayWhyNotToStaff } from '@medspil/wording/why-not-staff'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { chooseActivities, familyPays, type Wanted } from './choose-activities.ts'
import { ChildsSignups } from './childs-signups.tsx'
import { SignUpChild } from './sign-up-child.tsx'

export const Route = createLazyRoute('/$kommune/boern/$childId/ferie')({ component: ChildsProgramPage })

/** How many activities the table shows; whoever wants others looks for them by word or day. */
const pageSize = 15

/** Ferieaktiviteter: a fagperson or fritidsvejleder finds an activity for a child and signs it up, in the same line as everybody. */
function ChildsProgramPage() {
  const { childId } = useParams({ from: '/$kommune/boern/$childId/ferie' })
  // What was chosen for one child, and what was found, is not the next one's.
  return <OfChild key={childId} childId={childId} />
}

function OfChild({ childId }: { childId: string }) {
  const [programId, setProgramId] = useState<string>()
  const found = useQuery(useTRPC().holidayProgram.forChild.queryOptions({ childId, ...(programId && { programId }) }, { placeholderData: keepPreviousData }))
  return (
    <>
      <PageTitle title="Ferieaktiviteter" />
      <Loaded query={found}>{(view) => <Program view={view} onProgram={setProgramId} />}</Loaded>
    </>
  )
}

function Program({ view, onProgram }: { view: ChildsProgram; onProgram: (id: string) => void }) {
  const { child: { id, firstName, years }, program, programs } = view
  const { kommune, role } = useActor()
  return (
    <div className="stack sheets">
      <DeskHead trail={role === 'fagperson' ? <Anchor href={`/${kommune.key}/mine-boern`}>Mine børn</Anchor> : <Anchor href={`/${kommune.key}/boern/${id}`}>{firstName}</Anchor>} title={`Ferieaktiviteter til ${firstName}`}>
        {years} år. {program ? `${program.name}, ${formatDays(program.fromDay, program.toDay, 'da', 'full')}.` : ''} Familien får besked om alt, hvad du gør her.
      </DeskHead>
      {programs.length > 1 && (
        <ul className="filters" aria-label="Program">
          {programs.map(({ id, name }) => <li key={id}><Chip on={id === program?.id} onToggle={() => onProgram(id)}>{name}</Chip></li>)}
        </ul>
      )}
      {!program && <EmptyState pictogram="kalender" title="Der er intet program lige nu"><p>Det næste kommer her, når det er offentligt.</p></EmptyState>}
      {program && <ChildsSignups view={view} />}
      {program && <Find key={program.id} view={view} />}
    </div>
  )
}

function Find({ view }: { view: ChildsProgram }) {
  const [wanted, setWanted] = useState<Wanted>({ text: '', day: '', room: true })
  const deferred = useDeferredValue(wanted)
  const found = chooseActivities(view.activities, deferred)
  const days = [...new Set(chooseActivities(view.activities, { ...deferred, day: '' }).flatMap((one) => one.days))].sort()
  const { program, child: { firstName } } = view
  const closed = program?.whyNotOpen ?? null
  const count = found.length === 1 ? '1 aktivitet' : `${found.length} aktiviteter`
  return (
    <Sheet title={`Passer til ${firstName}`} remark={count} flush>
      <div className="pad stack">
        {closed && <Notice tone="info"><p>{sayWhyNotToStaff(closed)}{closed.reason === 'program-opens-later' && ' Du står i den samme kø som alle andre.'}</p></Notice>}
        <TextField name="search" type="search" label="Søg" hint="Aktivitet, forening eller sted" autoComplete="off" value={wanted.text} onChange={(event) => setWanted({ ...wanted, text: event.target.value })} />
        <ul className="filters" aria-label="Valg">
          <li><Chip on={wanted.room} onToggle={() => setWanted({ ...wanted, room: !wanted.room })}>Kun med plads</Chip></li>
          {days.map((day) => <li key={day}><Chip on={wanted.day === day} onToggle={() => setWanted({ ...wanted, day: wanted.day === day ? '' : day })}>{formatDay(day, 'da', 'shortWeekday')}</Chip></li>)}
        </ul>
        <p className="sr-only" role="status">{count} passer</p>
      </div>
      {found.length === 0 ? <div className="pad"><EmptyState pictogram="soeg" title="Ingen aktiviteter passer til alle valg"><Button kind="secondary" onClick={() => setWanted({ text: '', day: '', room: false })}>Fjern alle valg</Button></EmptyState></div> : (
        <DataTable
          stacks caption={`Aktiviteter, der passer til ${firstName}`}
          columns={[{ key: 'what', head: 'Aktivitet' }, { key: 'when', head: 'Hvornår' }, { key: 'where', head: 'Sted' }, { key: 'free', head: 'Pladser' }, { key: 'pays', head: 'Familien betaler', end: true }, ...(closed ? [] : [{ key: 'act', head: <>Tilmeld</> }])]}
          lines={found.slice(0, pageSize).map((one) => ({ key: one.id, cells: [
            <>{one.title}<br /><span className="small">{one.foreningName}</span></>, <When key="when" one={one} />, one.place, <Room key="room" one={one} />,
            <Money key="pays" ore={familyPays(one)} />, ...(closed ? [] : [<SignUpChild key="act" child={view.child} activity={one} />]),
          ] }))}
        />
      )}
      {found.length > pageSize && <p className="pad small">De første {pageSize}. Søg, eller vælg en dag for at se flere.</p>}
    </Sheet>
  )
}

function When({ one: { days, timeFrom, timeTo } }: { one: ActivityForChild }) {
  const [first = '', last = first] = [days[0], days.at(-1)]
  return <>{first === last ? formatDay(first, 'da', 'shortWeekday') : `${formatDays(first, last, 'da', 'day')}`}<br /><span className="small num">{formatTimes(timeFrom, timeTo)}</span></>
}

function Room({ one: { freePlaces, freeReserved, waiting } }: { one: ActivityForChild }) {
  return (
    <>
      {freePlaces > 0 && <Tag tone="ok">{freePlaces} ledige</Tag>}
      {freeReserved > 0 && <Tag tone="info">{freeReserved} holdt tilbage</Tag>}
      {freePlaces === 0 && freeReserved === 0 && <Tag tone="wait">Bliver nummer {waiting + 1}</Tag>}
    </>
  )
}
