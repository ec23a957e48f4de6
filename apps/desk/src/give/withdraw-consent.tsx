import { useOnce, useTRPC } from '@medspil/client'
import type { GivenByMe } from '@medspil/contracts/application'
import { Button, ButtonRow, Dialog, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../frame/problem.tsx'

/** The family takes its yes back: use stops today, what was done stays written down. */
export function WithdrawConsent(props: { row: GivenByMe | null; onClose: () => void }) {
  const { row } = props
  return (
    <Dialog open={row !== null} title="Familien siger nej nu" closeLabel="Luk" onClose={props.onClose}>
      {row?.consentId && <Confirm row={row} consentId={row.consentId} onClose={props.onClose} />}
    </Dialog>
  )
}

function Confirm(props: { row: GivenByMe; consentId: string; onClose: () => void }) {
  const { row, consentId } = props
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const withdraw = useOnce(`application.withdrawConsent:${consentId}`, trpc.application.withdrawConsent.mutationOptions())
  const send = () => withdraw.mutate({ childId: row.childId, consentId }, {
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: trpc.application.givenByMe.queryKey() })
      say('Skrevet ned. Dit ord bliver ikke brugt mere.')
      props.onClose()
    },
  })
  return (
    <div className="stack">
      <p>Fra i dag bruger vi ikke det, du skrev om {row.childName}. Det, der er besluttet, gælder endnu.</p>
      <Problem error={withdraw.error} />
      <ButtonRow>
        <Button busy={withdraw.isPending} onClick={send}>Skriv nej ned</Button>
        <Button kind="secondary" onClick={props.onClose}>Behold ja</Button>
      </ButtonRow>
    </div>
  )
}
