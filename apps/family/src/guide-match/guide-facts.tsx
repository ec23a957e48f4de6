import { Trans, useLingui } from '@lingui/react/macro'
import type { MatchView } from '@medspil/contracts/guide-match'
import { DayText, FactList, useLanguage } from '@medspil/ui'
import { weekdayName } from '../find/say-when.tsx'

const capital = (text: string, language: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

/** Which day, how they go along, and what the child wished of its guide. */
export function GuideFacts({ match }: { match: MatchView }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { interests, languages } = match.wishes
  const spoken = new Intl.DisplayNames(language, { type: 'language' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const languageList = list.format(languages.map((code) => spoken.of(code) ?? code))
  const interestList = <bdi lang="da">{interests.join(', ')}</bdi>
  const name = <bdi>{match.childFirstName}</bdi>
  return (
    <FactList
      facts={[
        {
          pictogram: 'kalender', name: t`Dag`, text: capital(weekdayName(match.weekday, language), language),
          more: match.state !== 'accepted-by-guide' && match.maxUntil ? <Trans>Til og med <DayText day={match.maxUntil} /></Trans> : undefined,
        },
        { pictogram: 'guide', name: t`Sådan følges I ad`, text: <StageText stage={match.stage} /> },
        ...(interests.length > 0 ? [{ pictogram: 'person' as const, name: t`Ønske`, text: <Trans>{name} ønskede en, der kan lide: {interestList}</Trans> }] : []),
        ...(languages.length > 0 ? [{ pictogram: 'laesop' as const, name: t`Sprog`, text: <Trans>{name} ønskede en, der taler: {languageList}</Trans> }] : []),
      ]}
    />
  )
}

function StageText({ stage }: { stage: MatchView['stage'] }) {
  switch (stage) {
    case 'escorted': return <Trans>Guiden henter og følger hjem igen</Trans>
    case 'metThere': return <Trans>De mødes på stedet</Trans>
    case 'phoned': return <Trans>Guiden ringer</Trans>
    case 'alone': return <Trans>Barnet går selv</Trans>
  }
}
