import { useTRPC } from '@medspil/client'
import type { GuideRow } from '@medspil/contracts/guide-match'
import { ActRow, DayText, DeskHead, Dialog, Disc, EmptyState, Sheet, Tag, TaskList } from '@medspil/ui'
import type { Tone } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { countInMenu } from '../frame/menu-counts.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'
import { certificateState, certificateStates } from './certificate.ts'
import type { CertificateState } from './certificate.ts'
import { SetCertificate } from './set-certificate.tsx'
import { capital, childCount, guideCount, hourCount, kindWords, languageName, sayDays, sayList } from './words.ts'
import './guide-match.css'

export const Route = createLazyRoute('/$kommune/guider')({ component: GuidesPage })

/** The kommune's guides, those whose børneattest needs somebody first. */
function GuidesPage() {
  const guides = useQuery(useTRPC().guideMatch.guides.queryOptions())
  const [seeing, setSeeing] = useState<GuideRow | null>(null)
  const count = guides.data?.length
  useEffect(() => {
    if (count !== undefined) countInMenu('guider', count)
  }, [count])
  return (
    <>
      <PageTitle title="Guider" />
      <Loaded query={guides}>{(rows) => <Guides guides={rows} onSee={setSeeing} />}</Loaded>
      <Dialog open={seeing !== null} title={seeing ? `Børneattest for ${seeing.name}` : ''} closeLabel="Luk" onClose={() => setSeeing(null)}>
        {seeing && <SetCertificate guide={seeing} onDone={() => setSeeing(null)} />}
      </Dialog>
    </>
  )
}

function Guides({ guides, onSee }: { guides: readonly GuideRow[]; onSee: (guide: GuideRow) => void }) {
  const today = todayHere()
  const listed = guides.map((guide) => ({ guide, certificate: certificateState(guide, today) }))
    .sort((a, b) => certificateStates.indexOf(a.certificate) - certificateStates.indexOf(b.certificate) || a.guide.name.localeCompare(b.guide.name, 'da'))
  const stopped = listed.filter(({ certificate }) => certificate === 'missing' || certificate === 'lapsed').length
  if (guides.length === 0) {
    return <><DeskHead title="Guider" /><EmptyState pictogram="guide" title="Her er ingen guider endnu"><p>En guide kommer på listen, når kommunen har talt med den, der vil hjælpe.</p></EmptyState></>
  }
  return (
    <>
      <DeskHead title={stopped === 0 ? capital(guideCount(guides.length)) : `${stopped} af ${guideCount(guides.length)} mangler en børneattest`}>
        Uden en attest, der gælder, kan en guide ikke spørges, og alle ture stopper samme dag.
      </DeskHead>
      <Sheet title="Guider" remark={`${childCount(guides.reduce((sum, { children }) => sum + children, 0))} følges nu`} flush>
        <TaskList>{listed.map(({ guide, certificate }) => <GuideLine key={guide.guideId} guide={guide} certificate={certificate} onSee={() => onSee(guide)} />)}</TaskList>
      </Sheet>
    </>
  )
}

const signs: Record<CertificateState, { tone: Tone; word: string }> = {
  missing: { tone: 'no', word: 'Mangler attest' }, lapsed: { tone: 'no', word: 'Udløbet' }, soon: { tone: 'wait', word: 'Udløber snart' }, valid: { tone: 'ok', word: 'Gyldig' },
}
const stateWords: Record<string, string> = {
  applied: 'har meldt sig', talked: 'vi har talt sammen', 'certificate-asked': 'vi venter på attesten', approved: 'godkendt', paused: 'på pause', left: 'holdt op',
}

function GuideLine(props: { guide: GuideRow; certificate: CertificateState; onSee: () => void }) {
  const { guide, certificate } = props
  const { tone, word } = signs[certificate]
  const state = stateWords[guide.state]
  return (
    <li className="task guide-line">
      <Disc name="guide" small />
      <div>
        <h3>{guide.name}</h3>
        <p className="why">{guide.age} år · {kindWords[guide.kind] ?? guide.kind} · {guide.area}{state && <> · <b>{state}</b></>}</p>
        <p>Kan lide {guide.interests.length > 0 ? sayList(guide.interests) : 'ikke fortalt endnu'}. Taler {sayList(guide.languages.map(languageName))}.</p>
        <p>{capital(sayDays(guide.days)) || 'Ingen dage endnu'}.</p>
      </div>
      <div className="when">
        <b>{guide.children} af {childCount(guide.mostChildren)}</b>
        {guide.hoursLeft === null ? 'Intet loft på timer' : `${hourCount(guide.hoursLeft)} tilbage`}
      </div>
      <div className="certificate">
        <Tag tone={tone}>{word}</Tag>
        {guide.certificateUntil && <p className="small">{certificate === 'lapsed' ? 'Gjaldt til' : 'Gælder til'} <DayText day={guide.certificateUntil} /></p>}
        <ActRow onClick={props.onSee} aria-label={`Skriv attesten ind for ${guide.name}`}>Skriv attesten ind</ActRow>
      </div>
    </li>
  )
}
