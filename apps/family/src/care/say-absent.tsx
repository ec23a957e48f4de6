import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { OwnMeeting } from '@medspil/contracts/attendance'
import { ActRow, Notice, Tag } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { WhyNotText } from '../offer/why-not-text.tsx'

/** One tap says that a child stays away that day, and one tap that it comes after all. The adults' list shows it at once. */
export function SayAbsent({ meeting: { signupId, day, childFirstName, saidAbsent } }: { meeting: Pick<OwnMeeting, 'signupId' | 'day' | 'childFirstName' | 'saidAbsent'> }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const say = useOnce(`attendance.sayAbsent:${signupId}:${day}:${saidAbsent ? 'back' : 'away'}`, trpc.attendance.sayAbsent.mutationOptions())
  const send = () => {
    if (!say.isPending) say.mutate({ signupId, day, isAway: !saidAbsent }, { onSuccess: () => queries.invalidateQueries({ queryKey: trpc.attendance.ownDays.queryKey() }) })
  }
  const whyNot = whyNotOf(say.error)
  return (
    <div>
      <div role="status">{saidAbsent && <p><Tag tone="info"><Trans>De ved, at <bdi>{childFirstName}</bdi> ikke kommer</Trans></Tag></p>}</div>
      <ActRow pictogram={saidAbsent ? 'fortryd' : 'kryds'} aria-busy={say.isPending || undefined} onClick={send}>
        {saidAbsent ? <Trans><bdi>{childFirstName}</bdi> kommer alligevel</Trans> : <Trans><bdi>{childFirstName}</bdi> kommer ikke den dag</Trans>}
      </ActRow>
      {say.error && <Notice tone="no" role="alert"><p>{whyNot ? <WhyNotText whyNot={whyNot} /> : <Trans>Vi fik ikke svar. Tryk igen.</Trans>}</p></Notice>}
    </div>
  )
}
