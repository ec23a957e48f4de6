import { useTRPC } from '@medspil/client'
import type { HealthView } from '@medspil/contracts/subsidy'
import { DataTable, DeskHead, KeyFigure, KeyFigures, Money, Notice, Sheet } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded } from '../frame/problem.tsx'
import { accountWords, momentWords } from './words.ts'

export const Route = createLazyRoute('/$kommune/regnskab')({ component: HealthPage })

/** Whether the books agree to the øre, and where the money stands. */
function HealthPage() {
  const health = useQuery(useTRPC().subsidy.health.queryOptions())
  return (
    <>
      <PageTitle title="Regnskab" />
      <Loaded query={health}>{(view) => <Health view={view} />}</Loaded>
    </>
  )
}

function Health({ view }: { view: HealthView }) {
  const { comparison, seal, money } = view
  const faults = comparison?.faults ?? []
  return (
    <div className="stack sheets">
      <DeskHead title={!comparison ? 'Bøgerne er ikke afstemt endnu' : faults.length === 0 ? 'Bøgerne stemmer på øren' : `${faults.length} ${faults.length === 1 ? 'sted' : 'steder'} stemmer ikke`}>
        Hver nat holdes regnskabet op mod puljer, fritidspas, krav og Stripe.
      </DeskHead>
      {comparison && (faults.length === 0
        ? <Notice tone="ok">{comparison.accounts} konti og {comparison.stripeAccounts} konti hos Stripe stemte {momentWords(comparison.at)}.</Notice>
        : <Notice tone="no" role="alert">Afstemningen {momentWords(comparison.at)} fandt forskelle. Intet bliver rettet af sig selv.</Notice>)}
      <KeyFigures>
        <KeyFigure name="Givet til puljer" figure={<Money ore={money.given} />} />
        <KeyFigure name="Fri og lovet i puljer" figure={<Money ore={money.pools} />} />
        <KeyFigure name="På fritidspas" figure={<Money ore={money.passes} />} />
        <KeyFigure name="Skyldes foreninger" figure={<Money ore={money.owed} />} />
        <KeyFigure name="På vej" figure={<Money ore={money.inTransit} />} />
        <KeyFigure name="Modtaget af foreninger" figure={<Money ore={money.received} />} />
      </KeyFigures>
      {faults.length > 0 && (
        <Sheet flush title="Forskelle">
          <DataTable
            caption="Steder, hvor to bøger ikke siger det samme"
            columns={[{ key: 'what', head: 'Konto' }, { key: 'ledger', head: 'Regnskabet', end: true }, { key: 'other', head: 'Det andet sted', end: true }, { key: 'difference', head: 'Forskel', end: true }]}
            lines={faults.map((fault) => ({ key: fault.what, cells: [<>{accountWords[fault.kind] ?? fault.kind}<span className="small"> {fault.about}</span></>, <Money ore={fault.ledger} />, <Money ore={fault.other} />, <Money ore={fault.other - fault.ledger} />] }))}
          />
        </Sheet>
      )}
      <Sheet title="Forsegling">
        <p>{counted(view.entries, 'post', 'poster')} i regnskabet. {view.unsealed === 0 ? 'Alle er forseglet.' : `${view.unsealed} venter på næste forsegling.`}</p>
        {seal && <p className="small">Segl nummer {seal.number}, {momentWords(seal.at)}. Ændres en forseglet post, kan den findes og nævnes.</p>}
      </Sheet>
    </div>
  )
}
