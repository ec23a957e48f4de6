import { Trans, useLingui } from '@lingui/react/macro'
import type { DrawView } from '@medspil/contracts/draw'
import { sayDrawRule } from '@medspil/wording/draw'

/** The rule with what is proven about it and what it cannot do. The binding words are the Danish ones. */
export function DrawRule({ rule }: { rule: DrawView['ruleTerms'] }) {
  const { i18n } = useLingui()
  return (
    <>
      {i18n.locale !== 'da' && (
        <p className="lead"><Trans>Alle børn har samme chance. Det er lige meget, hvem der er først. Reglen herunder står på dansk. Ring, så forklarer vi den.</Trans></p>
      )}
      <div lang="da" dir="ltr" className="rule">
        {sayDrawRule(rule).map(({ heading, lines }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul className="points">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
          </section>
        ))}
      </div>
    </>
  )
}
