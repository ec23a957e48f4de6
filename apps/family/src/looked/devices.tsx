import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import type { SessionView } from '@medspil/contracts/access'
import { Button, Tag, useToast } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '../home/problem-notice.tsx'
import { useLookWords } from './use-look-words.ts'

/** Where one is logged in right now, and the way to end it. */
export function Devices() {
  const sessions = useQuery(useTRPC().access.sessions.queryOptions())
  if (!sessions.data) return null
  return (
    <section>
      <h2><Trans>Her er du logget ind</Trans></h2>
      <ul className="looks">{sessions.data.map((session) => <Device key={session.id} session={session} />)}</ul>
    </section>
  )
}

function Device({ session: { id, browser, seenAt, isThis } }: { session: SessionView }) {
  const { t, i18n } = useLingui()
  const toast = useToast()
  const cache = useQueryClient()
  const words = useLookWords()
  const end = useOnce(`access.endSession:${id}`, useTRPC().access.endSession.mutationOptions())
  const name = nameOf(browser) ?? t`En anden telefon eller computer`
  const when = words.moment(seenAt, i18n.locale)
  return (
    <li>
      <b><bdi>{name}</bdi></b> {isThis && <Tag tone="ok"><Trans>Her</Trans></Tag>}
      <p className="small"><Trans>Sidst brugt {when}</Trans></p>
      <ProblemNotice error={end.error} />
      {!isThis && (
        <Button
          kind="secondary" busy={end.isPending} aria-label={t`Log ud på ${name}`}
          onClick={() => end.mutate({ sessionId: id }, {
            onSuccess: () => {
              toast(t`Logget ud på ${name}.`)
              void cache.invalidateQueries()
            },
          })}
        >
          <Trans>Log ud</Trans>
        </Button>
      )}
    </li>
  )
}

/** "Firefox, Android" of a browser's long name for itself; null when it is none we know. */
function nameOf(userAgent: string): string | null {
  const browser = /Edg|Firefox|SamsungBrowser|Chrome|Safari/.exec(userAgent)?.[0]
  const device = /iPhone|iPad|Android|Windows|Macintosh|Linux/.exec(userAgent)?.[0]
  return browser ? [browser.replace('Edg', 'Edge'), device?.replace('Macintosh', 'Mac')].filter(Boolean).join(', ') : null
}
