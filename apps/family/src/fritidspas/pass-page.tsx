import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useTRPC } from '@medspil/client'
import type { FritidspasView } from '@medspil/contracts/fritidspas'
import { ActRow, BackLink, Button, DayText, EmptyState, formatDay, LinkButton, LinkRow, Page, PassCard, useLanguage, useWorthWaiting, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { signOf } from '../find/offer-signs.ts'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { cardPicture, keepFile } from './card-picture.ts'
import { PassState } from './pass-words.tsx'
import { Purses } from './purses.tsx'

/** Fritidspas: show at the forening that the pass pays. Once open it needs no network. */
export function PassPage() {
  const { childId } = useParams({ strict: false }) as { childId: string }
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const passes = useQuery(trpc.fritidspas.show.queryOptions({ childId }, { gcTime: Infinity }))
  // Kept as long as the pass, so that without a network neither waits; a line that came later would move the buttons below it.
  const signups = useQuery(trpc.signup.mine.queryOptions({ childId }, { gcTime: Infinity }))
  // The pass is shown at a counter, with a queue behind it.
  const waits = useWorthWaiting(passes.data !== undefined && signups.isLoading, 1_000)
  if (hasNoPage(passes)) return isNotFound(passes.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void passes.refetch()} />
  if (!passes.data || waits) return <Page><Waiting><Trans>Henter passet</Trans></Waiting></Page>
  const [pass, ...older] = passes.data
  if (pass) return <Pass pass={pass} older={older} childId={childId} />
  return (
    <Page>
      <PageTitle title={t`Fritidspas`} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <h1><Trans>Fritidspas</Trans></h1>
      <EmptyState pictogram="pas" title={<Trans>Der er ikke noget pas endnu</Trans>}>
        <p><Trans>Passet kommer her, når det er godkendt.</Trans></p>
        <LinkButton href={paths.offers}><Trans>Find noget at gå til</Trans></LinkButton>
      </EmptyState>
    </Page>
  )
}

function Pass({ pass, older, childId }: { pass: FritidspasView; older: readonly FritidspasView[]; childId: string }) {
  const { t } = useLingui()
  const paths = usePaths()
  const card = useRef<HTMLDivElement>(null)
  const [isPrinting, setPrinting] = useState(false)
  const save = useSavePicture(pass, card)
  // Pocket size holds the card alone, so nothing else stands on the page while it prints.
  const print = () => {
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  const title = t`Fritidspas til ${pass.displayName}`
  if (isPrinting) return <Page><Card pass={pass} childId={childId} /></Page>
  return (
    <Page>
      <PageTitle title={title} />
      <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
      <h1 className={pass.code === null ? undefined : 'sr-only'}>{title}</h1>
      <div className="stack">
        {pass.code === null ? <p className="state"><PassState pass={pass} /></p> : <div ref={card}><Card pass={pass} childId={childId} /></div>}
        {pass.isValid && <p><Trans>Vis koden til foreningen. Så betaler passet. Det virker også uden net.</Trans></p>}
        {pass.code !== null && (
          <>
            <Button wide pictogram="hent" onClick={() => void save()}><Trans>Gem som billede</Trans></Button>
            <p><ActRow pictogram="papir" onClick={print}><Trans>Print i lommestørrelse</Trans></ActRow></p>
          </>
        )}
      </div>
      <Purses pass={pass} />
      <section><LinkRow pictogram="tal" href={paths.statement(childId)}><Trans>Se hvad passet har betalt</Trans></LinkRow></section>
      {older.length > 0 && (
        <details className="details">
          <summary className="details-summary"><Trans>Tidligere pas</Trans></summary>
          <ul className="details-text">{older.map((one) => <li key={one.fritidspasId}><bdi lang="da">{one.ordningName}</bdi> · <Trans>til <DayText day={one.validTo} /></Trans></li>)}</ul>
        </details>
      )}
    </Page>
  )
}

function Card({ pass, childId }: { pass: FritidspasView; childId: string }) {
  const { t } = useLingui()
  const { name } = useKommune()
  const trpc = useTRPC()
  const paths = usePaths()
  const signups = useQuery(trpc.signup.mine.queryOptions({ childId }, { gcTime: Infinity }))
  const active = signups.data?.find(({ state, passPays }) => passPays > 0n && (state === 'requested' || state === 'confirmed' || state === 'started'))
  return (
    <PassCard
      title={t`Fritidspas`} kommuneName={name} name={pass.displayName} validLabel={<Trans>Gælder til</Trans>} validTo={<DayText day={pass.validTo} />}
      state={<PassState pass={pass} />} stateSign={pass.isValid ? 'check' : 'ur'} code={`${location.origin}${paths.checkPass}#${pass.code ?? ''}`} codeLabel={t`Kode til foreningen`}
      {...(active && { activity: { pictogram: signOf(active.offer.pictogram), text: <bdi lang="da">{active.offer.title}</bdi> } })}
    />
  )
}

function useSavePicture(pass: FritidspasView, card: RefObject<HTMLDivElement | null>) {
  const { t } = useLingui()
  const language = useLanguage()
  const { name, colour } = useKommune()
  return async () => {
    const qr = card.current?.querySelector<SVGElement>('.qr svg')
    if (!qr) return
    const words = { title: t`Fritidspas`, kommuneName: name, name: pass.displayName, validLabel: t`Gælder til`, validTo: formatDay(pass.validTo, language), colour }
    keepFile(await cardPicture(words, qr), 'fritidspas.png')
  }
}
