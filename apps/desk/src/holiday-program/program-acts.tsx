import { useOnce, useTRPC } from '@medspil/client'
import type { ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { ActRow, Button, ButtonRow, Dialog, LinkButton, Sheet, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../frame/actor.tsx'
import { Problem } from '../frame/problem.tsx'
import { CopyForm } from './copy-form.tsx'
import { sayMoment } from './words.ts'

/** What may be done with the whole programme: change, publish, take back, copy. */
export function ProgramActs({ program }: { program: ProgramFile }) {
  const { programId, plan, state, mayMoveTo } = program
  const { kommune } = useActor()
  const [asking, setAsking] = useState<'publish' | 'copy' | null>(null)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const move = useOnce(`holidayProgram.move:${programId}`, trpc.holidayProgram.move.mutationOptions())
  const moveTo = (to: 'draft' | 'published') => move.mutate({ programId, to }, {
    onSuccess: () => {
      setAsking(null)
      say(to === 'published' ? `${plan.name} er udgivet` : `${plan.name} er en kladde igen`)
      void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
    },
  })
  const unread = program.activities.filter(({ listed }) => listed !== 'published').length
  return (
    <Sheet title="Hele programmet">
      <div className="stack">
        {state === 'draft' && (
          <ButtonRow>
            <Button onClick={() => setAsking('publish')}>Udgiv programmet</Button>
            <LinkButton kind="secondary" href={`/${kommune.key}/ferie/${programId}/plan`}>Ret programmet</LinkButton>
          </ButtonRow>
        )}
        {mayMoveTo.includes('draft') && <ActRow pictogram="fortryd" onClick={() => moveTo('draft')}>Gør det til en kladde igen</ActRow>}
        <ActRow pictogram="papir" onClick={() => setAsking('copy')}>Kopier til en ny ferie</ActRow>
        {asking === null && <Problem error={move.error} />}
      </div>
      <Dialog open={asking === 'publish'} title={`Udgiv ${plan.name}?`} closeLabel="Luk" onClose={() => setAsking(null)}>
        <div className="stack">
          <p>Familierne kan se programmet med det samme. {plan.way === 'draw' && plan.wishesOpenAt ? `De kan ønske fra ${sayMoment(plan.wishesOpenAt)}.` : `Tilmeldingen åbner af sig selv ${sayMoment(plan.opensAt)}.`}</p>
          {unread > 0 && <p>{unread === 1 ? '1 aktivitet er' : `${unread} aktiviteter er`} ikke med endnu. De kan tages med bagefter.</p>}
          <Problem error={move.error} />
          <div><Button busy={move.isPending} onClick={() => moveTo('published')}>Udgiv programmet</Button></div>
        </div>
      </Dialog>
      <Dialog open={asking === 'copy'} title={`Kopier ${plan.name}`} closeLabel="Luk" onClose={() => setAsking(null)}>{asking === 'copy' && <CopyForm program={program} />}</Dialog>
    </Sheet>
  )
}
