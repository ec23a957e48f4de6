import { Trans, useLingui } from '@lingui/react/macro'
import { isUnanswered, useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { WishesView } from '@medspil/contracts/draw'
import type { ActivityView, ProgramDetail } from '@medspil/contracts/holiday-program'
import { Button, EmptyState, Notice, Tag, Waiting } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { WhyNotText } from '../../offer/why-not-text.tsx'
import { AddWish } from './add-wish.tsx'
import { addWish, type ChildList, clashesAbove, type Draft, isKept, moveWish, removeWish, setTogether, wishedBy } from './wish-list.ts'
import { WishRow } from './wish-row.tsx'

/**
 * The list a family moves its wishes in. Each change is kept at once; one that could not be is said, and tried again by a press.
 * @param props.isNextChild what may be wished is still that of the child shown before
 */
export function WishEditor({ wishes, program, childId, isNextChild }: { wishes: WishesView; program: ProgramDetail; childId: string; isNextChild: boolean }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const stored = wishes.children.map((one): ChildList => ({ childId: one.childId, withFriends: one.withFriends, wishes: one.wishes.map(({ activityId, together }) => ({ activityId, together })) }))
  // Without a draft the page follows the server: another adult's wishes are never written over by an old list of ours.
  const [draft, setDraft] = useState<Draft | null>(null)
  const { seen, lists } = draft ?? { seen: wishes.seen, lists: stored }
  // The act carries what it changes from and to: another content is another act, the same content the same one.
  const save = useOnce(`holidayProgram.saveWishes:${wishes.programId}:${seen}:${JSON.stringify(lists)}`, trpc.holidayProgram.saveWishes.mutationOptions())
  if (draft && !save.isPending && isKept(draft, { seen: wishes.seen, lists: stored })) setDraft(null)
  const send = () => save.mutate({ programId: wishes.programId, seen, children: lists.map((list) => ({ childId: list.childId, wishes: [...list.wishes] })) }, {
    onSuccess: (answer) => {
      queries.setQueryData(trpc.holidayProgram.wishes.queryKey({ programId: wishes.programId }), answer)
      setDraft((now) => now && { ...now, seen: answer.seen })
    },
  })
  useEffect(() => {
    if (draft === null || save.isPending || save.isError) return
    const soon = setTimeout(send, 400)
    return () => clearTimeout(soon)
  })
  const change = (next: readonly ChildList[]) => {
    // A save under way must be heard: its answer names what the next one changes from.
    if (!save.isPending) save.reset()
    setDraft({ seen, lists: next })
  }
  const titles = new Map(program.activities.map((activity) => [activity.id, activity]))
  const mine = lists.find((list) => list.childId === childId)?.wishes ?? []
  const child = wishes.children.find((one) => one.childId === childId)!
  return (
    <>
      <KeptState isKept={draft === null} error={save.error} onRetry={send} onReload={() => void queries.invalidateQueries().then(() => window.location.reload())} />
      {mine.length === 0 && <EmptyState pictogram="kalender" title={<Trans>{child.firstName} har ingen ønsker endnu</Trans>}><p><Trans>Find en aktivitet herunder, og tryk på Ønsk.</Trans></p></EmptyState>}
      {child.withFriends && mine.length > 0 && <p className="small"><Trans>”Kun sammen med venner” gælder for dem af jer, der ønsker det samme med gruppen. Aftal det med hinanden. Er I de eneste, trækkes der lod for jer alene.</Trans></p>}
      <ol className="wishes">
        {mine.map((wish, n) => (
          <WishRow
            key={wish.activityId} rank={n + 1} of={mine.length} activity={titles.get(wish.activityId) ?? null} together={wish.together}
            company={child.withFriends ? 'friends' : wishedBy(lists, wish.activityId) > 1 ? 'siblings' : null}
            clashes={clashesAbove(child.clashes, mine, n).flatMap(({ activityId, on }) => { const other = titles.get(activityId); return other ? [{ title: other.title, on }] : [] })}
            onMove={(by) => change(moveWish(lists, childId, wish.activityId, by))}
            onRemove={() => change(removeWish(lists, childId, wish.activityId))}
            onTogether={(together) => change(setTogether(lists, childId, wish.activityId, together))}
          />
        ))}
      </ol>
      {isNextChild ? <Waiting><Trans>Henter programmet</Trans></Waiting> : <AddWish
        activities={program.activities.filter((activity) => isFor(activity) && !mine.some(({ activityId }) => activityId === activity.id))}
        isFull={mine.length >= wishes.most} onAdd={(id) => change(addWish(lists, childId, id))}
      />}
    </>
  )
}

const isFor = ({ forChild, state }: ActivityView) => state !== 'cancelled' && (forChild === null || forChild.whyNot === null)

function KeptState(props: { isKept: boolean; error: ReturnType<typeof useOnce>['error']; onRetry: () => void; onReload: () => void }) {
  const { t } = useLingui()
  const whyNot = whyNotOf(props.error)
  if (props.error) {
    return (
      <Notice tone={whyNot ? 'info' : 'no'} role="alert">
        <p>{whyNot ? <WhyNotText whyNot={whyNot} /> : isUnanswered(props.error) ? <Trans>Ingen forbindelse. Ønskerne står her stadig.</Trans> : <Trans>Ønskerne blev ikke gemt. De står her stadig.</Trans>}</p>
        {whyNot?.reason === 'wishes-changed'
          ? <Button kind="secondary" onClick={props.onReload}><Trans>Hent dem igen</Trans></Button>
          : <Button kind="secondary" onClick={props.onRetry}><Trans>Prøv igen</Trans></Button>}
      </Notice>
    )
  }
  return <p role="status" aria-label={t`Er ønskerne gemt?`}>{props.isKept ? <Tag tone="ok"><Trans>Gemt</Trans></Tag> : <Tag tone="plain"><Trans>Gemmer</Trans></Tag>}</p>
}
