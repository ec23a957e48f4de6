import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, isNotFound, useOnce, useTRPC } from '@medspil/client'
import type { FriendInvitation, FriendsView } from '@medspil/contracts/holiday-program'
import { ActRow, Button, Notice, Panel, TextField, useToast, Waiting } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ProblemNotice } from '../../home/problem-notice.tsx'
import { usePaths } from '../../paths.ts'
import { ChooseChild } from './choose-child.tsx'
import { FriendTerms } from './friend-terms.tsx'
import type { useKeptCode } from './kept-code.ts'

type Kept = ReturnType<typeof useKeptCode>

/** A code that was given to the family: typed or from a link, looked at, and said yes to. */
export function JoinGroup({ view, kept }: { view: FriendsView; kept: Kept }) {
  return kept.code === '' ? <TypeCode kept={kept} /> : <Invitation view={view} kept={kept} />
}

function TypeCode({ kept }: { kept: Kept }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const isShort = typed.replace(/[\s-]/g, '').length < 12
  const [isSent, setSent] = useState(false)
  const open = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (!isShort) kept.keep(typed)
  }
  return (
    <section>
      <form className="stack" onSubmit={open} noValidate>
        <h2><Trans>Har I fået en kode?</Trans></h2>
        <TextField name="kode" label={t`Koden fra jeres venner`} hint={t`12 tegn, for eksempel 7k2m-9xqf-3tdh`} autoComplete="off" autoCapitalize="none" spellCheck={false} dir="ltr" value={typed} onChange={(event) => { setTyped(event.currentTarget.value); setSent(false) }}
          {...(isSent && isShort && { error: <Trans>Koden har 12 tegn. Se efter igen.</Trans> })} />
        <Button kind="secondary" wide type="submit"><Trans>Se invitationen</Trans></Button>
      </form>
    </section>
  )
}

function Invitation({ view, kept }: { view: FriendsView; kept: Kept }) {
  const trpc = useTRPC()
  const { code, keep } = kept
  const opened = useQuery(trpc.holidayProgram.openFriendCode.queryOptions({ code }, { retry: false, gcTime: 0 }))
  if (opened.isPending) return <Waiting><Trans>Henter invitationen</Trans></Waiting>
  if (hasNoPage(opened)) {
    const isDead = isNotFound(opened.error) || opened.error.data?.httpStatus === 400
    return (
      <section>
        <Notice tone="info" role="alert">
          <div className="stack">
            {isDead ? <p><Trans>Koden virker ikke. En kode virker én gang. Bed jeres venner om en ny.</Trans></p> : <p><Trans>Vi fik ikke svar. Prøv igen om lidt.</Trans></p>}
            {isDead ? <Button kind="secondary" onClick={() => keep('')}><Trans>Skriv en anden kode</Trans></Button> : <Button kind="secondary" onClick={() => void opened.refetch()}><Trans>Prøv igen</Trans></Button>}
          </div>
        </Notice>
      </section>
    )
  }
  return <Invited invitation={opened.data} view={view} kept={kept} />
}

function Invited({ invitation, view, kept }: { invitation: FriendInvitation; view: FriendsView; kept: Kept }) {
  const { t } = useLingui()
  const trpc = useTRPC()
  const paths = usePaths()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const { code, keep } = kept
  // A code may be for another programme than the page it was typed on; there all of my children may be free.
  const isHere = invitation.programId === view.programId
  const there = useQuery(trpc.holidayProgram.friends.queryOptions({ programId: invitation.programId }))
  const free = there.data?.free ?? (isHere ? view.free : [])
  const [chosen, setChosen] = useState<string | null>(null)
  const childId = chosen ?? free[0]?.childId ?? null
  const join = useOnce(`holidayProgram.joinFriends:${code}:${childId}`, trpc.holidayProgram.joinFriends.mutationOptions())
  const send = () => childId !== null && join.mutate({ code, childId, agrees: true }, {
    onSuccess: async () => {
      keep('')
      toast(<Trans>I er med i gruppen</Trans>)
      await queries.invalidateQueries()
      if (!isHere) void navigate({ to: paths.friends(invitation.programId), replace: true })
    },
  })
  // Who is free is known first: without it the page would say that nobody is, and move the buttons when it learns better.
  if (!isHere && there.isPending) return <Waiting><Trans>Henter invitationen</Trans></Waiting>
  const others = invitation.children - 1
  const name = invitation.name ?? t`et barn`
  return (
    <Panel look="turn">
      <div className="stack">
        <h2><Trans>Invitation fra <bdi>{name}</bdi></Trans></h2>
        <p><Trans>Gå sammen med <bdi>{name}</bdi> i <bdi lang="da">{invitation.programName}</bdi>.</Trans>{' '}{others > 0 && <Plural value={others} one="# barn mere er med." other="# børn mere er med." />}</p>
        {free.length === 0 && <p><b><Trans>Jeres børn går allerede med en gruppe i programmet. Gå ud af den først.</Trans></b></p>}
        {childId !== null && (
          <>
            <ChooseChild name="gaa-med" free={free} value={childId} onChange={setChosen} />
            <FriendTerms isDraw={invitation.way === 'draw'} />
            {isNotFound(join.error) ? <Notice tone="no" role="alert"><p><Trans>Koden er brugt imens. Bed jeres venner om en ny.</Trans></p></Notice> : <ProblemNotice error={join.error} />}
            <Button wide busy={join.isPending} onClick={send}><Trans>Ja, gå med</Trans></Button>
          </>
        )}
        <ActRow onClick={() => keep('')}><Trans>Nej tak</Trans></ActRow>
      </div>
    </Panel>
  )
}
