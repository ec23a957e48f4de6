import { Trans } from '@lingui/react/macro'
import type { ApplicationView } from '@medspil/contracts/application'
import { DayText, LinkButton, Panel } from '@medspil/ui'
import type { ReactNode } from 'react'
import { usePaths } from '../paths.ts'

/** What comes next, with its date: in yellow when it is the family's turn, calm when somebody else's. */
export function NextAct({ view }: { view: ApplicationView }) {
  const paths = usePaths()
  const { next, childFirstName, decision } = view
  const name = <bdi>{childFirstName}</bdi>
  const by = next.by && <b><DayText day={next.by} form="long" /></b>
  switch (next.act) {
    case 'wait-for-answer': return (
      <Others title={<Trans>Nu læser vi den</Trans>}>
        {by ? <Trans>I får svar senest {by}. I skal ikke gøre noget.</Trans> : <Trans>Vi skriver, når der er svar. I skal ikke gøre noget.</Trans>}
      </Others>
    )
    case 'wait-for-pool': return <Others title={<Trans>Nu venter vi på penge</Trans>}><Trans>Vi skriver, når det er jeres tur. I skal ikke gøre noget.</Trans></Others>
    case 'wait-for-person': return <Others title={<Trans>Vi ringer til jer</Trans>}><Trans>Vil I hellere ringe selv? Nummeret står herunder.</Trans></Others>
    case 'wait-for-forening': return (
      <Others title={<Trans>Nu svarer foreningen</Trans>}>
        {by ? <Trans>Den svarer senest {by}. Vi skriver til jer.</Trans> : <Trans>Vi har spurgt, om der er plads. Vi skriver til jer.</Trans>}
      </Others>
    )
    case 'choose-offer': return (
      <Yours act={<LinkButton wide href={paths.offers}><Trans>Find noget at gå til</Trans></LinkButton>}>
        {by ? <Trans>Vælg senest {by}. Så kan {name} komme i gang.</Trans> : <Trans>Vælg noget at gå til. Så kan {name} komme i gang.</Trans>}
      </Yours>
    )
    case 'go-to-first-training': return (
      <Yours>
        {by ? <Trans>Første gang er {by}. Vi spørger bagefter, hvordan det gik.</Trans> : <Trans>{name} har fået plads. Gå til den første træning.</Trans>}
      </Yours>
    )
    case 'read-letter': return (
      <Yours act={decision?.letterId ? <LinkButton wide href={paths.letter(decision.letterId)}><Trans>Læs brevet</Trans></LinkButton> : null}>
        <Trans>I brevet står hvorfor, og hvad I kan gøre.</Trans>
      </Yours>
    )
    case 'keep-going': return <Others title={<Trans>Bliv ved</Trans>}><Trans>Vi spørger en gang imellem, hvordan det går. Bliver det svært, så ring til os.</Trans></Others>
    // The form to answer in stands right below and is the yellow one itself.
    case 'answer-question': case 'answer-hearing': case 'nothing': return null
  }
}

function Yours(props: { children: ReactNode; act?: ReactNode }) {
  return (
    <section>
      <Panel look="turn">
        <h2><Trans>Det næste er jeres</Trans></h2>
        <p>{props.children}</p>
        {props.act}
      </Panel>
    </section>
  )
}

function Others(props: { title: ReactNode; children: ReactNode }) {
  return <section><Panel look="calm"><h2>{props.title}</h2><p>{props.children}</p></Panel></section>
}
