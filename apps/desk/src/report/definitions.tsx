import type { FiguresView } from '@medspil/contracts/report'
import { DayText, Money } from '@medspil/ui'
import type { ReactNode } from 'react'

/** What every number means and what it is counted from. */
export function Definitions({ view }: { view: FiguresView }) {
  const { asOf, cellLimit, year, cost } = view
  return (
    <details className="details definitions">
      <summary className="details-summary">Sådan er tallene gjort op</summary>
      <dl className="details-text stack">
        <Meaning name="Dagen">Alle tal er fra <DayText day={asOf} />, den sidste dag i måneden før, og er de samme hele måneden. Så kan to dage ikke fortælle om ét barn.</Meaning>
        <Meaning name="Mødt">Børn, som kommunen mødte første gang i {year}: en ansøgning, en samtale eller en fagperson. Et barn med flere forløb tæller én gang.</Meaning>
        <Meaning name="Bevilget, tilmeldt, indløst">Mindst én bevilling, mindst én plads, mindst én betaling fra passet, som foreningen har bekræftet. Vejledning uden penge har intet at indløse.</Meaning>
        <Meaning name="Første træning">Den første dag, barnet er krydset af, eller familien eller foreningen siger, at det er begyndt.</Meaning>
        <Meaning name="3 måneder og et halvt år">Fra første træning. Aktiv: nogen siger det, eller krydserne viser det. Stoppet: nogen siger det. Ukendt: ingen af delene, aldrig lagt til de andre. Ikke endnu: dagen er ikke kommet, eller barnet flyttede eller fyldte 18 før den.</Meaning>
        <Meaning name="Kurven">Kaplan-Meier fra første træning, med 95 %-bånd efter log-log. Ukendte, flyttede og unge, der fylder 18, tæller til deres sidste tegn. De stiplede linjer viser, hvad der ville stå, hvis alle eller ingen ukendte var stoppet.</Meaning>
        <Meaning name="Pris">{cost.spent === null ? 'Skjult, fordi der er for få børn.' : <>Penge fra pas, som foreningen har bekræftet: <Money ore={cost.spent} />. {cost.perChild !== null && <>Det er <Money ore={cost.perChild} /> pr. barn, der er begyndt. </>}Guidetimer er ikke med. Spændet går fra alle ukendte med til ingen ukendte med.</>}</Meaning>
        <Meaning name="Skjult">Tal fra 1 til {cellLimit - 1} vises ikke. Andre tal skjules med dem, når de ellers kunne regnes ud til nærmere end fem børn. Det gælder også i filen og ved udskrift.</Meaning>
      </dl>
    </details>
  )
}

/** One number's name and meaning. */
export function Meaning(props: { name: string; children: ReactNode }) {
  return <div><dt><b>{props.name}</b></dt><dd>{props.children}</dd></div>
}
