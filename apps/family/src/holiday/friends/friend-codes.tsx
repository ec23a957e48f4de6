import { Trans, useLingui } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import type { FriendGroupView, FriendsView } from '@medspil/contracts/holiday-program'
import { Button, ButtonRow, Notice, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '../../home/problem-notice.tsx'
import { usePaths } from '../../paths.ts'

/** The codes that still let a family in, each to be given by hand to one family, and one more while there is room. */
export function FriendCodes({ view, group }: { view: FriendsView; group: FriendGroupView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const invite = useOnce(`holidayProgram.inviteFriend:${group.groupId}:${group.codes.join()}`, trpc.holidayProgram.inviteFriend.mutationOptions())
  if (group.free === 0) return <p><Trans>Gruppen er fuld.</Trans></p>
  return (
    <div className="stack">
      <h3><Trans>Inviter vennens familie</Trans></h3>
      {group.codes.length > 0 && <p><Trans>Giv koden eller linket til én familie, I kender. Det virker én gang.</Trans></p>}
      {group.codes.map((code) => <Code key={code} code={code} programId={view.programId} />)}
      <ProblemNotice error={invite.error} />
      {group.codes.length < group.free && <Button kind="secondary" wide busy={invite.isPending} onClick={() => invite.mutate({ groupId: group.groupId }, { onSuccess: () => queries.invalidateQueries() })}>{group.codes.length === 0 ? <Trans>Lav en kode</Trans> : <Trans>Lav en kode til</Trans>}</Button>}
    </div>
  )
}

function Code({ code, programId }: { code: string; programId: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const paths = usePaths()
  const link = `${window.location.origin}${paths.friends(programId)}#${code}`
  const copy = () => navigator.clipboard.writeText(link).then(() => toast(t`Linket er kopieret`), () => toast(t`Det gik ikke. Skriv koden af.`))
  const share = () => navigator.share({ title: t`Gå sammen i ferien`, url: link }).catch(() => undefined)
  return (
    <Notice tone="info" sign="laas">
      <p className="lead"><b dir="ltr" lang="und">{code}</b></p>
      <ButtonRow>
        <Button kind="secondary" onClick={() => void copy()}><Trans>Kopiér linket</Trans></Button>
        {'share' in navigator && <Button kind="secondary" onClick={() => void share()}><Trans>Del</Trans></Button>}
      </ButtonRow>
    </Notice>
  )
}
