import { Trans } from '@lingui/react/macro'
import type { FritidspasView } from '@medspil/contracts/fritidspas'
import { ExampleTag, Money, PurseBar } from '@medspil/ui'
import { PurseName } from './pass-words.tsx'

/** What is left in each purse, and where the rest is. */
export function Purses({ pass }: { pass: FritidspasView }) {
  const isExample = pass.purses.some((purse) => purse.isEksempel)
  return (
    <section>
      <h2><Trans>Så meget er der på passet</Trans> {isExample && <ExampleTag><Trans>eksempel</Trans></ExampleTag>}</h2>
      <div className="stack">
        <div>{pass.purses.map((purse) => (
          <PurseBar
            key={purse.purse} name={<PurseName purse={purse.purse} />} left={<Trans><Money ore={purse.available} /> tilbage</Trans>} of={<Trans>af <Money ore={purse.granted} /></Trans>}
            parts={[
              { kind: 'spent', share: Number(purse.spent), text: <Trans><Money ore={purse.spent} /> brugt</Trans> },
              { kind: 'held', share: Number(purse.held), text: <Trans><Money ore={purse.held} /> sat af</Trans> },
              { kind: 'free', share: Number(purse.available) },
            ]}
          />
        ))}</div>
        {pass.purses.some((purse) => purse.held > 0n) && (
          <p className="small"><Trans>”Sat af” er penge til noget, I har valgt. De bliver betalt, når foreningen siger ja.</Trans></p>
        )}
      </div>
    </section>
  )
}
