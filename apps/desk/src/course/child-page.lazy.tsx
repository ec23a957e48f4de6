import { useTRPC } from '@medspil/client'
import type { ChildView } from '@medspil/contracts/follow-up'
import { Anchor, DeskColumns, DeskHead, EmptyState, formatDay, LinkButton, LinkRow, Notice, phoneInPairs, Sheet } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { OfferIdeas } from '../follow-up/offer-ideas.tsx'
import { languageNames } from '../follow-up/task-words.ts'
import { statusNames } from '../follow-up/today-aside.tsx'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { CourseSheet } from './course-sheet.tsx'
import { closedWords } from './words.ts'
import './course.css'

export const Route = createLazyRoute('/$kommune/boern/$childId')({ component: ChildPage })

/** Barnets forløb: the whole way from met to still there, on one page. Reading it is logged. */
function ChildPage() {
  const { childId } = useParams({ from: '/$kommune/boern/$childId' })
  const child = useQuery(useTRPC().followUp.course.queryOptions({ childId }))
  return (
    <>
      <PageTitle title="Barnets forløb" />
      <Loaded query={child}>{(view) => <Child view={view} />}</Loaded>
    </>
  )
}

function sayState({ courses, firstName }: ChildView): string {
  const [newest] = courses
  if (!newest) return firstName
  if (newest.closedAs) return `${firstName}: ${(closedWords[newest.closedAs] ?? 'afsluttet').toLowerCase()}`
  const living = newest.signups.findLast(({ state }) => state === 'started' || state === 'confirmed')
  if (living) return `${firstName} går til ${living.offerTitle}`
  return `${firstName}: ${statusNames[newest.status].toLowerCase()}`
}

function Child({ view }: { view: ChildView }) {
  const { kommune, role } = useActor()
  const about = [view.name, `${view.age} år`, view.school].filter(Boolean).join(' · ')
  return (
    <>
      <DeskHead trail={<Anchor href={`/${kommune.key}/boern`}>Børn</Anchor>} title={sayState(view)}>{about}</DeskHead>
      <DeskColumns asideLabel="Familien og papirerne" aside={<><Contact view={view} />{role === 'fritidsvejleder' && <Guide view={view} />}{role === 'fritidsvejleder' && <Holiday view={view} />}<Letters view={view} /></>}>
        {view.courses.length === 0 && <EmptyState pictogram="familie" title="Intet forløb endnu"><p>Det begynder, når familien eller en fagperson søger.</p></EmptyState>}
        {view.courses.map((course) => <CourseSheet key={course.courseId} course={course} firstName={view.firstName} />)}
        {role === 'fritidsvejleder' && <OfferIdeas childId={view.childId} title={`Kunne passe til ${view.firstName}`} />}
      </DeskColumns>
    </>
  )
}

function Contact({ view: { call, contactBarred } }: { view: ChildView }) {
  return (
    <Sheet title="Familien">
      {contactBarred && <Notice tone="no"><p>Ingen må kontakte familien. Grunden står i sagen.</p></Notice>}
      {!contactBarred && !call && <p>Ingen at ringe til endnu.</p>}
      {call && (
        <div className="stack">
          <p><b>{call.name}</b><br />{call.language === 'da' ? 'Får beskeder på dansk' : `Får beskeder på ${languageNames[call.language] ?? call.language}`}</p>
          {call.phone && <LinkButton kind="secondary" wide href={`tel:${call.phone.replaceAll(' ', '')}`} pictogram="telefon">Ring <span dir="ltr">{phoneInPairs(call.phone)}</span></LinkButton>}
        </div>
      )}
    </Sheet>
  )
}

function Guide({ view: { childId, firstName, courses } }: { view: ChildView }) {
  const { kommune } = useActor()
  if (!courses.some(({ hasGuidance, closedAs }) => hasGuidance && closedAs === null)) return null
  return (
    <Sheet title="Fritidsguide">
      <div className="stack">
        <p>{firstName} kan få en, der følges med, til {firstName} kan selv.</p>
        <LinkRow pictogram="guide" href={`/${kommune.key}/boern/${childId}/guide`}>Find en guide</LinkRow>
      </div>
    </Sheet>
  )
}

function Holiday({ view: { childId, firstName } }: { view: ChildView }) {
  const { kommune } = useActor()
  return (
    <Sheet title="Ferieaktiviteter">
      <div className="stack">
        <p>Find noget, der passer til {firstName}, også på de pladser, der er holdt tilbage.</p>
        <LinkRow pictogram="kalender" href={`/${kommune.key}/boern/${childId}/ferie`}>Find en ferieaktivitet</LinkRow>
      </div>
    </Sheet>
  )
}

const letterWords: Record<string, string> = { drafted: 'skrevet', queued: 'på vej', sent: 'sendt', delivered: 'afleveret', failed: 'kunne ikke sendes', paper: 'sendt på papir', 'to-be-printed': 'sendes på papir' }

function Letters({ view: { letters } }: { view: ChildView }) {
  return (
    <Sheet title="Breve">
      {letters.length === 0 ? <p className="small">Ingen breve endnu.</p> : (
        <ul className="plain stack upcoming">
          {letters.map(({ letterId, title, state, createdAt }) => <li key={letterId}><b>{title}</b><br />{formatDay(createdAt.slice(0, 10), 'da', 'full')}, {letterWords[state] ?? state}</li>)}
        </ul>
      )}
    </Sheet>
  )
}
