import type { ProgramFigures, ProgramFiguresView } from '@medspil/contracts/report'
import { DayText, Money } from '@medspil/ui'
import { Meaning } from './definitions.tsx'

/** What every number after a holiday means and what it is counted from. */
export function ProgramDefinitions({ view: { asOf, cellLimit }, figures: { cost, way } }: { view: ProgramFiguresView; figures: ProgramFigures }) {
  return (
    <details className="details definitions">
      <summary className="details-summary">Sådan er tallene gjort op</summary>
      <dl className="details-text stack">
        <Meaning name="Dagen">Alle tal er fra <DayText day={asOf} />, den sidste dag i måneden før, og er de samme hele måneden. Så kan to dage ikke fortælle om ét barn.</Meaning>
        <Meaning name="Pladser">Pladser i de aktiviteter, der blev holdt. Optaget er pladser, som et barn havde til det sidste. Kom: krydset af mindst én gang. Kom aldrig: væk hver gang uden afbud. Ikke krydset af: ingen har skrevet noget, og det bliver ikke lagt til de andre.</Meaning>
        <Meaning name="I kø">Tilmeldinger med et nummer, som ikke havde fået tilbudt en plads: {way === 'draw' ? 'et døgn efter at restpladserne åbnede' : 'et døgn efter åbningen'}, og da programmet sluttede. Et barn kan stå i flere køer.</Meaning>
        <Meaning name="Børn">Hvert barn tæller én gang, med det første, der passer: det kom med et fritidspas, der gjaldt i ferien, det kom uden, det havde en plads og er ikke set, pladsen faldt væk (meldt fra, ikke svaret eller aktiviteten blev aflyst), eller det fik aldrig en plads. Alder er på programmets første dag.</Meaning>
        <Meaning name="Pris">{cost.passPays === null || cost.ownShare === null ? 'Skjult, fordi der er for få børn.' : <>Fritidspas betaler <Money ore={cost.passPays} />, og familier har selv betalt <Money ore={cost.ownShare} />, når det, de fik igen, er trukket fra. Det er delt med alle børn, der kom. Guidetimer og kommunens egne udgifter er ikke med.</>}</Meaning>
        <Meaning name="Skjult">Tal fra 1 til {cellLimit - 1} vises ikke. Andre tal skjules med dem, når de ellers kunne regnes ud til nærmere end fem børn. Det gælder også i filen og ved udskrift.</Meaning>
      </dl>
    </details>
  )
}
