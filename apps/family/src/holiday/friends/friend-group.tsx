import { Trans, useLingui } from '@lingui/react/macro'
import { type AppError, useOnce, useTRPC } from '@medspil/client'
import type { FriendGroupView, FriendsView } from '@medspil/contracts/holiday-program'
import { ActRow, Panel, Tag, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '../../home/problem-notice.tsx'
import { FriendCodes } from './friend-codes.tsx'
import { goingAlong, useFriendNames } from './friend-names.tsx'
import { FriendTerms } from './friend-terms.tsx'

/** One group: who goes along, who has left, and the presses that are this family's own. */
export function FriendGroup({ view, group }: { view: FriendsView; group: FriendGroupView }) {
  const say = useFriendNames()
  const { mine, others } = goingAlong(group)
  const names = say([...mine.map(({ firstName }) => firstName), ...others.map(({ name }) => name)])
  const isAlone = others.length === 0 && mine.length === 1
  return (
    <Panel>
      <div className="stack">
        <h2>{mine.length === 0 ? <Trans>I er gået ud af gruppen</Trans> : <bdi>{names}</bdi>}</h2>
        {isAlone && <p><Trans>Der er ikke andre med lige nu.</Trans></p>}
        <ul className="rows">
          {group.mine.map((child) => <Mine key={child.childId} view={view} group={group} child={child} />)}
          {group.others.map(({ name, hasLeft }, n) => <li key={n} className="friend"><b><bdi>{say([name])}</bdi></b><WithTag hasLeft={hasLeft} /></li>)}
        </ul>
        {group.invites && mine.length > 0 && view.isOpen && <FriendCodes view={view} group={group} />}
        {group.invites && mine.length > 0 && view.isOpen && group.free > 0 && view.free.filter(({ childId }) => !group.mine.some((one) => one.childId === childId)).map((child) => <BringAlong key={child.childId} group={group} {...child} />)}
        <details><summary><Trans>Det har I sagt ja til</Trans></summary><FriendTerms isDraw={view.way === 'draw'} /></details>
      </div>
    </Panel>
  )
}

function WithTag({ hasLeft }: { hasLeft: boolean }) {
  return hasLeft ? <Tag tone="plain" sign="kryds"><Trans>Gået ud</Trans></Tag> : <Tag tone="ok"><Trans>Er med</Trans></Tag>
}

/** My own child: out of the group with one press, and back with one. */
function Mine({ view, group: { groupId, free }, child: { childId, firstName, hasLeft } }: { view: FriendsView; group: FriendGroupView; child: FriendGroupView['mine'][number] }) {
  const { t } = useLingui()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const leave = useOnce(`holidayProgram.leaveFriends:${groupId}:${childId}`, trpc.holidayProgram.leaveFriends.mutationOptions())
  const rejoin = useOnce(`holidayProgram.rejoinFriends:${groupId}:${childId}`, trpc.holidayProgram.rejoinFriends.mutationOptions())
  const error: AppError | null = leave.error ?? rejoin.error
  const done = (said: string) => ({ onSuccess: async () => { leave.reset(); rejoin.reset(); toast(said); await queries.invalidateQueries() } })
  return (
    <li className="friend">
      <b><bdi>{firstName}</bdi></b>
      <WithTag hasLeft={hasLeft} />
      {!hasLeft && <ActRow pictogram="kryds" onClick={() => leave.isPending || leave.mutate({ groupId, childId }, done(t`${firstName} er gået ud af gruppen`))}><Trans>Gå ud af gruppen</Trans></ActRow>}
      {hasLeft && view.isOpen && free > 0 && <ActRow pictogram="fortryd" onClick={() => rejoin.isPending || rejoin.mutate({ groupId, childId, agrees: true }, done(t`${firstName} er med igen`))}><Trans>Gå med igen</Trans></ActRow>}
      <ProblemNotice error={error} />
    </li>
  )
}

/** Another child of the family that invites. */
function BringAlong({ group: { groupId }, childId, firstName }: { group: FriendGroupView; childId: string; firstName: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const bring = useOnce(`holidayProgram.rejoinFriends:${groupId}:${childId}`, trpc.holidayProgram.rejoinFriends.mutationOptions())
  return (
    <>
      <ActRow pictogram="familie" onClick={() => bring.isPending || bring.mutate({ groupId, childId, agrees: true }, { onSuccess: () => queries.invalidateQueries() })}><Trans>Tag <bdi>{firstName}</bdi> med i gruppen</Trans></ActRow>
      <ProblemNotice error={bring.error} />
    </>
  )
}
