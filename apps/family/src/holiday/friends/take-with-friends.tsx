import { Plural, Trans } from '@lingui/react/macro'
import { useTRPC, whyNotOf } from '@medspil/client'
import type { FriendGroupView } from '@medspil/contracts/holiday-program'
import type { OfferDetail } from '@medspil/contracts/offer'
import type { SignupAhead, SignupReceipt } from '@medspil/contracts/signup'
import { Button, LinkRow, Money, Panel, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { usePaths } from '../../paths.ts'
import { ClashNotice } from '../../signup/ahead-texts.tsx'
import { SignupProblem, StillWorking } from '../../signup/signup-problem.tsx'
import { useTakePlaces } from '../../signup/use-take-places.ts'
import { goingAlong, useFriendNames } from './friend-names.tsx'

/** On the page where a place is taken: the whole group at once, when a child of mine goes with friends in this programme. */
export function TakeWithFriends({ offer, programId, ahead, onDone }: { offer: OfferDetail; programId: string; ahead: SignupAhead; onDone: (receipts: SignupReceipt[]) => void }) {
  const trpc = useTRPC()
  const paths = usePaths()
  const friends = useQuery(trpc.holidayProgram.friends.queryOptions({ programId }))
  const groups = (friends.data?.groups ?? []).filter((group) => goingAlong(group).mine.length > 0 && goingAlong(group).others.length > 0)
  // The link would turn into the button that takes everybody's places, under the finger that meant the link.
  if (friends.isPending) return <Waiting><Trans>Henter jeres grupper</Trans></Waiting>
  if (groups.length === 0) return <p><LinkRow pictogram="familie" href={paths.friends(programId)}><Trans>Gå sammen med venner</Trans></LinkRow></p>
  return groups.map((group) => <TakeForAll key={group.groupId} offer={offer} ahead={ahead} group={group} onDone={onDone} />)
}

function TakeForAll({ offer, ahead, group, onDone }: { offer: OfferDetail; ahead: SignupAhead; group: FriendGroupView; onDone: (receipts: SignupReceipt[]) => void }) {
  const say = useFriendNames()
  const { mine, others } = goingAlong(group)
  const own = ahead.children.filter(({ childId }) => mine.some((child) => child.childId === childId))
  const clashing = own.filter(({ clash }) => clash !== null)
  const take = useTakePlaces(offer.id, mine.map(({ childId }) => childId), onDone, group.groupId)
  const reason = whyNotOf(take.error)?.reason
  const accepts = clashing.length > 0 || reason === 'clashes-with-place' || reason === 'no-time-between-places'
  const count = mine.length + others.length
  const sum = own.reduce((total, { price, existing }) => (existing ? total : total + price.paidByYou), 0n)
  // For one of mine who cannot come along, its own reason stands on the page already.
  if (own.some(({ whyNot, existing }) => whyNot !== null && existing === null)) return null
  return (
    <Panel look="calm">
      <div className="stack">
        <h2><Trans>Sammen med <bdi>{say(others.map(({ name }) => name))}</bdi></Trans></h2>
        <p>
          {ahead.freePlaces >= count ? <Plural value={count} _2="Begge børn får plads, eller ingen gør." other="Alle # børn får plads, eller ingen gør." /> : <Plural value={count} _2="Der er ikke plads til begge. I kommer på venteliste sammen." other="Der er ikke plads til alle #. I kommer på venteliste sammen." />}{' '}
          <Trans>Hver familie hører fra os og betaler for sit eget barn.</Trans>{' '}
          {sum > 0n && <b><Trans>I betaler <Money ore={sum} /></Trans></b>}
        </p>
        {clashing.map((child) => <ClashNotice key={child.childId} child={child} title={offer.title} />)}
        <SignupProblem error={take.error} isClash={accepts && reason !== undefined} />
        <Button kind="secondary" wide busy={take.isWorking} onClick={() => take.send(accepts)}>{ahead.freePlaces >= count ? <Plural value={count} one="Tag # plads sammen" other="Tag # pladser sammen" /> : <Plural value={count} _2="Skriv begge på venteliste" other="Skriv alle # på venteliste" />}</Button>
        <StillWorking isShown={take.isWorking && take.isSlow} />
      </div>
    </Panel>
  )
}
