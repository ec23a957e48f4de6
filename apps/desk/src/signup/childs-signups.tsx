import { useOnce, useTRPC } from '@medspil/client'
import type { ChildsProgram } from '@medspil/contracts/holiday-program/for-child'
import { ActRow, Button, ButtonRow, Dialog, formatDay, formatDays, Sheet, Tag, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

type ChildsSignup = ChildsProgram['signups'][number]

/** What the child has in the programme, and the way to take it back for the family. */
export function ChildsSignups({ view: { child, signups } }: { view: ChildsProgram }) {
  if (signups.length === 0) return null
  return (
    <Sheet title={`${child.firstName} er med i`}>
      <ul className="plain stack">
        {signups.map((one) => (
          <li key={one.signupId}>
            <b>{one.title}</b>, {one.firstDay === one.lastDay ? formatDay(one.firstDay, 'da', 'weekday') : formatDays(one.firstDay, one.lastDay, 'da', 'day')} <StateTag state={one.state} />
            {one.mayCancel && <TakeBack signup={one} firstName={child.firstName} />}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function StateTag({ state }: { state: ChildsSignup['state'] }) {
  switch (state) {
    case 'waiting': return <Tag tone="wait">På venteliste</Tag>
    case 'offered': return <Tag tone="judge">Familien skal svare</Tag>
    case 'seat-held': case 'awaiting-payment': return <Tag tone="judge">Familien skal betale</Tag>
    case 'requested': return <Tag tone="info">Foreningen er spurgt</Tag>
    default: return <Tag tone="ok">Plads</Tag>
  }
}

function TakeBack({ signup, firstName }: { signup: ChildsSignup; firstName: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const cancel = useOnce(`signup.cancel:${signup.signupId}`, trpc.signup.cancel.mutationOptions())
  const isWaiting = signup.state === 'waiting'
  const press = isWaiting ? 'Tag af ventelisten' : 'Meld fra'
  const send = () => cancel.mutate({ signupId: signup.signupId }, {
    onSuccess: async () => {
      setOpen(false)
      toast(`${firstName} er meldt fra ${signup.title}`)
      await Promise.all([queries.invalidateQueries(trpc.holidayProgram.pathFilter()), queries.invalidateQueries(trpc.followUp.pathFilter())])
    },
  })
  return (
    <>
      <ActRow pictogram="kryds" aria-label={`${press}: ${firstName}, ${signup.title}`} onClick={() => setOpen(true)}>{press}</ActRow>
      <Dialog open={open} title={`Meld ${firstName} fra ${signup.title}?`} closeLabel="Luk" onClose={() => setOpen(false)}>
        <div className="stack">
          <p>{isWaiting ? 'Nummeret går tabt.' : 'Pladsen går til den næste i køen. Det, familien har betalt, kommer tilbage.'} Familien får besked.</p>
          <Problem error={cancel.error} />
          <ButtonRow>
            <Button busy={cancel.isPending} onClick={send}>{press}</Button>
            <Button kind="secondary" onClick={() => setOpen(false)}>Behold det</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
