import { Trans } from '@lingui/react/macro'

/** What an adult says yes to when its child goes along with friends (the words that the server notes as `venner-1`). */
export function FriendTerms({ isDraw }: { isDraw: boolean }) {
  return (
    <div className="stack">
      <h3><Trans>Det siger I ja til</Trans></h3>
      <ul className="bullets">
        {isDraw
          ? <li><Trans>Børnene kan ønske sammen. Så får de plads sammen, eller ingen af dem får.</Trans></li>
          : <li><Trans>De voksne i gruppen kan tage pladser til alle børn i gruppen. Kun i det her program.</Trans></li>}
        <li><Trans>Tager en anden pladsen, skriver vi til jer. I får tid til at betale. Pladsen tæller med i det, barnet må få.</Trans></li>
        <li><Trans>De andre familier ser barnets fornavn og første bogstav i efternavnet. Og de ved, hvor og hvornår børnene er sammen.</Trans></li>
        <li><Trans>I betaler kun for jeres eget barn. Ingen ser de andres pris, alder eller adresse.</Trans></li>
        {isDraw && <li><Trans>Efter lodtrækningen viser vi en liste uden navne. Gruppen kan finde jeres lod på den og se alle barnets ønsker.</Trans></li>}
        <li><Trans>I kan gå ud af gruppen med ét tryk. Pladser, I har fået, beholder I.</Trans></li>
      </ul>
    </div>
  )
}
