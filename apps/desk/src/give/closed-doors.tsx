import type { FoundChild } from '@medspil/contracts/application'
import { sayList } from '@medspil/wording/letter'
import { Button, DeskHead, Notice } from '@medspil/ui'

/** No ordning lets this fagperson give or nominate here: why, and who can. */
export function ClosedDoors(props: { child: FoundChild; onAnother: () => void }) {
  return (
    <>
      <DeskHead title="Du kan ikke give her" />
      {props.child.closed.map(({ ordningKey, ordningName, whyNot, listed }) => (
        <Notice key={ordningKey} tone="info">
          <p><b>{ordningName}.</b> {whyNot}</p>
          {listed.length > 0 && <p>Disse kan: {sayList(listed)}.</p>}
        </Notice>
      ))}
      <p>Familien kan også søge selv.</p>
      <div><Button kind="secondary" onClick={props.onAnother}>Find et andet barn</Button></div>
    </>
  )
}
