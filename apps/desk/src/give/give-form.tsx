import { useOnce, useTRPC, whyNotOf } from '@medspil/client'
import type { FoundChild, Given, OpenDoor } from '@medspil/contracts/application'
import { firstNameOf } from '@medspil/domain/first-name'
import { Button, ChoiceGroup, DeskHead, ErrorSummary, Notice } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'
import { ConsentPart } from './consent-part.tsx'
import { draftFor, giveInput, keepDraft, keptDraft, missingIn } from './draft.ts'
import type { GiveDraft } from './draft.ts'
import { NeedsPart } from './needs-part.tsx'
import { ReasonPart } from './reason-part.tsx'

const clock = new Intl.DateTimeFormat('da-DK', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Copenhagen' })

/** Everything on one page: what, why, who said yes, and the one button. Each answer is kept in the tab as it is given. */
export function GiveForm(props: { child: FoundChild; onGiven: (given: Given, door: OpenDoor) => void }) {
  const { child } = props
  const [kept] = useState(() => keptDraft())
  const first = child.doors.find(({ ordningKey }) => ordningKey === kept?.draft.ordningKey) ?? child.doors[0]!
  const [draft, setDraft] = useState<GiveDraft>(() => (kept?.child.childId === child.childId ? kept.draft : draftFor(first)))
  const [keptAt, setKeptAt] = useState(kept?.child.childId === child.childId ? kept.keptAt : '')
  const [attempt, setAttempt] = useState(0)
  const trpc = useTRPC()
  const give = useOnce(`application.give:${child.childId}`, trpc.application.give.mutationOptions())

  const door = child.doors.find(({ ordningKey }) => ordningKey === draft.ordningKey) ?? first
  const firstName = firstNameOf(child.name)
  const problems = attempt > 0 ? missingIn(draft, door, firstName) : []
  const errorOf = (id: string) => problems.find((problem) => problem.id === id)?.text
  const change = (part: Partial<GiveDraft>) => {
    const next = { ...draft, ...part }
    const now = clock.format(new Date())
    setDraft(next)
    setKeptAt(now)
    keepDraft({ child, draft: next, keptAt: now })
  }
  const grants = door.door === 'grants'
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAttempt(attempt + 1)
        if (missingIn(draft, door, firstName).length > 0) return
        give.mutate(giveInput(draft, door, child), { onSuccess: (given) => props.onGiven(given, door) })
      }}
    >
      <ErrorSummary title="Der mangler noget" attempt={attempt} problems={problems} />
      <DeskHead title={grants ? `Giv ${firstName} ${door.ordningName}` : `Indstil ${firstName} til ${door.ordningName}`}>
        {grants ? '2 minutter. Det gælder med det samme.' : '2 minutter. Kommunen svarer familien.'}
      </DeskHead>
      <GivenBefore childId={child.childId} firstName={firstName} />
      {child.doors.length > 1 && (
        <ChoiceGroup
          name="ordning" label="Hvilken ordning?" heading="h2" value={draft.ordningKey}
          onChange={(key) => change({ ...draftFor(child.doors.find(({ ordningKey }) => ordningKey === key) ?? first) })}
          choices={child.doors.map(({ ordningKey, ordningName, door: leadsTo }) => ({
            value: ordningKey, text: ordningName, hint: leadsTo === 'grants' ? 'Du kan give det nu' : 'Kommunen svarer familien',
          }))}
        />
      )}
      <NeedsPart firstName={firstName} door={door} draft={draft} onChange={change} errorOf={errorOf} />
      <ReasonPart
        firstName={firstName} door={door} draft={draft} onChange={change} errorOf={errorOf}
        askOpenCase={whyNotOf(give.error)?.reason === 'no-open-case' || draft.openCase}
      />
      <ConsentPart child={child} door={door} draft={draft} onChange={change} errorOf={errorOf} />
      <div className="give-part">
        <Problem error={give.error} />
        <Button type="submit" wide busy={give.isPending}>{grants ? `Giv ${firstName} det` : `Send ${firstName}s indstilling`}</Button>
        <p className="small">
          {grants ? 'Familien får brev i dag.' : 'Familien kan se, hvad du skrev.'}{keptAt && ` Kladden er gemt kl. ${keptAt}.`}
        </p>
      </div>
    </form>
  )
}

/** What this fagperson has given the child before; others' gifts are none of their business. */
function GivenBefore(props: { childId: string; firstName: string }) {
  const mine = useQuery(useTRPC().application.givenByMe.queryOptions())
  const before = mine.data?.find(({ childId, ended }) => childId === props.childId && !ended)
  if (!before) return null
  return (
    <Notice tone="judge">
      Du har allerede sendt {before.ordningName} for {props.firstName}. Sender du igen, bliver det lagt til den samme ansøgning.
    </Notice>
  )
}
