import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { ApplicationView } from '@medspil/contracts/application'
import { Anchor, DayText, hardSpaces, LinkRow, Page, Panel, PersonNote, phoneInPairs, RowList, StatusPath, useWorthWaiting, Waiting } from '@medspil/ui'
import type { Row } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { OpenQuestion, openQuestionReads } from '../follow-up/open-question.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { AnswerKommune } from './answer-kommune.tsx'
import { LogOut } from './log-out.tsx'
import { NextAct } from './next-act.tsx'
import { StopCourse } from './stop-course.tsx'
import { useStateWords } from './use-state-words.ts'

/** Where it stands, what comes next, by which date, and whom to ask. */
export function CourseView(props: { applicationId: string }) {
  const trpc = useTRPC()
  const shown = useQuery(trpc.application.show.queryOptions(props))
  // Known before the page is drawn: each puts something to press above what stands there already.
  const childId = shown.data?.childId ?? ''
  const asked = useQuery(trpc.followUp.openQuestions.queryOptions({ childId }, { ...openQuestionReads, enabled: shown.data !== undefined }))
  const guides = useQuery(trpc.guideMatch.ofMyFamily.queryOptions())
  const waits = useWorthWaiting(shown.data !== undefined && (asked.isLoading || guides.isPending))
  if (shown.isPending || waits) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(shown)) return isNotFound(shown.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void shown.refetch()} />
  return <Course view={shown.data} />
}

function Course({ view }: { view: ApplicationView }) {
  const { t } = useLingui()
  const paths = usePaths()
  const { state, means } = useStateWords()(view)
  const name = view.childFirstName
  const isGranted = view.state === 'granted' || view.state === 'partly-granted'
  const guides = useQuery(useTRPC().guideMatch.ofMyFamily.queryOptions())
  const guide: Row[] = guides.data?.matches.length ? [{ key: 'guide', pictogram: 'guide', text: <Trans>Fritidsguide</Trans>, href: paths.guide }] : []
  const pass: Row[] = isGranted ? [{ key: 'pass', pictogram: 'pas', text: <Trans>Fritidspas</Trans>, href: paths.fritidspas(view.childId) }] : []
  return (
    <Page>
      <PageTitle title={t`${name}: ${state}`} />
      <p className="small"><Trans>Forløb for <bdi>{name}</bdi></Trans> · <bdi lang="da">{view.ordningName}</bdi></p>
      <h1 className="state">{state}</h1>
      <p className="lead">{means}</p>
      <NextAct view={view} />
      <OpenQuestion childId={view.childId} />
      <AnswerKommune view={view} />
      <section>
        <h2 className="sr-only"><Trans>Hvor langt er vi?</Trans></h2>
        <Path view={view} />
      </section>
      <Contact view={view} />
      <section>
        <RowList
          rows={[
            ...pass,
            ...guide,
            { key: 'papers', pictogram: 'papir', text: <Trans>Papirer</Trans>, href: paths.papers },
            { key: 'looked', pictogram: 'oeje', text: <Trans>Hvem har set vores oplysninger</Trans>, href: paths.whoLooked },
            { key: 'apply', pictogram: 'familie', text: <Trans>Søg til et barn mere</Trans>, href: paths.apply },
          ]}
        />
      </section>
      <StopCourse view={view} />
      <LogOut />
    </Page>
  )
}

function Path({ view }: { view: ApplicationView }) {
  const { t } = useLingui()
  const paths = usePaths()
  // A no ends the way at its answer, and what was taken back ends where it stood.
  const steps = view.steps.filter(({ word, when }) => when !== 'ended' && (when !== 'refused' || word === 'granted'))
  const here = steps.reduce((last, { on, when }, at) => (on === null && when !== 'refused' ? last : at), 0)
  const words = { received: t`Modtaget`, granted: t`Godkendt`, 'under-way': t`I gang`, 'after-three-months': t`Efter 3 måneder` }
  const { decision, childFirstName: name } = view
  const answered = decision && <><DayText day={decision.on} form="weekday" first />. </>
  const letter = decision?.letterId && <>{' '}<Anchor href={paths.letter(decision.letterId)}><Trans>Læs brevet</Trans></Anchor></>
  const decider = decision && (decision.automatic
    ? <Trans>Reglerne sagde ja med det samme.</Trans>
    : <Trans><bdi>{decision.by}</bdi> har sagt ja.</Trans>)
  return (
    <StatusPath
      here={here}
      stops={steps.map(({ word, on, when, expectedOn }) => {
        const day = on && <><DayText day={on} form="weekday" first />.</>
        const text = (() => {
          if (when === 'refused') return <>{answered}<Trans>Det blev ikke til noget denne gang.</Trans>{letter}</>
          if (word === 'received') return <>{day} {view.givenBy ? <Trans><bdi>{view.givenBy}</bdi> sendte den for jer.</Trans> : <Trans>Du sendte ansøgningen.</Trans>}</>
          if (word === 'granted') {
            if (on) return <>{day} {decider}{letter}</>
            return expectedOn ? <Trans>I får svar senest <DayText day={expectedOn} form="weekday" />.</Trans> : <Trans>Vi skriver, når der er svar.</Trans>
          }
          if (word === 'under-way') return day ?? <Trans>Når <bdi>{name}</bdi> har været til sin første træning.</Trans>
          if (on) return day
          return expectedOn
            ? <Trans>Den <DayText day={expectedOn} form="day" /> spørger vi, hvordan det går.</Trans>
            : <Trans>Vi spørger, om <bdi>{name}</bdi> stadig er med.</Trans>
        })()
        return { key: word, title: when === 'refused' ? t`Svar` : words[word], text }
      })}
    />
  )
}

function Contact({ view: { contact } }: { view: ApplicationView }) {
  const person = contact.name?.split(' ')[0]
  return (
    <section>
      <Panel look="calm">
        <PersonNote pictogram="person">
          <h2>{person ? <Trans>Spørg <bdi>{person}</bdi></Trans> : <Trans>Spørg os</Trans>}</h2>
          <p>{person ? <Trans><bdi>{person}</bdi> kender jeres forløb.</Trans> : <Trans>Et menneske svarer og kender jeres forløb.</Trans>}</p>
          <p className="small" lang="da">{hardSpaces(contact.phoneHours)}</p>
          <LinkRow pictogram="telefon" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
            <Trans>Ring <span dir="ltr" className="num">{phoneInPairs(contact.phone)}</span></Trans>
          </LinkRow>
        </PersonNote>
      </Panel>
    </section>
  )
}
