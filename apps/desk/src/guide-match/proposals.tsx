import { useOnce, useTRPC } from '@medspil/client'
import type { GuideRow, RankView } from '@medspil/contracts/guide-match'
import { firstNameOf } from '@medspil/domain/first-name'
import { Button, DayText, EmptyState, LinkButton, Pictogram, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import type { Asked } from './asked.ts'
import { useIsWide } from './use-is-wide.ts'
import { childCount, hourCount, kindWords, sayHas, sayOthers, sayWanted } from './words.ts'
import type { FitLine } from './words.ts'

type Ranked = RankView['ranked'][number]

/** The first three guides against the child's wishes, the button to ask one, and why not the others. */
export function Proposals({ view, asked }: { view: RankView; asked: Asked }) {
  const isWide = useIsWide()
  const first = view.ranked.slice(0, 3)
  const ask = (one: Ranked) => <AskGuide view={view} one={one} asked={asked} />
  if (first.length === 0) return <NobodyFits view={view} />
  return (
    <>
      {isWide ? <ComparedInTable ranked={first} ask={ask} /> : first.map((one) => <OneGuide key={one.guide.guideId} one={one} ask={ask} />)}
      <div className="guide-notes">
        <section>
          <h2>Det sker, når du spørger</h2>
          <p>Guiden får at vide, hvad {view.childFirstName} hedder til fornavn, og hvad {view.childFirstName} ønsker. Ved et ja bliver {view.childFirstName} og familien spurgt. Begge kan sige nej uden at give en grund.</p>
        </section>
        <WhyNotOthers view={view} />
      </div>
    </>
  )
}

function ComparedInTable({ ranked, ask }: { ranked: readonly Ranked[]; ask: (one: Ranked) => ReactNode }) {
  const best = (index: number) => (index === 0 ? 'best' : undefined)
  const row = (key: string, head: ReactNode, cell: (one: Ranked) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{head}</th>
      {ranked.map((one, index) => <td key={one.guide.guideId} className={best(index)}>{cell(one)}</td>)}
    </tr>
  )
  return (
    <div className="sheet">
      <table className="tbl guides">
        <caption className="sr-only">Guiderne, og hvorfor de passer</caption>
        <thead>
          <tr>
            <td />
            {ranked.map((one, index) => <th key={one.guide.guideId} scope="col" className={best(index)}><GuideHead one={one} /></th>)}
          </tr>
        </thead>
        <tbody>
          {/* All are held against the same wishes, so the lines stand in the same order. */}
          {ranked[0]?.lines.map((line, at) => row(`${line.about} ${line.wanted}`, sayWanted(line), (one) => one.lines[at] && <Verdict line={one.lines[at]} />))}
          {facts.map(({ name, say }) => row(name, name, ({ guide }) => say(guide)))}
          {row('ask', <span className="sr-only">Vælg</span>, ask)}
        </tbody>
      </table>
    </div>
  )
}

function OneGuide({ one, ask }: { one: Ranked; ask: (one: Ranked) => ReactNode }) {
  return (
    <section className="sheet guide-card" aria-label={one.guide.name}>
      <GuideHead one={one} heading />
      <dl>
        {one.lines.map((line) => <div key={`${line.about} ${line.wanted}`}><dt>{sayWanted(line)}</dt><dd><Verdict line={line} /></dd></div>)}
        {facts.map(({ name, say }) => <div key={name}><dt>{name}</dt><dd>{say(one.guide)}</dd></div>)}
      </dl>
      {ask(one)}
    </section>
  )
}

function GuideHead({ one: { guide, rank, met, of }, heading }: { one: Ranked; heading?: boolean }) {
  const Name = heading ? 'h2' : 'b'
  return (
    <div className="guide-head">
      <div><Name>{guide.name}</Name><span className="small">{rank}. forslag</span></div>
      <p className="small">{guide.age} år · {kindWords[guide.kind] ?? guide.kind}</p>
      <p><b>Passer på {met} af {of}</b></p>
    </div>
  )
}

const verdicts = {
  met: { sign: 'check', word: 'Passer' }, 'not-met': { sign: 'kryds', word: 'Passer ikke' }, unknown: { sign: 'spoerg', word: 'Ved vi ikke' },
} as const

function Verdict({ line }: { line: FitLine }) {
  const { sign, word } = verdicts[line.verdict]
  return (
    <span className={`verdict ${line.verdict}`}>
      <Pictogram name={sign} size="small" />
      <span><span className="sr-only">{word}: </span>{sayHas(line)}</span>
    </span>
  )
}

const facts: readonly { name: string; say: (guide: GuideRow) => ReactNode }[] = [
  { name: 'Plads til et barn til', say: ({ children, mostChildren }) => `Følger ${children === 0 ? 'ingen' : childCount(children)} nu, højst ${mostChildren}` },
  { name: 'Timer tilbage', say: ({ hoursLeft }) => (hoursLeft === null ? 'Intet loft' : hourCount(hoursLeft)) },
  { name: 'Børneattest', say: ({ certificateUntil }) => certificateUntil && <>Gælder til <DayText day={certificateUntil} /></> },
]

function AskGuide({ view, one, asked }: { view: RankView; one: Ranked; asked: Asked }) {
  const { guideId, name } = one.guide
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const propose = useOnce(`guide-match.propose:${view.childId}:${guideId}`, trpc.guideMatch.propose.mutationOptions())
  const send = () => propose.mutate({ childId: view.childId, guideId, ...asked }, {
    onSuccess: async () => {
      say(`${firstNameOf(name)} er spurgt`)
      await cache.invalidateQueries({ queryKey: trpc.guideMatch.rank.queryKey() })
    },
  })
  return (
    <div className="stack ask-guide">
      <Button kind={one.rank === 1 ? 'primary' : 'secondary'} busy={propose.isPending} onClick={send}>Spørg {firstNameOf(name)}</Button>
      <Problem error={propose.error} />
    </div>
  )
}

function WhyNotOthers({ view }: { view: RankView }) {
  const behind = Math.max(view.ranked.length - 3, 0)
  const count = view.others.reduce((sum, one) => sum + one.count, behind)
  if (count === 0) return null
  return (
    <section>
      <h2>{count === 1 ? 'Hvorfor ikke den sidste?' : `Hvorfor ikke de andre ${count}?`}</h2>
      <p>{behind > 0 && `${behind} passer på færre ønsker. `}{view.others.map((one) => sayOthers(one, view.weekday)).join(' ')} Samme oplysninger giver altid samme rækkefølge.</p>
    </section>
  )
}

function NobodyFits({ view }: { view: RankView }) {
  const { kommune } = useActor()
  const withoutCertificate = view.others.some(({ reason }) => reason.startsWith('guide-certificate'))
  return (
    <EmptyState pictogram="guide" title={view.others.length === 0 ? 'Kommunen har ingen guider endnu' : 'Ingen kan spørges med de ønsker'}>
      {view.others.length > 0 && <p>{view.others.map((one) => sayOthers(one, view.weekday)).join(' ')}</p>}
      {view.others.length > 0 && <p>Prøv en anden dag i ønskerne.{withoutCertificate && ' Eller hent en børneattest, så en guide mere kan spørges.'}</p>}
      {withoutCertificate && <LinkButton kind="secondary" href={`/${kommune.key}/guider`}>Se guiderne</LinkButton>}
    </EmptyState>
  )
}
