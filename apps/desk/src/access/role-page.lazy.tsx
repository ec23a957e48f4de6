import { useOnce, useTRPC } from '@medspil/client'
import { Button, ChoiceGroup, DeskHead } from '@medspil/ui'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Problem } from '../frame/problem.tsx'
import { isDeskRole, roleNames } from '../menu.ts'

export const Route = createLazyRoute('/$kommune/rolle')({ component: RolePage })

const here = 'nu'

/** One person with several roles works in one at a time and always sees which. */
function RolePage() {
  const { kommune, role, otherRoles } = useActor()
  const [chosen, setChosen] = useState(here)
  const trpc = useTRPC()
  const choose = useOnce('access.chooseRole', trpc.access.chooseRole.mutationOptions())
  // Another role is another desk: the page is fetched anew, so that nothing read in the old role stays.
  const toDesk = () => location.assign(`/${kommune.key}/`)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen === here) toDesk()
        else choose.mutate({ staffId: chosen }, { onSuccess: toDesk })
      }}
    >
      <PageTitle title="Vælg rolle" />
      <DeskHead title="Hvilken rolle arbejder du i nu?">Du ser og må kun det, rollen giver ret til. Du kan skifte igen.</DeskHead>
      <Problem error={choose.error} />
      <ChoiceGroup
        name="rolle" label={<span className="sr-only">Rolle</span>} value={chosen} onChange={setChosen}
        choices={[
          { value: here, text: roleNames[role], hint: 'Din rolle nu' },
          ...otherRoles.map((other) => ({ value: other.staffId, text: isDeskRole(other.role) ? roleNames[other.role] : other.role, hint: other.workplace })),
        ]}
      />
      <div><Button type="submit" busy={choose.isPending}>Arbejd i rollen</Button></div>
    </form>
  )
}
