import type { FoundChild } from '@medspil/contracts/application'
import { sayList } from '@medspil/wording/letter'
import { Button, DeskHead, Notice } from '@medspil/ui'

const reasons: Record<string, string> = {
  'profession-not-listed': 'Den er åben for andre faggrupper end din.',
  'no-open-case': 'Kun den, der har barnets åbne børnesag, kan give den.',
  'grant-role-not-given': 'Det er ikke besluttet, hvem der må give den.',
}

/** No ordning lets this fagperson give or nominate here: why, and who can. */
export function ClosedDoors(props: { child: FoundChild; onAnother: () => void }) {
  return (
    <>
      <DeskHead title="Du kan ikke give her" />
      {props.child.closed.map(({ ordningKey, ordningName, whyNot, listed }) => (
        <Notice key={ordningKey} tone="info">
          <p><b>{ordningName}.</b> {reasons[whyNot] ?? 'Fagpersoner kan ikke give eller indstille her.'}</p>
          {listed.length > 0 && <p>Disse kan: {sayList(listed)}.</p>}
        </Notice>
      ))}
      <p>Familien kan også søge selv.</p>
      <div><Button kind="secondary" onClick={props.onAnother}>Find et andet barn</Button></div>
    </>
  )
}
