import { useOnce, useTRPC } from '@medspil/client'
import type { VersionView } from '@medspil/contracts/ordning'
import { Button, ButtonRow, DayText, Dialog, Notice, Sheet, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** From draft to rules: all that stands in the way, or the day it begins and the button. */
export function PublishPanel({ view }: { view: VersionView }) {
  const [isAsking, setIsAsking] = useState(false)
  const { problems } = view
  return (
    <Sheet title="Udgiv">
      {problems.length > 0 ? (
        <div className="stack">
          <Notice tone="judge">{problems.length === 1 ? 'En ting mangler' : `${problems.length} ting mangler`}, før den kan udgives.</Notice>
          <ul className="bullets">{problems.map(({ problem, path, detail }) => <li key={`${problem} ${path} ${detail}`}>{detail ?? path}</li>)}</ul>
        </div>
      ) : (
        <div className="stack">
          <p>Alt er på plads. Den gælder fra <DayText day={view.validFrom} />.</p>
          <Button wide onClick={() => setIsAsking(true)}>Udgiv versionen</Button>
        </div>
      )}
      <Dialog open={isAsking} title={`Udgiv version ${view.number}?`} closeLabel="Luk" onClose={() => setIsAsking(false)}>
        <Publish view={view} onDone={() => setIsAsking(false)} />
      </Dialog>
    </Sheet>
  )
}

function Publish(props: { view: VersionView; onDone: () => void }) {
  const { view } = props
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const publish = useOnce(`ordning.publish:${view.versionId}`, trpc.ordning.publish.mutationOptions())
  const send = () => publish.mutate({ versionId: view.versionId }, {
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: trpc.ordning.pathKey() })
      say(`Version ${view.number} er udgivet`)
      props.onDone()
    },
  })
  return (
    <div className="stack">
      <p>
        {view.ordningName} følger de nye regler fra <DayText day={view.validFrom} />. Afgørelser fra før den dag beholder deres version.
        Versionen kan ikke rettes bagefter.
      </p>
      <Problem error={publish.error} />
      <ButtonRow>
        <Button busy={publish.isPending} onClick={send}>Udgiv nu</Button>
        <Button kind="secondary" onClick={props.onDone}>Vent med det</Button>
      </ButtonRow>
    </div>
  )
}
