import { Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { LetterView } from '@medspil/contracts/letter'
import { BackLink, Button, DayText, ExampleTag, hardSpaces, LinkButton, Page, Panel, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { LoggedIn } from '../home/logged-in.tsx'
import { usePaths } from '../paths.ts'

/** One letter: the short page in the family's language first, then the letter itself, which is Danish and the one that counts. */
export function LetterPage() {
  const { t } = useLingui()
  return <LoggedIn title={t`Brev`}><OneLetter /></LoggedIn>
}

function OneLetter() {
  const { letterId } = useParams({ from: '/$kommune/papirer/$letterId' })
  const letter = useQuery(useTRPC().letter.read.queryOptions({ letterId }))
  if (letter.isPending) return <Page><Waiting><Trans>Henter siden</Trans></Waiting></Page>
  if (hasNoPage(letter)) return isNotFound(letter.error) ? <NotFoundPage /> : <UnansweredPage onRetry={() => void letter.refetch()} />
  return <Letter letter={letter.data} />
}

function Letter({ letter }: { letter: LetterView }) {
  const { plain } = letter
  const { papers } = usePaths()
  useNoteRead(letter)
  const isDanish = plain.language === 'da'
  return (
    <Page>
      <PageTitle title={letter.title} />
      <BackLink href={papers}><Trans>Papirer</Trans></BackLink>
      {letter.sentAt && <p className="small"><DayText day={letter.sentAt.slice(0, 10)} form="long" first /></p>}
      <div lang={plain.language} dir={plain.language === 'ar' ? 'rtl' : 'ltr'} className="stack">
        <h1>{plain.heading}</h1>
        <p className="lead">{plain.next}</p>
        <Panel look="calm"><p>{plain.call}</p><p className="small">{plain.danishCounts}</p></Panel>
      </div>
      <section>
        <article className="letter family-letter" lang="da" dir="ltr" aria-label={letter.title}>
          <h2>{letter.title}</h2>
          {letter.blocks.map(({ element, heading, texts }, at) => (
            <div key={`${element}-${at}`} data-element={element}>
              {heading && <h3>{heading}</h3>}
              {texts.map(({ says, isEksempel }, line) => <p key={line}>{hardSpaces(says)}{isEksempel && <>{' '}<ExampleTag>eksempel</ExampleTag></>}</p>)}
            </div>
          ))}
        </article>
      </section>
      <div className="stack next-step">
        {letter.hasPdf && <LinkButton wide pictogram="hent" href={`/letters/${letter.id}.pdf`}>{isDanish ? <Trans>Hent brevet</Trans> : <Trans>Hent brevet på dansk</Trans>}</LinkButton>}
        <Button kind="secondary" wide onClick={() => print()}><Trans>Print brevet</Trans></Button>
      </div>
    </Page>
  )
}

/** Notes once that the letter was opened. It can fail in silence: the page itself is the errand. */
function useNoteRead({ id, readAt }: LetterView) {
  const note = useOnce(`letter.markRead:${id}`, useTRPC().letter.markRead.mutationOptions())
  const isNoted = useRef(readAt !== null)
  useEffect(() => {
    if (isNoted.current) return
    isNoted.current = true
    note.mutate({ letterId: id })
  }, [id, note])
}
