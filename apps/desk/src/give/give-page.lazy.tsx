import { useTRPC } from '@medspil/client'
import type { FoundChild, Given, OpenDoor } from '@medspil/contracts/application'
import { ActRow, DeskHead, focusHeading, useWorthWaiting, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { PageTitle } from '../frame/page-title.tsx'
import { ChildBanner } from './child-banner.tsx'
import { ClosedDoors } from './closed-doors.tsx'
import { keepDraft, keptDraft } from './draft.ts'
import { FindChild } from './find-child.tsx'
import { GiveForm } from './give-form.tsx'
import { GivenReceipt } from './given-receipt.tsx'
import './give.css'

export const Route = createLazyRoute('/$kommune/giv')({ component: GivePage })

/** Find the child, fill in one page, and have the answer: the errand of a fagperson, made for a phone. */
function GivePage() {
  const [child, setChild] = useState<FoundChild | null>(() => keptDraft()?.child ?? null)
  const [sent, setSent] = useState<{ given: Given; door: OpenDoor } | null>(null)
  // A new step is a new page to the one who uses a keyboard.
  useEffect(() => {
    if (child || sent) focusHeading()
  }, [child, sent])
  // What one has given the child before is said above the form; asked for while the number is typed, it does not push it away later.
  const given = useQuery(useTRPC().application.givenByMe.queryOptions())
  const waits = useWorthWaiting(child !== null && given.isPending)
  const another = () => {
    keepDraft(null)
    setChild(null)
    setSent(null)
  }
  if (!child) {
    return (
      <Narrow title="Giv eller indstil">
        <DeskHead title="Giv eller indstil">2 minutter. Du får svar med det samme.</DeskHead>
        <FindChild onFound={setChild} />
      </Narrow>
    )
  }
  return (
    <Narrow title="Giv eller indstil">
      <ChildBanner {...child} says={sent ? 'Det er sendt for' : 'Du giver til'} />
      {sent ? <GivenReceipt child={child} {...sent} onAnother={another} />
        : child.doors.length === 0 ? <ClosedDoors child={child} onAnother={another} />
        : waits ? <Waiting>Henter siden</Waiting>
        : <>
            <GiveForm
              key={child.childId} child={child}
              onGiven={(answer, door) => {
                keepDraft(null)
                setSent({ given: answer, door })
              }}
            />
            <ActRow pictogram="fortryd" onClick={another}>Et andet barn</ActRow>
          </>}
    </Narrow>
  )
}

function Narrow(props: { title: string; children: ReactNode }) {
  return (
    <div className="column stack">
      <PageTitle title={props.title} />
      {props.children}
    </div>
  )
}
