import type { FoundChild, Given, OpenDoor } from '@medspil/contracts/application'
import { firstNameOf } from '@medspil/domain/first-name'
import { Button, ButtonRow, DayText, DeskHead, LinkButton, Money, Notice, SummaryList } from '@medspil/ui'
import { useActor } from '../frame/actor.tsx'

/** The answer at once: the pass is there, or who answers and by which day. */
export function GivenReceipt(props: { child: FoundChild; door: OpenDoor; given: Given; onAnother: () => void }) {
  const { kommune } = useActor()
  const { given, door } = props
  const firstName = firstNameOf(props.child.name)
  const granted = given.outcome === 'granted'
  return (
    <div className="stack">
      <DeskHead title={granted ? `${firstName} har fået det` : 'Kommunen har fået det'}>
        {granted
          ? given.fritidspasId ? 'Passet virker nu. Familien får brev i dag.' : 'Familien får brev i dag.'
          : <>Familien får svar senest den {given.answerBy ? <DayText day={given.answerBy} /> : 'dag, der står i brevet'}.</>}
      </DeskHead>
      {given.joined && (
        <Notice tone="judge">Der lå allerede en ansøgning for {firstName}. Det, du skrev, er lagt til den. Der er kun én.</Notice>
      )}
      <SummaryList
        lines={[
          { key: 'reference', question: 'Nummer', answer: given.reference },
          { key: 'ordning', question: 'Ordning', answer: door.ordningName },
          ...(granted && given.granted > 0n ? [{ key: 'sum', question: 'På passet', answer: <Money ore={given.granted} /> }] : []),
          {
            key: 'next', question: 'Det sker nu', answer: granted
              ? `Find noget sammen, ${firstName} vil gå til. Vi spørger familien, hvordan det går.`
              : 'En sagsbehandler læser det. Du kan følge det under Mine børn.',
          },
        ]}
      />
      <ButtonRow>
        <Button onClick={props.onAnother}>Giv til et andet barn</Button>
        <LinkButton kind="secondary" href={`/${kommune.key}/mine-boern`}>Se mine børn</LinkButton>
      </ButtonRow>
    </div>
  )
}
